import Documents

/// An object in the record of a work.
struct AppliedResource: Sendable, Hashable {
  let group: String
  let version: String
  let resource: String
  let namespace: String
  let name: String
  let uid: String

  init(_ meta: ManifestMeta, _ kind: Kind, _ object: Value) {
    group = kind.group
    version = kind.version
    resource = kind.plural
    namespace = meta.namespace
    name = meta.name
    uid = object.objectUID
  }

  init(document: Value) {
    group = document["group"]?.string ?? ""
    version = document["version"]?.string ?? ""
    resource = document["resource"]?.string ?? ""
    namespace = document["namespace"]?.string ?? ""
    name = document["name"]?.string ?? ""
    uid = document["uid"]?.string ?? ""
  }

  var document: Value {
    var document: Value = ["name": .string(name), "resource": .string(resource)]
    if !group.isEmpty { document["group"] = .string(group) }
    if !namespace.isEmpty { document["namespace"] = .string(namespace) }
    document["uid"] = .string(uid)
    document["version"] = .string(version)
    return document
  }

  /// What the list is sorted by.
  var order: String { [group, version, resource, namespace, name].joined(separator: "/") }

  /// Whether both mean the same place, whatever is there.
  func isSame(as other: AppliedResource) -> Bool {
    (group, resource, namespace, name) == (other.group, other.resource, other.namespace, other.name)
  }
}

/// Deletes the objects of a work (OCM work, `DeleteAppliedResources`).
struct AppliedResources: Sendable {
  let spoke: RestrictedClient
  /// Uid of the record whose objects they are.
  let owner: String

  /// Deletes what the record alone owns, and gives up what others own too.
  ///
  /// - Returns: those that are not gone yet.
  func delete(_ resources: [AppliedResource]) async throws -> [AppliedResource] {
    var left: [AppliedResource] = []
    for resource in resources {
      let namespaced = !resource.namespace.isEmpty
      let kind = Kind(
        resource.group, resource.version, resource.resource, "", namespaced: namespaced)
      let namespace = namespaced ? resource.namespace : nil
      guard let object = try await spoke.find(kind, resource.name, namespace),
        object.objectUID == resource.uid,
        object.ownerReferences.contains(where: { $0["uid"]?.string == owner })
      else { continue }
      if object.ownerReferences.count > 1 {
        try await spoke.modify(kind, resource.name, namespace) { object in
          let others = object.ownerReferences.filter { $0["uid"]?.string != owner }
          object.set(.array(others), at: "metadata", "ownerReferences")
        }
        continue
      }
      if !object.isTerminating { try await spoke.ensureAbsent(kind, resource.name, namespace) }
      if try await spoke.find(kind, resource.name, namespace)?.objectUID == resource.uid {
        left.append(resource)
      }
    }
    return left
  }
}

/// Deletes the objects of records that are being deleted, and lets the records go when those are
/// gone. Records of other agents are left alone (OCM work, finalizercontroller).
struct RecordFinalizer: Sendable {
  let agent: AgentContext
  let agentID: String
  let spoke: RestrictedClient

  func reconcile(_ name: String) async throws -> Controller.Outcome {
    guard let record = try await spoke.find(.appliedManifestWorks, name), record.isTerminating,
      record.finalizers.contains(OCM.appliedWorkFinalizer),
      record.at("spec", "agentID")?.string == agentID
    else { return .settled }
    let resources = (record.at("status", "appliedResources")?.array ?? [])
      .map(AppliedResource.init(document:))
    let left = try await AppliedResources(spoke: spoke, owner: record.objectUID)
      .delete(resources)
    if left.count != resources.count {
      try await spoke.modify(.appliedManifestWorks, name, subresource: "status") { object in
        object.set(.array(left.map(\.document)), at: "status", "appliedResources")
      }
    }
    guard left.isEmpty else { return .again(after: agent.pace.requeue) }
    try await spoke.removeFinalizers(
      [OCM.appliedWorkFinalizer], from: .appliedManifestWorks, name)
    return .settled
  }
}
