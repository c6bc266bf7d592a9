import Documents
import FoundationEssentials
import KubernetesClient
import OpenClusterManagement

/// Deletes a cluster's addons and works on the hub until there are none, also those that come in between. Addons
/// first: deleting their works alone would have their manager make them again.
struct Draining: Sendable {
  /// Who is there to finish what is deleted.
  enum Agent: Sendable {
    /// The agent, or nobody when it turns out to be lost.
    case present
    /// Nobody any more, and nothing of the cluster is left that it would have to do.
    case removed
  }

  /// Objects of one type.
  struct Kind: Sendable {
    let type: ResourceType
    /// Finalizers that may be taken off where nobody is left who would.
    let strippable: Set<String>

    static let addOns = Kind(type: .managedClusterAddOns, strippable: Set(Names.Finalizer.addOn))
    static let works = Kind(type: .manifestWorks, strippable: [Names.Finalizer.manifestWork])
  }

  let request: UnregisterRequest
  let situation: UnregisterSituation
  let context: PlanningContext
  /// In the order in which they go.
  let kinds: [Kind]
  let agent: Agent

  /// Ends when all are gone; nil when it is not to wait that long.
  func run(_ step: StepContext) async throws -> StepResult {
    let sources = kinds.map {
      WatchSource(
        key: $0.type.plural, reader: context.hub, type: $0.type, namespace: request.name)
    }
    let writes = Shared(0)
    let held = agent == .present ? heldObjects : nil
    let wait = Wait<Void>(sources: sources, explain: { try await held?.cause() }) { watched in
      let isLost = try await isLeftToNobody()
      for kind in kinds {
        let objects = watched[kind.type.plural].filter { !$0.isHold }
        for object in objects {
          let count = try await push(object, kind, isLost, step)
          writes.update { $0 += count }
        }
        guard let first = objects.first, step.mode.isPersistent else { continue }
        return .waiting(try await fact(first, kind.type, count: objects.count))
      }
      return .satisfied(())
    }
    guard try await wait.run(step, patience: request.waits ? nil : 2) != nil else {
      return .pending("some are still on their way out", writes: writes.value)
    }
    return StepResult(writes.value > 0 ? .done : .unchanged, writes: writes.value)
  }

  /// Deletes an object, or takes the finalizers off that nobody is left to take off.
  private func push(
    _ object: Value, _ kind: Kind, _ isLost: Bool, _ step: StepContext
  ) async throws -> Int {
    guard let reference = ObjectReference(object, type: kind.type) else { return 0 }
    guard object.isBeingDeleted else {
      if !isLost, kind.type == .manifestWorks,
        let writes = try await keepObjects(ManifestWork(object), step)
      {
        return writes
      }
      return try await DeletionSteps(reader: context.hub, location: context.hubLocation)
        .delete([reference], step)
    }
    guard isLost else { return 0 }
    return try await FinalizerRemoval(writer: step.hub)
      .remove(kind.strippable, from: object, kind.type)
  }

  /// Has the agent let go of what a work brought, where that is to stay: it has to see the change before the work
  /// may be deleted. Nil when there is nothing of that kind to do.
  private func keepObjects(_ work: ManifestWork, _ step: StepContext) async throws -> Int? {
    guard request.works == .orphan, work.addOn == nil else { return nil }
    if work.deletionPolicy == "Orphan" {
      // A work that no agent has seen has brought nothing.
      guard work.finalizers.contains(Names.Finalizer.manifestWork), step.mode.isPersistent else {
        return nil
      }
      let applied = work.condition(Names.ConditionType.workApplied)
      return applied?.isCurrent(for: work.generation) == true ? nil : 0
    }
    _ = try await step.hub.patch(
      .manifestWorks, work.name, namespace: request.name,
      .merge(["spec": ["deleteOption": ["propagationPolicy": "Orphan"]]]))
    return 1
  }

  /// Whether no agent is there any more to finish anything.
  private func isLeftToNobody() async throws -> Bool {
    if agent == .removed { return true }
    guard situation.leavesByBundle || request.forcesFinalizers else { return false }
    let lease = try await context.hub.getIfPresent(
      .leases, Names.Lease.managedCluster, namespace: request.name
    ).map(Lease.init)
    if let record = try await context.cluster(request.name),
      AgentDeparture(record: record, lease: lease).isOver(context.now())
    {
      return true
    }
    guard request.forcesFinalizers else { return false }
    return AgentSilence(lease: lease, record: situation.record, now: context.now()) != nil
  }
}

extension Draining {
  private var heldObjects: HeldObjectDiagnosis? {
    guard let managed = context.managed, let location = context.managedLocation(request.name),
      let kind = kinds.last
    else { return nil }
    return HeldObjectDiagnosis(
      cluster: request.name, hub: context.hub, managed: managed, location: location,
      goal: goal(kind.type))
  }

  private func goal(_ type: ResourceType) -> String {
    "\(type.plural) of \(request.name) to be gone"
  }

  private func fact(
    _ object: Value, _ type: ResourceType, count: Int
  ) async throws -> BlockingFact {
    let reference =
      ObjectReference(object, type: type) ?? ObjectReference(type: type, name: "")
    return BlockingFact(
      goal: goal(type), reason: "\(count) left; \(reference) is \(try await state(object))",
      object: reference, location: context.hubLocation,
      since: Timestamp.date(object.at("metadata", "deletionTimestamp")),
      inspect: reference.inspectCommand(context.hubLocation.connection))
  }

  private func state(_ object: Value) async throws -> String {
    guard object.isBeingDeleted else { return "to let go of what it brought" }
    let holders = object.finalizerHolders
    guard !holders.isEmpty else { return "going" }
    let held = "held by \(holders.map(\.description).joined(separator: ", "))"
    guard agent == .present, object.finalizers.contains(Names.Finalizer.manifestWork) else {
      return held
    }
    var text = "\(held), which the agent takes off"
    if situation.silence(now: context.now()) != nil {
      let lease = try await context.hub.getIfPresent(
        .leases, Names.Lease.managedCluster, namespace: request.name)
      if let silence = AgentSilence(
        lease: lease.map(Lease.init), record: situation.record, now: context.now())
      {
        text += "; it \(silence.text) (--lost goes on without it)"
      }
    }
    return text
  }
}

extension Value {
  /// mcctl's own addon, which is to stay until the end.
  fileprivate var isHold: Bool {
    at("metadata", "name")?.string == UnregisterPhase.holdingAddOnName
  }
}
