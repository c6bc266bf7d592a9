import Documents
import KubernetesClient
import OpenClusterManagement

/// Takes addons and then works away while the agent lives, which removes what they brought; and once more when it
/// is gone, for what came in between.
struct DrainSteps: Sendable {
  let request: UnregisterRequest
  let situation: UnregisterSituation
  let context: PlanningContext

  /// What is taken away while the agent lives.
  func steps() -> [Step] {
    let accounts = situation.managedServiceAccounts
    let agent: Draining.Agent = situation.isAgentGone ? .removed : .present
    return [
      step(
        id: "addons", title: "remove the addons of \(request.name)",
        changes: accounts.map { change($0) } + situation.addOns.filter { !$0.isHold }.map(change),
        draining([.addOns], agent: agent), first: accounts),
      step(
        id: "works", title: "remove what was handed out to \(request.name)",
        changes: situation.works.map(change), draining([.addOns, .works], agent: agent)),
    ]
  }

  /// What came in while the agent was being removed: nobody is left to finish it, and it left nothing on the cluster.
  func sweep() -> Step {
    let draining = draining([.addOns, .works], agent: .removed)
    return Step(
      id: "sweep", title: "remove what came in meanwhile for \(request.name)",
      location: context.hubLocation, changes: [],
      dryRun: .skip("a dry run leaves the agent as it is")
    ) { step in
      let swept = try await draining.run(step)
      guard !swept.endsRun, let record = try await context.cluster(request.name),
        record.isBeingDeleted, record.annotation(Names.Annotation.agentRemoved) == nil
      else { return swept }
      // From here on the managed cluster is not needed any more, should this be interrupted.
      let mark: Value = ["metadata": ["annotations": [Names.Annotation.agentRemoved: "true"]]]
      _ = try await step.hub.patch(.managedClusters, request.name, .merge(mark))
      return StepResult(.done, writes: swept.writes + 1)
    }
  }

  private func draining(_ kinds: [Draining.Kind], agent: Draining.Agent) -> Draining {
    Draining(
      request: request, situation: situation, context: context, kinds: kinds, agent: agent)
  }

  private func step(
    id: String, title: String, changes: [PlannedChange], _ draining: Draining,
    first: [ObjectReference] = []
  ) -> Step {
    let needs = changes.flatMap { AccessNeed.needs(of: $0, method: .merge) }
    let location = context.hubLocation
    return Step(id: id, title: title, location: location, changes: changes, needs: needs) { step in
      let deleted = try await DeletionSteps(reader: context.hub, location: location)
        .delete(first, step)
      let drained = try await draining.run(step)
      guard deleted > 0 else { return drained }
      return StepResult(
        .done, message: drained.message, writes: drained.writes + deleted,
        endsRun: drained.endsRun)
    }
  }

  private func change(_ work: ManifestWork) -> PlannedChange {
    let preview = WorkPreview(work: work, policy: request.works, hubOnly: request.hubOnly)
    return change(work.reference, note: preview.note)
  }

  private func change(_ addOn: ManagedClusterAddOn) -> PlannedChange {
    let holders = addOn.value.finalizerHolders.map(\.description)
    return change(
      addOn.reference,
      note: holders.isEmpty ? nil : "held by \(holders.joined(separator: ", "))")
  }

  private func change(_ object: ObjectReference, note: String? = nil) -> PlannedChange {
    PlannedChange(location: context.hubLocation, object: object, action: .delete, note: note)
  }
}

extension ManagedClusterAddOn {
  /// mcctl's own addon, which is to stay until the end.
  var isHold: Bool { name == UnregisterPhase.holdingAddOnName }
}
