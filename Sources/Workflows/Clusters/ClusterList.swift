import Documents
public import KubernetesClient
import OpenClusterManagement

/// Lists the clusters of a hub as the server prints them: the quickest list there is.
public struct ClusterList: Sendable {
  /// Which clusters are listed.
  public let request: ClustersRequest

  /// Prepares a list.
  public init(_ request: ClustersRequest = ClustersRequest()) { self.request = request }

  /// The names of the clusters, in order.
  public func names(on hub: ClusterAccess) async throws(WorkflowError) -> [String] {
    do {
      let options = ListOptions(
        labelSelector: request.labelSelector, fromCache: !request.isConsistent)
      return try await hub.reader.metadataList(.managedClusters, options).items
        .compactMap { $0.at("metadata", "name")?.string }.sorted()
    } catch {
      throw WorkflowError(reading: hub, HubWithoutOCM.explaining(error, hub.connection))
    }
  }

  /// Reads the table; `objects` says how much of each object comes along.
  public func table(
    on hub: ClusterAccess, objects: ResourceTable.IncludedObjects = .none
  ) async throws(WorkflowError) -> ResourceTable {
    do {
      let options = ListOptions(
        labelSelector: request.labelSelector, fromCache: !request.isConsistent)
      return try await hub.reader.table(.managedClusters, options, objects: objects)
    } catch {
      throw WorkflowError(reading: hub, HubWithoutOCM.explaining(error, hub.connection))
    }
  }
}
