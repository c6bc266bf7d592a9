import KubernetesClient
import OpenClusterManagement

/// Finds the records on a hub whose clusters have not joined: those that somebody made to be imported later.
public struct WaitingClusters: Sendable {
  /// A label selector in the API's syntax; empty for all.
  public let selector: String

  /// Prepares the search.
  public init(selector: String) { self.selector = selector }

  /// Their names, in alphabetical order. Those that wait for a bundle to be applied are not among them.
  public func names(on hub: ClusterAccess) async throws(WorkflowError) -> [String] {
    do {
      let options = ListOptions(labelSelector: selector.isEmpty ? nil : selector)
      return try await hub.reader.list(.managedClusters, options).items.map(ManagedCluster.init)
        .filter { cluster in
          let isJoined = cluster.condition(Names.ConditionType.joined)?.isTrue ?? false
          return !isJoined && !cluster.awaitsBundle && !cluster.isBeingDeleted
        }.map(\.name).sorted()
    } catch {
      throw WorkflowError(reading: hub, HubWithoutOCM.explaining(error, hub.connection))
    }
  }
}
