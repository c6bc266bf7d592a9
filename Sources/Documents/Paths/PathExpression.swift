/// A single JSONPath expression, as custom columns and sorting take it: `.metadata.name`,
/// `metadata.name` or `{.metadata.name}`.
public struct PathExpression: Sendable {
  private let steps: [PathStep]

  /// Reads an expression; braces and the first dot may be left out, as with kubectl.
  ///
  /// - Throws: `DocumentError` with the place in the text where it is wrong.
  public init(_ text: String) throws(DocumentError) {
    var parser = PathParser(text)
    steps = try parser.parseLoneExpression()
  }

  /// The values that the expression finds in `value`; none when members are missing.
  ///
  /// - Throws: `DocumentError` for an index out of bounds and for elements of what is no array.
  public func values(in value: Value) throws(DocumentError) -> [Value] {
    try PathEvaluator.results(of: steps, in: value)
  }

  /// What a custom column shows: the values found with commas between, `<none>` when there are none.
  ///
  /// - Throws: as ``values(in:)``.
  public func columnText(in value: Value) throws(DocumentError) -> String {
    let found = try values(in: value)
    guard !found.isEmpty else { return "<none>" }
    return found.map { $0.isNull ? "<none>" : $0.pathResultText }.joined(separator: ",")
  }
}
