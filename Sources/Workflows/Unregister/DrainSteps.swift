import Documents
import FoundationEssentials
import KubernetesClient
import OpenClusterManagement

/// Takes addons and then works away while the agent lives, which removes what they brought.
struct DrainSteps: Sendable {
  let request: UnregisterRequest
  let situation: UnregisterSituation
  let context: PlanningContext

  /// Addons first: deleting their works alone would have their manager make them again.
  func steps() -> [Step] {
    [
      step(
        id: "addons", title: "remove the addons of \(request.name)", .managedClusterAddOns,
        present: situation.addOns.map(\.reference), strippable: Set(Names.Finalizer.addOn)),
      step(
        id: "works", title: "remove what was handed out to \(request.name)", .manifestWorks,
        present: situation.works.map(\.reference), strippable: [Names.Finalizer.manifestWork]),
    ]
  }

  private func step(
    id: String, title: String, _ type: ResourceType, present: [ObjectReference],
    strippable: Set<String>
  ) -> Step {
    let location = context.hubLocation
    let changes = present.filter { $0.name != UnregisterPhase.holdingAddOnName }.map {
      PlannedChange(location: location, object: $0, action: .delete)
    }
    let needs = changes.flatMap { AccessNeed.needs(of: $0, method: .merge) }
    return Step(id: id, title: title, location: location, changes: changes, needs: needs) { step in
      try await drain(type, strippable, step)
    }
  }

  /// Deletes whatever is there, also what comes in between, until nothing is.
  private func drain(
    _ type: ResourceType, _ strippable: Set<String>, _ step: StepContext
  ) async throws -> StepResult {
    let source = WatchSource(
      key: "objects", reader: context.hub, type: type, namespace: request.name)
    let writes = Shared(0)
    let held = heldObjects(type)
    let wait = Wait<Void>(sources: [source], explain: { try await held?.cause() }) { watched in
      let objects = watched["objects"].filter {
        $0.at("metadata", "name")?.string != UnregisterPhase.holdingAddOnName
      }
      for object in objects {
        let count = try await push(object, type, strippable, step)
        writes.update { $0 += count }
      }
      guard let first = objects.first, step.mode.isPersistent else { return .satisfied(()) }
      return .waiting(try await fact(first, type, count: objects.count))
    }
    guard try await wait.run(step, patience: request.waits ? nil : 2) != nil else {
      return .pending("some are still on their way out", writes: writes.value)
    }
    return StepResult(writes.value > 0 ? .done : .unchanged, writes: writes.value)
  }

  /// Deletes an object, or takes the finalizers off that nobody is left to take off.
  private func push(
    _ object: Value, _ type: ResourceType, _ strippable: Set<String>, _ step: StepContext
  ) async throws -> Int {
    guard let reference = ObjectReference(object, type: type) else { return 0 }
    guard object.isBeingDeleted else {
      return try await DeletionSteps(reader: context.hub, location: context.hubLocation)
        .delete([reference], step)
    }
    guard request.forcesFinalizers, try await silence() != nil else { return 0 }
    return try await FinalizerRemoval(writer: step.hub).remove(strippable, from: object, type)
  }

  /// Whether the agent is lost by now. What was read at the start is enough as long as it was alive then.
  private func silence() async throws -> AgentSilence? {
    guard situation.silence(now: context.now()) != nil else { return nil }
    let lease = try await context.hub.getIfPresent(
      .leases, Names.Lease.managedCluster, namespace: request.name)
    return AgentSilence(
      lease: lease.map(Lease.init), record: situation.record, now: context.now())
  }

  private func heldObjects(_ type: ResourceType) -> HeldObjectDiagnosis? {
    guard let managed = context.managed, let location = context.managedLocation(request.name) else {
      return nil
    }
    return HeldObjectDiagnosis(
      cluster: request.name, hub: context.hub, managed: managed, location: location,
      goal: goal(type))
  }

  private func goal(_ type: ResourceType) -> String {
    "\(type.plural) of \(request.name) to be gone"
  }

  private func fact(
    _ object: Value, _ type: ResourceType, count: Int
  ) async throws -> BlockingFact {
    let reference =
      ObjectReference(object, type: type) ?? ObjectReference(type: type, name: "")
    let finalizers = object.at("metadata", "finalizers")?.array?.compactMap(\.string) ?? []
    var reason = "\(count) left; \(reference) is "
    reason += finalizers.isEmpty ? "going" : "held by \(finalizers.joined(separator: ", "))"
    if finalizers.contains(Names.Finalizer.manifestWork) {
      reason += ", which the agent takes off"
      if let silence = try await silence() {
        let flags = request.hubOnly ? "--force-finalizers" : "--hub-only --force-finalizers"
        reason += "; it \(silence.text) (\(flags) goes on without it)"
      }
    }
    return BlockingFact(
      goal: goal(type), reason: reason,
      object: reference, location: context.hubLocation,
      since: Timestamp.date(object.at("metadata", "deletionTimestamp")),
      inspect: reference.inspectCommand(context: context.hubLocation.connection.contextName))
  }
}
