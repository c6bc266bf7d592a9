import KubernetesClient
import OpenClusterManagement

/// Lists the readiness gates of clusters; it writes nothing.
public struct GateList: Sendable {
  /// The clusters; all when empty.
  public let names: [String]

  /// Prepares a list.
  public init(names: [String] = []) { self.names = names }

  /// Reads the gates, by cluster and in the order of each cluster. A name that does not exist is an
  /// error.
  public func rows(on hub: ClusterAccess) async throws(WorkflowError) -> [GateRow] {
    do {
      return try await clusters(hub).sorted { $0.name < $1.name }.flatMap(GateRow.rows)
    } catch {
      throw WorkflowError(mapping: HubWithoutOCM.explaining(error, hub.connection))
    }
  }

  private func clusters(_ hub: ClusterAccess) async throws -> [ManagedCluster] {
    guard !names.isEmpty else {
      var gated: [ManagedCluster] = []
      let options = ListOptions(fromCache: true)
      for try await item in hub.reader.items(.managedClusters, options) {
        let cluster = ManagedCluster(item)
        if !cluster.readinessGates.types.isEmpty { gated.append(cluster) }
      }
      return gated
    }
    let location = ClusterLocation(side: .hub, connection: hub.connection)
    return try await names.concurrentMap(limit: 8) { name in
      guard let value = try await hub.reader.getIfPresent(.managedClusters, name) else {
        throw ClusterUnknown(name: name, hub: location)
      }
      return ManagedCluster(value)
    }
  }
}
