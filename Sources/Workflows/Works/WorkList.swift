import KubernetesClient
import OpenClusterManagement

/// Lists what is handed out to clusters.
public struct WorkList: Sendable {
  /// The cluster; nil lists the works of all clusters.
  public let cluster: String?

  /// Prepares a list.
  public init(cluster: String? = nil) { self.cluster = cluster }

  /// Reads the works, by cluster and name.
  public func rows(on hub: ClusterAccess) async throws(WorkflowError) -> [WorkRow] {
    do {
      return try await hub.reader.list(.manifestWorks, namespace: cluster).items
        .map { WorkRow(ManifestWork($0)) }
        .sorted { ($0.cluster, $0.name) < ($1.cluster, $1.name) }
    } catch {
      throw WorkflowError(reading: hub, HubWithoutOCM.explaining(error, hub.connection))
    }
  }
}
