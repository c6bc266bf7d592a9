import Documents
import FoundationEssentials
import KubernetesClient
import OpenClusterManagement

/// What checks of a hub look at: its reader, and lists that several of them need.
struct HubCheckContext: CheckContext {
  static let firstCheck = "hub.api"

  let hub: ClusterAccess
  let reads: CheckReads
  let options: CheckOptions

  init(hub: ClusterAccess, options: CheckOptions) {
    self.hub = hub
    self.options = options
    reads = CheckReads(hub.reader)
  }

  /// Reads from the hub.
  var reader: APIReader { hub.reader }

  /// The hub's context, for commands.
  var contextName: String { hub.connection.contextName }

  /// The hub, for messages.
  var location: ClusterLocation { ClusterLocation(side: .hub, connection: hub.connection) }

  /// Every cluster of the hub, from the API server's cache.
  func clusters() async throws -> [ManagedCluster] {
    try await reads.list(.managedClusters, ListOptions(fromCache: true))
      .map(ManagedCluster.init).sorted { $0.name < $1.name }
  }

  /// The agents' signs of life, by cluster.
  func leases() async throws -> [String: Lease] {
    let options = ListOptions(
      fieldSelector: "metadata.name=\(Names.Lease.managedCluster)", fromCache: true)
    let leases = try await reads.list(.leases, options).map(Lease.init)
    return Dictionary(leases.map { ($0.namespace ?? "", $0) }, uniquingKeysWith: { $1 })
  }

  /// What runs Open Cluster Management here; nil when nothing does.
  func clusterManager() async throws -> ClusterManager? {
    try await reads.list(.clusterManagers).first.map(ClusterManager.init)
  }

  /// As ``clusterManager()``, for checks that make no sense without one.
  func requiredClusterManager() async throws -> ClusterManager {
    guard let manager = try await clusterManager() else { throw NoClusterManager() }
    return manager
  }

  /// The Deployments of the hub's components.
  func components() async throws -> [Value] {
    try await reads.list(
      .deployments, namespace: try await requiredClusterManager().hubNamespace)
  }

  /// A command that shows an object of the hub.
  func inspect(_ object: ObjectReference) -> String {
    object.inspectCommand(hub.connection)
  }
}

/// There is no ClusterManager.
struct NoClusterManager: Error, CustomStringConvertible {
  let description = "there is no ClusterManager on the hub"
}
