import ArgumentParser
import Documents

/// How machines are reached; over what a file says of all of them.
struct SSHOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Who logs in: root, or someone with sudo (default: root).", valueName: "user"))
  var sshUser: String?

  @Option(help: ArgumentHelp("The SSH port (default: 22).", valueName: "number"))
  var sshPort: Int?

  @Option(
    help: ArgumentHelp("A file with the private key to log in with.", valueName: "file"),
    completion: .file())
  var sshKey: String?

  @Option(
    help: ArgumentHelp("A file with the password to log in with.", valueName: "file"),
    completion: .file())
  var sshPasswordFile: String?

  @Option(help: ArgumentHelp("A host to go through.", valueName: "[user@]host[:port]"))
  var jumpHost: String?

  @Option(
    help: ArgumentHelp("A file with the keys of the machines, as known_hosts.", valueName: "file"),
    completion: .file())
  var knownHosts: String?

  /// A document of kind Cluster with what the flags say over it.
  func overriding(_ document: Value) -> Value {
    var document = document
    for (member, value) in members(ClusterFile.absolute).object ?? Object() {
      document.set(value, at: "spec", "ssh", member)
    }
    return document
  }

  /// The members of `spec.ssh` that the flags say.
  ///
  /// - Parameter absolute: makes a path of the caller's absolute.
  func members(_ absolute: (String) -> String) -> Value {
    var value = Value.object(Object())
    value["user"] = sshUser.map(Value.string)
    value["port"] = sshPort.map(Value.integer)
    value["key"] = sshKey.map { .string(absolute($0)) }
    value["password"] = sshPasswordFile.map { ["file": .string(absolute($0))] }
    value["jumpHost"] = jumpHost.map(Value.string)
    value["knownHosts"] = knownHosts.map { .string(absolute($0)) }
    return value
  }
}
