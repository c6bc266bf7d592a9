import KubernetesClient
import RemoteHosts

extension HostSpecification {
  /// The host as ssh is told of it; secrets are read when ssh asks for them.
  func remoteHost(_ inputs: FleetInputs) throws -> RemoteHost {
    func source(_ secret: FleetSecret?, _ member: String) -> SecretSource? {
      secret.map { secret in
        SecretSource {
          var text = try inputs.secret(secret, field: "ssh.\(member) of \(address)").revealed
          while text.last?.isNewline == true { text.removeLast() }
          return text
        }
      }
    }
    var host = RemoteHost(
      address: address, user: ssh.user, port: ssh.port,
      identityFile: ssh.key.map(inputs.path),
      keyPassphrase: source(ssh.keyPassphrase, "keyPassphrase"),
      password: source(ssh.password, "password"), knownHosts: ssh.knownHosts.map(inputs.path),
      fingerprints: ssh.hostKeys)
    if let jump = ssh.jumpHost { host.jump = try RemoteHost.jumps(jump, like: host) }
    return host
  }
}

extension FleetInputs {
  /// A path of the file, from its own folder; `~/` is the home of whoever runs mcctl.
  func path(_ path: String) -> String {
    if path.hasPrefix("~/"), let home = environment["HOME"] { return home + path.dropFirst(1) }
    return path.hasPrefix("/") ? path : "\(folder)/\(path)"
  }
}
