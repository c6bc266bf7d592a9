public import KubernetesClient

/// Which of the clusters of a registration something happens in.
public enum ClusterSide: String, Sendable, Hashable, CaseIterable {
  case hub
  case managed
  /// The cluster on which a hosted agent runs, when that is neither of the others.
  case hosting
  /// None of them: a Linux machine that a cluster is made of.
  case machine
}

/// A cluster as messages name it: its side, its name on the hub, and how it is reached.
public struct ClusterLocation: Sendable, Hashable, CustomStringConvertible {
  /// The hub, the managed cluster, or the one that hosts its agent.
  public let side: ClusterSide
  /// Name of the ManagedCluster; nil for the hub.
  public let name: String?
  /// Context and server the requests go to.
  public let connection: ConnectionDescription

  /// Names a cluster of one side.
  public init(side: ClusterSide, name: String? = nil, connection: ConnectionDescription) {
    self.side = side
    self.name = name
    self.connection = connection
  }

  /// For example `hub (context prod-hub, https://hub.example:6443)`.
  public var description: String {
    if side == .machine { return "machine \(connection.server)" }
    let title =
      switch side {
      case .hub: "hub"
      case .managed: name.map { "managed cluster \($0)" } ?? "managed cluster"
      case .hosting: name.map { "hosting cluster of \($0)" } ?? "hosting cluster"
      case .machine: "machine"
      }
    return "\(title) (context \(connection.contextName), \(connection.server))"
  }
}
