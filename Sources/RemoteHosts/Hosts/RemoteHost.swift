/// A host, and how to log in to it. What is not said is decided by the operator's `ssh_config`.
public struct RemoteHost: Sendable {
  /// A name, or an IP address without brackets.
  public var address: String
  /// The user to log in as.
  public var user: String?
  /// The port of its `sshd`.
  public var port: Int?
  /// The file of a private key; no other key is tried then.
  public var identityFile: String?
  /// The passphrase of private keys.
  public var keyPassphrase: SecretSource?
  /// The user's password; without one, only keys are tried.
  public var password: SecretSource?
  /// The password that `sudo` asks for; `password` when it is not given.
  public var sudoPassword: SecretSource?
  /// The hosts to go through, the first first.
  public var jump: [RemoteHost]
  /// The file with known host keys; the operator's own when not given.
  public var knownHosts: String?
  /// Fingerprints (`SHA256:…`). When there are any, only these keys are taken and no file is looked at.
  public var fingerprints: [String]

  /// Describes a host.
  public init(
    address: String, user: String? = nil, port: Int? = nil, identityFile: String? = nil,
    keyPassphrase: SecretSource? = nil, password: SecretSource? = nil,
    sudoPassword: SecretSource? = nil, jump: [RemoteHost] = [], knownHosts: String? = nil,
    fingerprints: [String] = []
  ) {
    self.address = address
    self.user = user
    self.port = port
    self.identityFile = identityFile
    self.keyPassphrase = keyPassphrase
    self.password = password
    self.sudoPassword = sudoPassword
    self.jump = jump
    self.knownHosts = knownHosts
    self.fingerprints = fingerprints
  }

  /// The host as messages name it: `root@10.0.0.11:2222`, without what was not said.
  public var label: String {
    let place = address.contains(":") && port != nil ? "[\(address)]" : address
    return (user.map { "\($0)@" } ?? "") + place + (port.map { ":\($0)" } ?? "")
  }

  /// Everything that makes a connection another one.
  var connectionName: String {
    let identity = [
      label, identityFile ?? "", knownHosts ?? "", fingerprints.joined(separator: " "),
    ]
    return (jump.map(\.connectionName) + identity).joined(separator: "\u{0}")
  }
}
