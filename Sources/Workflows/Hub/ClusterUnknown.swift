import KubernetesClient
import OpenClusterManagement

/// The hub has no cluster of that name.
struct ClusterUnknown: WorkflowFailure {
  let name: String
  let hub: ClusterLocation

  var id: ErrorID { .clusterNotFound }
  var category: ExitCategory { .notFound }
  var what: String { "there is no cluster \(name) on the hub" }
  var location: ClusterLocation? { hub }
  var next: [String] { ["mcctl get clusters --context \(hub.connection.contextName)"] }
}

extension PlanningContext {
  /// The record of a cluster on the hub; nil when there is none. Fails when the hub is none.
  func cluster(_ name: String) async throws -> ManagedCluster? {
    do {
      return try await hub.getIfPresent(.managedClusters, name).map(ManagedCluster.init)
    } catch {
      throw HubWithoutOCM.explaining(error, hub.connection)
    }
  }

  /// The record of a cluster on the hub, which must exist.
  func existingCluster(_ name: String) async throws -> ManagedCluster {
    try ClusterName.validate(name)
    guard let cluster = try await cluster(name) else {
      throw ClusterUnknown(name: name, hub: hubLocation)
    }
    return cluster
  }
}
