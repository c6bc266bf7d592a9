public import Documents

/// One thing that was looked at in a bundle.
public struct BundleCheck: Sendable, Hashable {
  /// What came out.
  public enum State: String, Sendable, Hashable, CaseIterable {
    case pass
    case warn
    case fail
    /// It was not looked at; the detail says why.
    case skip
  }

  /// Stable name, such as `bundle.files`.
  public let id: String
  /// What was looked at, for people.
  public let title: String
  /// What came out.
  public let state: State
  /// What was found, without secrets.
  public let detail: String

  /// The machine form: `{"id", "title", "state", "detail"}`.
  public var document: Value {
    [
      "id": .string(id), "title": .string(title), "state": .string(state.rawValue),
      "detail": .string(detail),
    ]
  }
}
