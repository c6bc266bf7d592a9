public import KubernetesClient

/// Which of the two clusters of a registration something happens in.
public enum ClusterSide: String, Sendable, Hashable, CaseIterable {
  case hub
  case managed
}

/// A cluster as messages name it: its side, its name on the hub, and how it is reached.
public struct ClusterLocation: Sendable, Hashable, CustomStringConvertible {
  /// The hub, or the managed cluster.
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
    let title =
      switch side {
      case .hub: "hub"
      case .managed: name.map { "managed cluster \($0)" } ?? "managed cluster"
      }
    return "\(title) (context \(connection.contextName), \(connection.server))"
  }
}
