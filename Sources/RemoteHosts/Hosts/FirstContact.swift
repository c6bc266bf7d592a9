/// What to do when a host shows a key that no file of known hosts has.
public enum FirstContact: Sendable {
  /// Do not go on.
  case refuse
  /// Ask; on yes `ssh` writes the key into the file of known hosts.
  case ask(@Sendable (HostKeyQuestion) async throws -> Bool)
}

/// A host's key that nobody has vouched for yet.
public struct HostKeyQuestion: Sendable, Hashable {
  /// The host as messages name it.
  public let host: String
  /// `ED25519`, `ECDSA`, `RSA`.
  public let keyType: String
  /// `SHA256:` and the digest in base64.
  public let fingerprint: String
}
