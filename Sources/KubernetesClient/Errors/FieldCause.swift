/// One field that is wrong, as `details.causes` of a Status tells.
public struct FieldCause: Sendable, Hashable {
  /// The field's path, such as `spec.taints[0].key`; empty when it is about the whole document.
  public var field: String
  /// Why, as a word: `FieldValueInvalid`, `FieldValueRequired`.
  public var reason: String
  /// Why, in the server's words.
  public var message: String

  /// Names a field and what is wrong with it.
  public init(field: String, reason: String, message: String) {
    self.field = field
    self.reason = reason
    self.message = message
  }
}
