import Documents
import KubernetesClient
import OpenClusterManagement

/// What the hub says of a cluster that is to be destroyed: where its machines are found, or that they are clean already.
public enum DestroyTarget: Sendable {
  /// mcctl has created it of machines.
  ///
  /// - Parameter needsCluster: its agent has joined and has not been taken off yet, for which the cluster has to be
  ///   reached.
  case machines(ClusterOrigin, needsCluster: Bool)
  /// An earlier run has cleaned the machines; only the hub is left.
  case clean
  /// The hub has no trace of it.
  case absent

  /// Asks the hub.
  ///
  /// - Throws: `delete.not-created` for a cluster that mcctl has not created.
  public static func read(
    _ name: String, on hub: ClusterAccess
  ) async throws(WorkflowError) -> DestroyTarget {
    do {
      return try await read(
        name, hub.reader, at: ClusterLocation(side: .hub, connection: hub.connection))
    } catch {
      throw WorkflowError(reading: hub, error)
    }
  }

  private static func read(
    _ name: String, _ hub: APIReader, at location: ClusterLocation
  ) async throws -> DestroyTarget {
    let record = try await hub.present(ObjectReference(type: .managedClusters, name: name))
      .map(ManagedCluster.init)
    if record?.annotation(Names.Annotation.machinesRemoved) != nil { return .clean }
    if let origin = try await ClusterOrigin.read(name, hub) {
      let hasJoined = record?.condition(Names.ConditionType.joined)?.isTrue ?? false
      let isAgentRemoved = record?.annotation(Names.Annotation.agentRemoved) != nil
      return .machines(origin, needsCluster: hasJoined && !isAgentRemoved)
    }
    let namespace = try await hub.present(ObjectReference(type: .namespaces, name: name))
    // What is on its way out was let go by a run that had cleaned the machines.
    if record == nil, let namespace {
      let isOurs = namespace.at("metadata", "labels", Names.Label.clusterName)?.string == name
      guard isOurs else { return .absent }
      if namespace.isBeingDeleted { return .clean }
    }
    guard record != nil || namespace != nil else { return .absent }
    throw DestroyRefusal.notCreated(name: name, hub: location)
  }
}
