/// kubectl's template language for `-o jsonpath=…`
/// (https://kubernetes.io/docs/reference/kubectl/jsonpath/): text with expressions in braces, and
/// `{range …}` to `{end}` around what is written for each result.
///
/// It is read as by kubectl, where a missing member prints nothing, with more allowed: a key in quotes
/// with dots in it, `&&` and `||` in filters, filters within filters.
public struct JSONPath: Sendable {
  private let segments: [PathSegment]

  /// Reads a template.
  ///
  /// - Throws: `DocumentError` with the place in the template where it is wrong.
  public init(_ template: String) throws(DocumentError) {
    var parser = PathParser(template)
    segments = try parser.parseTemplate()
  }

  /// The text that the template gives for `value`.
  ///
  /// - Throws: `DocumentError` for an index out of bounds and for elements of what is no array.
  public func render(_ value: Value) throws(DocumentError) -> String {
    var text = ""
    try Self.render(segments, value, into: &text)
    return text
  }

  private static func render(
    _ segments: [PathSegment], _ value: Value, into text: inout String
  ) throws(DocumentError) {
    for segment in segments {
      switch segment {
      case .text(let literal):
        text += literal
      case .expression(let steps):
        let results = try PathEvaluator.results(of: steps, in: value)
        text += results.map(\.pathResultText).joined(separator: " ")
      case .range(let steps, let body):
        for result in try PathEvaluator.results(of: steps, in: value) {
          try render(body, result, into: &text)
        }
      }
    }
  }
}

/// A part of a JSONPath template.
indirect enum PathSegment: Sendable {
  /// What is written as it is.
  case text(String)
  /// What is replaced by its results, with spaces between.
  case expression([PathStep])
  /// What is written once for each result.
  case range([PathStep], body: [PathSegment])
}

extension Value {
  /// This value as kubectl prints results: texts without quotes, arrays and objects as JSON.
  var pathResultText: String {
    switch self {
    case .string(let text): text
    default: JSON.text(self, sortedKeys: true)
    }
  }
}
