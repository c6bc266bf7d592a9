import KubernetesClient
import OpenClusterManagement

/// Whether a hub can be asked at all: looked at once, before many clusters are worked on.
public enum HubPresence {
  /// Throws when it does not answer, does not know the caller, or is no hub.
  ///
  /// - Parameter name: any cluster's name; it need not exist.
  public static func check(
    _ hub: ClusterAccess, lookingFor name: String, within deadline: Deadline
  ) async throws(WorkflowError) {
    do {
      _ = try await deadline.race(
        onlyReads: true, waitingFor: { BlockingFact(answersOf: Clusters(hub: hub)) }
      ) {
        try await hub.reader.getIfPresent(.managedClusters, name)
      }
    } catch {
      throw WorkflowError(reading: hub, HubWithoutOCM.explaining(error, hub.connection))
    }
  }
}
