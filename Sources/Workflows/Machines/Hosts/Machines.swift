import KubernetesClient
public import RemoteHosts

/// The machines of a cluster, logged in to as they are needed.
public struct Machines: Sendable {
  /// What describes them.
  public let specification: ClusterSpecification
  /// Reads the files and variables that it names.
  public let inputs: FleetInputs
  /// This run's connections.
  public let connections: SSHConnections

  /// Prepares to log in; nothing is sent yet.
  public init(
    _ specification: ClusterSpecification, _ inputs: FleetInputs, _ connections: SSHConnections
  ) {
    self.specification = specification
    self.inputs = inputs
    self.connections = connections
  }

  /// The machine on which sealer runs.
  func first() async throws -> RemoteSession { try await session(specification.firstMaster) }

  /// A machine, logged in to.
  func session(_ host: HostSpecification) async throws -> RemoteSession {
    try await connections.session(try host.remoteHost(inputs))
  }
}
