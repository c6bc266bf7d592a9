import Documents

/// How a host is reached. Nil is what nobody said, which ssh and its own configuration then decide. Paths are
/// relative to the file.
public struct SSHSpecification: Sendable, Hashable {
  /// Who logs in.
  public let user: String?
  /// The port.
  public let port: Int?
  /// A file with the private key.
  public let key: String?
  /// The key's passphrase.
  public let keyPassphrase: FleetSecret?
  /// The password.
  public let password: FleetSecret?
  /// A host to go through: `[user@]host[:port]`.
  public let jumpHost: String?
  /// A file with the hosts' keys, as `~/.ssh/known_hosts`.
  public let knownHosts: String?
  /// Fingerprints (`SHA256:…`) that the host's key may have; empty for no rule.
  public let hostKeys: [String]

  init(_ value: Value) {
    user = value["user"]?.string
    port = value["port"]?.int
    key = value["key"]?.string
    keyPassphrase = value["keyPassphrase"].flatMap(FleetSecret.init)
    password = value["password"].flatMap(FleetSecret.init)
    jumpHost = value["jumpHost"]?.string
    knownHosts = value["knownHosts"]?.string
    hostKeys = value["hostKeys"]?.strings ?? []
  }
}
