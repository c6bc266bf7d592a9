import Documents
import KubernetesClient
import OpenClusterManagement

/// The end on the hub: OCM is let finish, what it leaves behind is removed, and the record goes last.
struct HubCleanup: Sendable {
  let request: UnregisterRequest
  let situation: UnregisterSituation
  let reader: APIReader
  let location: ClusterLocation
  /// Collects what stays.
  let left: Shared<[PlannedChange]>

  private var name: String { request.name }
  private var deletion: DeletionSteps { DeletionSteps(reader: reader, location: location) }
  private var record: ObjectReference { ObjectReference(type: .managedClusters, name: name) }
  private var hold: ObjectReference {
    ObjectReference(
      type: .managedClusterAddOns, namespace: name, name: UnregisterPhase.holdingAddOnName)
  }

  /// True when mcctl's addon is there, or an earlier step makes it.
  private var hasHold: Bool {
    situation.addOns.contains { $0.name == UnregisterPhase.holdingAddOnName }
      || situation.makesHold
  }

  /// So long the hub's controllers are waited for before what they hold the record by comes off without them.
  private static let patience = Duration.seconds(10)

  /// OCM is let finish, and what it leaves behind is removed. The record is still there.
  func finishing() async throws -> [Step] { [try await release(), leftovers()] }

  /// The namespace and the record go: after this there is nothing to go on from.
  func forgetting() -> [Step] {
    var steps: [Step] = []
    if situation.namespace != nil, request.namespace != .keep { steps.append(namespace()) }
    if situation.record != nil { steps.append(removeRecord()) }
    return steps
  }

  /// Lets OCM finish: mcctl's addon goes, and then everything that OCM still holds the record for.
  private func release() async throws -> Step {
    let change = PlannedChange(location: location, object: hold, action: .delete)
    let changes = (hasHold ? [change] : []) + (try await forcedRelease())
    return Step(
      id: "release", title: "let the hub finish with \(name)", location: location,
      changes: changes,
      needs: AccessNeed.needs(of: change, method: .merge),
      dryRun: .skip("a dry run leaves the record as it is")
    ) { context in
      let writes = Shared(try await deletion.delete([hold], context))
      if let present = try await reader.present(hold) {
        let removed = try await FinalizerRemoval(writer: context.hub)
          .remove([Names.Finalizer.holdAddOn], from: present, hold.type)
        writes.update { $0 += removed }
      }
      guard try await awaitOthers(context, writes) != nil else {
        return .pending("the hub has not finished yet", writes: writes.value)
      }
      return StepResult(writes.value > 0 ? .done : .unchanged, writes: writes.value)
    }
  }

  /// Waits until nobody but mcctl holds the record; nil when it is not to wait that long.
  private func awaitOthers(_ context: StepContext, _ writes: Shared<Int>) async throws -> Void? {
    let start = ContinuousClock.now
    let source = WatchSource(key: "cluster", reader: reader, type: .managedClusters, name: name)
    return try await Wait<Void>(sources: [source]) { objects in
      guard let cluster = objects["cluster"].first.map(ManagedCluster.init) else {
        return .satisfied(())
      }
      let others = cluster.finalizers.filter { $0 != Names.Finalizer.unregister }
      guard !others.isEmpty else { return .satisfied(()) }
      if request.forcesFinalizers, ContinuousClock.now - start > Self.patience {
        let orphaned = try await HubFinalizers(reader: reader).orphaned(on: cluster)
        let removed = try await FinalizerRemoval(writer: context.hub)
          .remove(Set(orphaned), from: cluster.value, .managedClusters)
        writes.update { $0 += removed }
      }
      return .waiting(fact(cluster, others))
    }.run(context, patience: request.waits ? nil : 15)
  }

  /// What will come off the record by force, as far as that can be told now.
  private func forcedRelease() async throws -> [PlannedChange] {
    guard request.forcesFinalizers, let present = situation.record else { return [] }
    let orphaned = try await HubFinalizers(reader: reader).orphaned(on: present)
    guard !orphaned.isEmpty else { return [] }
    return [
      PlannedChange(
        location: location, object: record, action: .update,
        note: "\(orphaned.joined(separator: ", ")) comes off by force: "
          + "\(HubFinalizers.controller) does not run")
    ]
  }

  private func fact(_ cluster: ManagedCluster, _ finalizers: [String]) -> BlockingFact {
    let deleting = cluster.condition(Names.ConditionType.deleting)?.message
    let isOCM = finalizers.allSatisfy(Names.Finalizer.isOpenClusterManagement)
    let owner = isOCM ? ", which the hub's registration controller takes off" : ""
    return BlockingFact(
      goal: "the hub to finish with \(name)",
      reason: "held by \(finalizers.joined(separator: ", "))\(owner)"
        + (deleting.map { ": \($0)" } ?? ""),
      object: record, location: location, since: cluster.deletionTimestamp,
      inspect: record.inspectCommand(location.connection))
  }

  /// Removes RBAC, join credentials and certificate requests; with a namespace that stays also what
  /// is in it.
  private func leftovers() -> Step {
    let inside = request.namespace == .keep ? insideReferences : []
    let changes = (situation.leftovers + inside).map {
      PlannedChange(location: location, object: $0, action: .delete)
    }
    return Step(
      id: "leftovers", title: "remove what the hub leaves behind of \(name)", location: location,
      changes: changes, needs: changes.flatMap { AccessNeed.needs(of: $0, method: .merge) }
    ) { context in
      let found = try await HubLeftovers(clusterName: name).references(reader)
      let writes = try await deletion.delete(found + inside, context)
      return StepResult(writes > 0 ? .done : .unchanged, writes: writes)
    }
  }

  private var insideReferences: [ObjectReference] {
    let rights = Names.ClusterRole.unregistering(name)
    return [
      ObjectReference(type: .roleBindings, namespace: name, name: rights),
      ObjectReference(type: .roles, namespace: name, name: rights),
      ObjectReference(type: .leases, namespace: name, name: Names.Lease.managedCluster),
    ] + (situation.hasCredentials ? [StoredCredentials.reference(name)] : [])
  }

  /// Deletes the namespace; what is not the cluster's, and came in between, keeps it.
  private func namespace() -> Step {
    let leftovers = HubLeftovers(clusterName: name)
    let change = PlannedChange(location: location, object: leftovers.namespace, action: .delete)
    return Step(
      id: "namespace", title: "remove namespace \(name)", location: location,
      changes: origin + [change],
      needs: AccessNeed.needs(of: change, method: .merge)
    ) { context in
      if request.namespace == .deleteIfEmpty, let kept = try await foreignNamespace(leftovers) {
        left.update { $0.append(kept) }
        return StepResult(.skipped, message: kept.note)
      }
      var writes = try await deletion.delete([leftovers.namespace], context)
      if let binding = try await reader.present(leftovers.finalizedRoleBinding),
        context.mode.isPersistent
      {
        writes += try await FinalizerRemoval(writer: context.hub)
          .remove([Names.Finalizer.manifestWork], from: binding, .roleBindings)
      }
      if request.waits, context.mode.isPersistent {
        try await deletion.awaitGone([leftovers.namespace], context)
      }
      return StepResult(writes > 0 ? .done : .unchanged, writes: writes)
    }
  }

  /// That goes with the namespace, and a reader should know of it.
  private var origin: [PlannedChange] {
    guard situation.hasOrigin, !request.machinesGo else { return [] }
    return [
      PlannedChange(
        location: location, object: ClusterOrigin.reference(name), action: .delete,
        note: "what \(name) was made of; its machines go on running it")
    ]
  }

  private func foreignNamespace(_ leftovers: HubLeftovers) async throws -> PlannedChange? {
    let present = try await reader.present(leftovers.namespace)
    guard let present, !present.isBeingDeleted else { return nil }
    let foreign = try await NamespaceContents(namespace: name, reader: reader).foreign()
    guard !foreign.isEmpty else { return nil }
    return PlannedChange(
      location: location, object: leftovers.namespace, action: .unchanged,
      note: "kept: it holds \(foreign.map(\.description).joined(separator: ", "))")
  }

  /// Takes mcctl's finalizer off the record: from here on there is nothing to retry.
  private func removeRecord() -> Step {
    let change = PlannedChange(location: location, object: record, action: .delete)
    return Step(
      id: "record", title: "remove the record of \(name)", location: location, changes: [change],
      needs: [AccessNeed(.hub, AccessAttributes("patch", .managedClusters, name: name))],
      dryRun: .skip("a dry run leaves the record as it is")
    ) { context in
      guard let present = try await reader.present(record) else { return StepResult(.unchanged) }
      let writes = try await FinalizerRemoval(writer: context.hub)
        .remove([Names.Finalizer.unregister], from: present, .managedClusters)
      try await deletion.awaitGone([record], context)
      return StepResult(.done, writes: writes)
    }
  }
}
