import Documents
import KubernetesClient
import OpenClusterManagement

/// A cluster that is declared on the hub: a ManagedCluster with annotation `mcctl.dev/cluster: Managed`, and Secret
/// `mcctl-cluster` in its namespace with what it is to be made of. A command or a controller brings it about; what is to
/// be done is decided here, from what the hub has alone.
public struct DeclaredCluster: Sendable {
  /// Its name on the hub.
  public let name: String
  /// What is to be done.
  public let work: DeclaredWork
  /// What the hub keeps of it; nil where it cannot be read, or is not there.
  public let origin: ClusterOrigin?

  /// Reads every declared cluster that a label selector chooses; all of them when it is nil.
  public static func all(
    _ selector: String?, on hub: ClusterAccess
  ) async throws(WorkflowError) -> [DeclaredCluster] {
    do {
      let records = try await hub.reader.list(
        .managedClusters, ListOptions(labelSelector: selector)
      ).items.map(ManagedCluster.init).filter(isDeclared)
      return try await records.concurrentMap(limit: 8) { try await read($0, hub.reader) }
        .sorted { $0.name < $1.name }
    } catch {
      throw WorkflowError(reading: hub, HubWithoutOCM.explaining(error, hub.connection))
    }
  }

  /// Reads one; nil when there is no such record, or it declares nothing.
  public static func read(
    _ name: String, on hub: ClusterAccess
  ) async throws(WorkflowError) -> DeclaredCluster? {
    do {
      let record = try await hub.reader.present(
        ObjectReference(type: .managedClusters, name: name)
      ).map(ManagedCluster.init)
      guard let record, isDeclared(record) else { return nil }
      return try await read(record, hub.reader)
    } catch {
      throw WorkflowError(reading: hub, error)
    }
  }

  private static func isDeclared(_ record: ManagedCluster) -> Bool {
    record.annotation(Names.Annotation.declared) == Names.Annotation.declaredValue
  }

  private static func read(
    _ record: ManagedCluster, _ hub: APIReader
  ) async throws -> DeclaredCluster {
    decide(record, try await hub.present(ClusterOrigin.reference(record.name)))
  }

  /// Decides what is to be done. Nothing is ever destroyed unless the annotation says the cluster's name.
  static func decide(_ record: ManagedCluster, _ secret: Value?) -> DeclaredCluster {
    let name = record.name
    func cluster(_ work: DeclaredWork, _ origin: ClusterOrigin? = nil) -> DeclaredCluster {
      DeclaredCluster(name: name, work: work, origin: origin)
    }
    if let wish = record.annotation(Names.Annotation.destroy) {
      return cluster(
        wish == name
          ? .destroy
          : .refused(
            "annotation \(Names.Annotation.destroy) says \"\(wish)\"; it has to say \"\(name)\""))
    }
    guard !record.isBeingDeleted else {
      return cluster(
        .refused(
          "it is being deleted, and nothing is destroyed without annotation \(Names.Annotation.destroy): \(name)"
        ))
    }
    guard let secret else {
      return cluster(
        .refused("there is no Secret \(Names.Secret.createdCluster) in namespace \(name)"))
    }
    do {
      guard let origin = try ClusterOrigin(secret, of: name) else {
        return cluster(
          .refused(
            "Secret \(Names.Secret.createdCluster) has no key \(OriginKey.specification.rawValue)"))
      }
      _ = try origin.specification(name)
      return cluster(
        DeclaredDecision(name: name, origin: origin, isRegistered: isRegistered(record)).work,
        origin)
    } catch {
      return cluster(.refused("\(error)"))
    }
  }

  private static func isRegistered(_ record: ManagedCluster) -> Bool {
    record.label(Names.Label.created) == "true"
      && record.condition(Names.ConditionType.joined)?.isTrue ?? false
  }
}
