import Documents
import FoundationEssentials
import KubernetesClient
import OpenClusterManagement

/// Looks on the managed cluster for the objects that keep a deleted work from going: the agent waits for
/// them, and each waits for whoever put a finalizer on it.
struct HeldObjectDiagnosis: Sendable {
  let cluster: String
  let hub: APIReader
  let managed: APIReader
  let location: ClusterLocation
  /// What all this is waited for, for the message.
  let goal: String

  /// The first object that is held; nil when there is none, or the works do not tell.
  func cause() async throws -> BlockingFact? {
    let works = try await hub.presentList(.manifestWorks, namespace: cluster)
      .map(ManifestWork.init)
    for work in works where work.isBeingDeleted {
      for manifest in work.manifestStatuses where !manifest.resource.isEmpty {
        if let fact = try await fact(manifest, of: work) { return fact }
      }
    }
    return nil
  }

  private func fact(
    _ manifest: ManifestWork.ManifestStatus, of work: ManifestWork
  ) async throws -> BlockingFact? {
    let type = ResourceType(
      group: manifest.group, version: manifest.version, plural: manifest.resource,
      kind: manifest.kind, isNamespaced: manifest.namespace != nil)
    let reference = ObjectReference(
      type: type, namespace: manifest.namespace, name: manifest.name)
    guard let object = try await managed.present(reference), let reason = object.holdingReason
    else { return nil }
    return BlockingFact(
      goal: goal, reason: "\(reference) of work \(work.name) \(reason)", object: reference,
      location: location, since: Timestamp.date(object.at("metadata", "deletionTimestamp")),
      inspect: reference.inspectCommand(location.connection))
  }
}

extension Value {
  /// Why an object that is being deleted is still there; nil when nothing says.
  fileprivate var holdingReason: String? {
    guard isBeingDeleted else { return nil }
    let holders = finalizerHolders.map(\.description)
    if !holders.isEmpty { return "is held by \(holders.joined(separator: ", "))" }
    // A namespace says in its conditions what is left in it.
    let left = (at("status", "conditions")?.array ?? []).filter { $0["status"]?.string == "True" }
      .compactMap { $0["message"]?.string }
    return left.isEmpty ? nil : "is not gone: \(left.joined(separator: " "))"
  }
}
