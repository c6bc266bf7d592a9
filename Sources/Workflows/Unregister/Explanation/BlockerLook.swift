import Documents
import FoundationEssentials
import KubernetesClient
import OpenClusterManagement

/// Looks at the objects of one cluster for what holds them.
struct BlockerLook: Sendable {
  let name: String
  let record: ManagedCluster?
  let hub: APIReader
  let location: ClusterLocation
  let managed: (reader: APIReader, location: ClusterLocation)?
  let now: Date

  /// Others that hold the record.
  func recordBlockers() -> [DeletionBlocker] {
    record.map { users(of: $0.value, $0.reference, location) } ?? []
  }

  /// Addons that have something to do first, and those that others hold.
  func addOnBlockers() async throws -> [DeletionBlocker] {
    try await hub.presentList(.managedClusterAddOns, namespace: name).map(ManagedClusterAddOn.init)
      .filter { !$0.isHold }.flatMap { addOn -> [DeletionBlocker] in
        let users = users(of: addOn.value, addOn.reference, location)
        let own = addOn.finalizers.filter { Names.Finalizer.addOn.contains($0) }
        guard addOn.isBeingDeleted, !own.isEmpty else { return users }
        return users + [
          DeletionBlocker(
            kind: .addOn, object: addOn.reference.description, place: location.description,
            reason: "is held by \(own.joined(separator: ", ")), its work before it goes",
            since: addOn.deletionTimestamp,
            who: "the manager of addon \(addOn.name), and its agent on the cluster",
            command: "kubectl \(location.connection.kubectlFlags) -n \(name) get manifestworks -l "
              + "\(Names.Label.addOnName)=\(addOn.name) -o yaml")
        ]
      }
  }

  /// Works that others hold, that a lost agent holds, or of which an object on the cluster is held.
  func workBlockers() async throws -> [DeletionBlocker] {
    let works = try await hub.presentList(.manifestWorks, namespace: name).map(ManifestWork.init)
    guard !works.isEmpty else { return [] }
    let lease = try await hub.getIfPresent(
      .leases, Names.Lease.managedCluster, namespace: name
    ).map(Lease.init)
    let silence = AgentSilence(lease: lease, record: record, now: now)
    var blockers: [DeletionBlocker] = []
    for work in works {
      blockers += users(of: work.value, work.reference, location)
      guard work.isBeingDeleted, work.finalizers.contains(Names.Finalizer.manifestWork) else {
        continue
      }
      let held = try await heldObjects(of: work)
      blockers += held.isEmpty ? [unfinished(work, silence)] : held
    }
    return blockers
  }

  private func unfinished(_ work: ManifestWork, _ silence: AgentSilence?) -> DeletionBlocker {
    let reason =
      silence.map { "waits for the agent, which \($0.text)" }
      ?? "is being taken away by the agent"
      + (managed == nil ? " (with access to the cluster, what holds it there is shown)" : "")
    return DeletionBlocker(
      kind: .work, object: work.reference.description, place: location.description,
      reason: reason, since: work.deletionTimestamp, who: "the agent of \(name)",
      command: silence == nil
        ? work.reference.inspectCommand(location.connection) : "mcctl delete \(name) --lost")
  }

  private func heldObjects(of work: ManifestWork) async throws -> [DeletionBlocker] {
    guard let managed else { return [] }
    return try await work.manifestStatuses.filter { !$0.resource.isEmpty }.concurrentMap(limit: 8) {
      try await heldObject($0, of: work, managed.reader, managed.location)
    }.flatMap(\.self)
  }

  private func heldObject(
    _ manifest: ManifestWork.ManifestStatus, of work: ManifestWork, _ reader: APIReader,
    _ location: ClusterLocation
  ) async throws -> [DeletionBlocker] {
    let reference = manifest.reference
    guard let object = try await reader.present(reference), object.isBeingDeleted else { return [] }
    return object.finalizerHolders.map { holder in
      blocker(.heldObject, holder, object, reference, location, of: " (work \(work.name))")
    }
  }

  /// The namespace, when it is to go and does not.
  func namespaceBlockers(_ namespace: Value?) -> [DeletionBlocker] {
    guard let namespace, namespace.isBeingDeleted else { return [] }
    let reference = ObjectReference(type: .namespaces, name: name)
    let messages = namespace.conditionMessages
    return [
      DeletionBlocker(
        kind: .namespace, object: reference.description, place: location.description,
        reason: "is Terminating: "
          + (messages.isEmpty ? "nothing says why" : messages.joined(separator: " ")),
        since: Timestamp.date(namespace.at("metadata", "deletionTimestamp")),
        who: "whoever holds what is left in it",
        command: reference.inspectCommand(location.connection))
    ]
  }
}

extension BlockerLook {
  private func users(
    of object: Value, _ reference: ObjectReference, _ location: ClusterLocation
  ) -> [DeletionBlocker] {
    object.userFinalizerHolders.map {
      blocker(.userFinalizer, $0, object, reference, location, of: "")
    }
  }

  private func blocker(
    _ kind: DeletionBlocker.Kind, _ holder: FinalizerHolder, _ object: Value,
    _ reference: ObjectReference, _ location: ClusterLocation, of work: String
  ) -> DeletionBlocker {
    let patch = FinalizerRemoval.patch(removing: [holder.finalizer], from: object)
    let place = reference.namespace.map { " -n \($0)" } ?? ""
    return DeletionBlocker(
      kind: kind, object: reference.description + work, place: location.description,
      reason: "is held by \(holder.finalizer)",
      since: Timestamp.date(object.at("metadata", "deletionTimestamp")) ?? holder.since,
      who: (holder.manager ?? "its owner") + "; if that is gone for good, you",
      command: "kubectl \(location.connection.kubectlFlags)\(place) patch "
        + "\(reference.type.qualifiedName) \(reference.name) --type=json -p "
        + "'\(JSON.text(.array(patch)))'")
  }
}

extension ManifestWork.ManifestStatus {
  /// The object on the managed cluster.
  var reference: ObjectReference {
    let type = ResourceType(
      group: group, version: version, plural: resource, kind: kind, isNamespaced: namespace != nil)
    return ObjectReference(type: type, namespace: namespace, name: name)
  }
}
