import Documents
public import FoundationEssentials
import KubernetesClient
import OpenClusterManagement

/// Looks at everything that can hold the deletion of a cluster back; it writes nothing.
public struct DeletionExplanation: Sendable {
  /// The cluster's name on the hub.
  public let name: String
  let now: @Sendable () -> Date

  /// Prepares a look.
  public init(name: String, now: @escaping @Sendable () -> Date = { Date() }) {
    self.name = name
    self.now = now
  }

  /// What was found.
  public struct Findings: Sendable, Hashable {
    /// When the deletion was asked for; nil when it was not.
    public let deletionTimestamp: Date?
    /// What holds it back, or would, nearest first.
    public let blockers: [DeletionBlocker]
  }

  /// Reads the hub and, where a way to it is given, the managed cluster.
  public func findings(on clusters: Clusters) async throws(WorkflowError) -> Findings {
    do {
      return try await read(clusters)
    } catch {
      throw WorkflowError(
        reading: clusters.hub, HubWithoutOCM.explaining(error, clusters.hub.connection))
    }
  }

  private func read(_ clusters: Clusters) async throws -> Findings {
    let hub = clusters.hub.reader
    let location = ClusterLocation(side: .hub, connection: clusters.hub.connection)
    let record = try await hub.getIfPresent(.managedClusters, name).map(ManagedCluster.init)
    let namespace = try await hub.getIfPresent(.namespaces, name)
    guard record != nil || namespace?.isBeingDeleted == true else {
      throw ClusterUnknown(name: name, hub: location)
    }
    let look = BlockerLook(
      name: name, record: record, hub: hub, location: location,
      managed: clusters.managed.map { access in
        (access.reader, ClusterLocation(side: .managed, name: name, connection: access.connection))
      }, now: now())
    var blockers = look.recordBlockers()
    blockers += try await look.addOnBlockers()
    blockers += try await look.workBlockers()
    blockers += try await look.controllerBlockers()
    blockers += try await DeadWebhooks(hub: hub, location: location).blockers()
    blockers += look.namespaceBlockers(namespace)
    return Findings(deletionTimestamp: record?.deletionTimestamp, blockers: blockers)
  }
}
