import KubernetesClient
import RemoteHosts

extension Step {
  /// A step on Linux machines. Only the plan's runner carries it out; a dry run never does.
  static func onMachines(
    id: String, title: String, _ changes: [PlannedChange],
    body: @escaping @Sendable (StepContext) async throws -> StepResult
  ) -> Step {
    Step(
      id: id, title: title, location: changes[0].location, changes: changes,
      dryRun: .skip("a dry run changes no machine"), body: body)
  }
}

extension PlannedChange {
  /// What will happen to something on a machine.
  static func machine(
    _ host: HostSpecification, _ action: Action, _ kind: String, _ name: String,
    note: String? = nil
  ) -> PlannedChange {
    PlannedChange(
      location: host.location,
      object: ObjectReference(
        type: ResourceType(
          group: "", version: "v1", plural: kind.lowercased(), kind: kind, isNamespaced: false),
        name: name),
      action: action, note: note)
  }
}

extension HostSpecification {
  /// The machine, for messages.
  var location: ClusterLocation {
    let user = ssh.user.map { "\($0)@" } ?? ""
    let port = ssh.port.map { ":\($0)" } ?? ""
    let host = address.contains(":") && ssh.port != nil ? "[\(address)]" : address
    return ClusterLocation(
      side: .machine,
      connection: ConnectionDescription(contextName: "ssh", server: "\(user)\(host)\(port)"))
  }
}
