/// One place where two values differ.
public struct Change: Sendable, Hashable {
  /// The way to the place. Where it leads through arrays, indices are those of the later value, or
  /// of the earlier one for an element that was removed.
  public var path: [PathElement]
  /// What was there; nil when it was added.
  public var before: Value?
  /// What is there now; nil when it was removed.
  public var after: Value?

  /// Makes a change.
  public init(path: [PathElement], before: Value?, after: Value?) {
    self.path = path
    self.before = before
    self.after = after
  }
}

extension Change: CustomStringConvertible {
  /// The change on one line, with the values as they are: `.spec.hubAcceptsClient: false -> true`.
  public var description: String {
    switch (before, after) {
    case (let before?, let after?):
      "\(path.pathText): \(JSON.text(before)) -> \(JSON.text(after))"
    case (nil, let after?): "\(path.pathText): added \(JSON.text(after))"
    case (let before?, nil): "\(path.pathText): removed \(JSON.text(before))"
    case (nil, nil): path.pathText
    }
  }
}
