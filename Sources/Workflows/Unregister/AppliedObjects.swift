import Documents
import KubernetesClient
import OpenClusterManagement

/// What the records of works own on a managed cluster. Kubernetes deletes it a moment after them, but no more once
/// their type is gone: so it is waited for in between.
struct AppliedObjects: Sendable {
  let records: [AppliedManifestWork]
  let reader: APIReader

  /// Those that nobody else owns, and so go with the records.
  func references() async throws -> [ObjectReference] {
    let owners = Set(records.compactMap(\.uid))
    let resources = records.flatMap(\.appliedResources).filter { !$0.resource.isEmpty }
    return try await resources.concurrentMap(limit: 8) { resource in
      try await reference(resource, owners)
    }.compactMap(\.self)
  }

  private func reference(
    _ resource: AppliedManifestWork.AppliedResource, _ owners: Set<String>
  ) async throws -> ObjectReference? {
    let type = ResourceType(
      group: resource.group, version: resource.version, plural: resource.resource,
      kind: resource.resource, isNamespaced: resource.namespace != nil)
    let reference = ObjectReference(
      type: type, namespace: resource.namespace, name: resource.name)
    guard let object = try await reader.present(reference) else { return nil }
    let references = object.at("metadata", "ownerReferences")?.array ?? []
    let isOwned = references.allSatisfy { owners.contains($0["uid"]?.string ?? "") }
    guard isOwned, !references.isEmpty else { return nil }
    return ObjectReference(object, type: type) ?? reference
  }
}
