/// A field that another manager owns.
public struct ApplyConflict: Sendable, Hashable {
  /// Who owns the field, as `metadata.managedFields` names them.
  public var manager: String
  /// The field's path, such as `.spec.replicas`.
  public var field: String
  /// The server's words.
  public var message: String

  /// Names a field and its owner.
  public init(manager: String, field: String, message: String) {
    self.manager = manager
    self.field = field
    self.message = message
  }
}
