public import KubernetesClient

/// What to create, and how.
public struct CreateRequest: Sendable {
  /// The name on the hub.
  public var name: String
  /// The machines, and what describes them.
  public var machines: Machines
  /// Makes a connection to the new cluster.
  public var connect: @Sendable (ConnectionConfig) throws -> ClusterAccess
  /// Gets every line that sealer says, without credentials.
  public var transcript: @Sendable (String) -> Void

  /// Creates a cluster.
  public init(
    name: String, machines: Machines,
    connect: @escaping @Sendable (ConnectionConfig) throws -> ClusterAccess,
    transcript: @escaping @Sendable (String) -> Void
  ) {
    self.name = name
    self.machines = machines
    self.connect = connect
    self.transcript = transcript
  }

  var specification: ClusterSpecification { machines.specification }
  var paths: MachinePaths { MachinePaths(name: name) }
}
