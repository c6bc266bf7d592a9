public import KubernetesClient

/// A cluster on its machines: what every operation on it takes from outside.
public struct ClusterSite: Sendable {
  /// The name on the hub.
  public var name: String
  /// The machines, and what describes them.
  public var machines: Machines
  /// What the operator runs to go on after a failure, such as `mcctl create edge-7`.
  public var command: String
  /// Makes a connection to the cluster's API server.
  public var connect: @Sendable (ConnectionConfig) throws -> ClusterAccess
  /// Gets every line that sealer says, without credentials.
  public var transcript: @Sendable (String) -> Void
  /// The longest time for which sealer may say nothing, nil for any; it is not ended then, but left to itself.
  public var patience: Duration? = Self.standardPatience

  /// A quarter of an hour: kubeadm alone is silent for five minutes.
  public static let standardPatience: Duration = .seconds(900)

  /// Names a cluster; nothing is sent yet.
  public init(
    name: String, machines: Machines, command: String,
    connect: @escaping @Sendable (ConnectionConfig) throws -> ClusterAccess,
    transcript: @escaping @Sendable (String) -> Void
  ) {
    self.name = name
    self.machines = machines
    self.command = command
    self.connect = connect
    self.transcript = transcript
  }

  var specification: ClusterSpecification { machines.specification }
  var paths: MachinePaths { MachinePaths(name: name) }
}
