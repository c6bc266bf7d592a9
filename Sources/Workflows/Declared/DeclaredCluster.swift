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
    let secret = try await hub.present(ClusterOrigin.reference(record.name))
    return DeclaredCluster(name: record.name, work: decide(record, secret))
  }

  /// Decides what is to be done. Nothing is ever destroyed unless the annotation says the cluster's name.
  static func decide(_ record: ManagedCluster, _ secret: Value?) -> DeclaredWork {
    let name = record.name
    if let wish = record.annotation(Names.Annotation.destroy) {
      guard wish == name else {
        return .refused(
          "annotation \(Names.Annotation.destroy) says \"\(wish)\"; it has to say \"\(name)\"")
      }
      return .destroy
    }
    guard !record.isBeingDeleted else {
      return .refused(
        "it is being deleted, and nothing is destroyed without annotation \(Names.Annotation.destroy): \(name)"
      )
    }
    guard let secret else {
      return .refused("there is no Secret \(Names.Secret.createdCluster) in namespace \(name)")
    }
    do {
      guard let wanted = try specification(secret, ClusterOrigin.specificationKey, name) else {
        return .refused(
          "Secret \(Names.Secret.createdCluster) has no key \(ClusterOrigin.specificationKey)")
      }
      let present = try specification(secret, ClusterOrigin.appliedKey, name)
      return work(wanted, present, isRegistered: isRegistered(record))
    } catch {
      return .refused("\(error)")
    }
  }

  private static func isRegistered(_ record: ManagedCluster) -> Bool {
    record.label(Names.Label.created) == "true"
      && record.condition(Names.ConditionType.joined)?.isTrue ?? false
  }

  private static func specification(
    _ secret: Value, _ key: String, _ name: String
  ) throws(DocumentError) -> ClusterSpecification? {
    guard let text = ClusterOrigin.text(secret, key) else { return nil }
    return try ClusterSpecification(
      parsing: Array(text.utf8), source: "\(ClusterOrigin.reference(name)) (\(key))")
  }

  /// One thing at a time: what is left is found by the next look.
  private static func work(
    _ wanted: ClusterSpecification, _ present: ClusterSpecification?, isRegistered: Bool
  ) -> DeclaredWork {
    guard let present, isRegistered else { return .create }
    let (new, old) = (wanted.hosts.map(\.address), present.hosts.map(\.address))
    let adding = new.filter { !old.contains($0) }
    let removing = old.filter { !new.contains($0) }
    if removing.contains(present.firstMaster.address) {
      return .refused(
        "\(present.firstMaster.address) is the first master, on which sealer runs: it cannot be taken away"
      )
    }
    if !adding.isEmpty || !removing.isEmpty {
      return .scale(adding: adding, removing: removing)
    }
    if wanted.image.name != present.image.name { return .upgrade(image: wanted.image.name) }
    return .nothing
  }
}
