/// A warning that a server attached to an answer (RFC 7234 `Warning: 299`): a deprecated API, an
/// unknown field, a policy violated.
public struct ServerWarning: Sendable, Hashable {
  /// The server's words.
  public let text: String
  /// Who sent it.
  public let connection: ConnectionDescription

  /// Describes a warning.
  public init(text: String, connection: ConnectionDescription) {
    self.text = text
    self.connection = connection
  }
}
