import Documents
import FoundationEssentials
import KubernetesClient
import OpenClusterManagement

/// Removes the agent from the managed cluster: the Klusterlet by OCM's own operator, then the operator,
/// its namespaces and its types, as far as nobody else needs them.
struct AgentRemoval: Sendable {
  let agent: AgentSituation
  let reader: APIReader
  let location: ClusterLocation
  let forcesFinalizers: Bool
  /// The managed cluster is not reached, and its side is to be left as it is.
  var isClusterLost = false
  var now: @Sendable () -> Date = { Date() }
  let waits: Bool
  /// Collects what stays.
  let left: Shared<[PlannedChange]>

  private var deletion: DeletionSteps { DeletionSteps(reader: reader, location: location) }
  private var operatorDeployment: ObjectReference {
    ObjectReference(
      type: .deployments, namespace: Names.Namespace.openClusterManagement,
      name: Names.ServiceAccount.klusterlet)
  }

  /// The steps for what there is of an agent.
  func steps() async throws -> [Step] {
    var steps: [Step] = []
    if let klusterlet = agent.klusterlet { steps.append(removeKlusterlet(klusterlet)) }
    let remains = OperatorRemoval(
      agent: agent, reader: reader, location: location, waits: waits, left: left)
    steps.append(try await remains.step())
    return steps
  }

  /// Deletes the Klusterlet, which its operator takes the agent and its namespaces away with.
  func removeKlusterlet(
    _ klusterlet: Klusterlet, id: String = "agent", title: String = "remove the agent"
  ) -> Step {
    let reference = ObjectReference(type: .klusterlets, name: klusterlet.name)
    let change = PlannedChange(location: location, object: reference, action: .delete)
    return Step(
      id: id, title: title, location: location, changes: [change],
      needs: AccessNeed.needs(of: change, method: .merge)
    ) { context in
      let writes = Shared(try await giveUpCluster(reference, context))
      let deleted = try await deletion.delete([reference], context)
      writes.update { $0 += deleted }
      guard context.mode.isPersistent else {
        return StepResult(.done, writes: writes.value)
      }
      let source = WatchSource(
        key: "klusterlet", reader: reader, type: .klusterlets, name: klusterlet.name)
      let wait = Wait<Void>(sources: [source], explain: { try await cause() }) { objects in
        guard let present = objects["klusterlet"].first else { return .satisfied(()) }
        let stripped = try await strip(present, context)
        writes.update { $0 += stripped }
        return .waiting(fact(reference, present))
      }
      guard try await wait.run(context, patience: waits ? nil : 2) != nil else {
        return .pending("the agent is still being removed", writes: writes.value)
      }
      return StepResult(writes.value > 0 ? .done : .unchanged, writes: writes.value)
    }
  }

  /// Tells the operator that the managed cluster has been out of reach for longer than it waits for one before it
  /// leaves that side alone, five minutes (OCM operator, klusterlet_cleanup_controller).
  private func giveUpCluster(
    _ klusterlet: ObjectReference, _ context: StepContext
  ) async throws -> Int {
    guard isClusterLost, let present = try await reader.present(klusterlet),
      present.at("metadata", "annotations", Names.Annotation.evictionTimestamp) == nil
    else { return 0 }
    let since = Timestamp.text(now().addingTimeInterval(-3600))
    _ = try await context.writer(location.side).patch(
      klusterlet.type, klusterlet.name,
      .merge(["metadata": ["annotations": [Names.Annotation.evictionTimestamp: .string(since)]]]))
    return 1
  }

  /// Without its operator nobody takes the Klusterlet's finalizers off.
  private func strip(_ klusterlet: Value, _ context: StepContext) async throws -> Int {
    guard klusterlet.isBeingDeleted else { return 0 }
    let deployment = try await reader.present(operatorDeployment)
    let isRunning = (deployment?.at("status", "availableReplicas")?.int ?? 0) > 0
    guard deployment == nil || forcesFinalizers && !isRunning else { return 0 }
    let finalizers: Set = [Names.Finalizer.klusterlet, Names.Finalizer.klusterletHosted]
    return try await FinalizerRemoval(writer: context.writer(location.side))
      .remove(finalizers, from: klusterlet, .klusterlets)
  }

  private func fact(_ reference: ObjectReference, _ present: Value) -> BlockingFact {
    let held = present.finalizers
    return BlockingFact(
      goal: "the agent to be removed",
      reason:
        "\(reference) is held by \(held.joined(separator: ", ")), which its operator takes off",
      object: reference, location: location,
      since: Timestamp.date(present.at("metadata", "deletionTimestamp")),
      inspect: reference.inspectCommand(location.connection))
  }

  private func cause() async throws -> BlockingFact? {
    try await DeploymentDiagnosis(
      reader: reader, location: location, goal: "the agent to be removed"
    ).cause(in: Names.Namespace.openClusterManagement, only: Names.ServiceAccount.klusterlet)
  }
}
