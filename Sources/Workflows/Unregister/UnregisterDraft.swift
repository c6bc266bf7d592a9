import Documents
import FoundationEssentials
import KubernetesClient
import OpenClusterManagement

/// A taking-out whose checks have passed: it lists its steps, in the order of `UnregisterPhase`.
struct UnregisterDraft: Sendable {
  let request: UnregisterRequest
  let situation: UnregisterSituation
  let context: PlanningContext
  /// What stays behind on purpose, as the steps find it.
  let left = Shared<[PlannedChange]>([])

  /// What the operator should know.
  var warnings: [String] {
    var warnings: [String] = []
    if request.hubOnly {
      warnings += UnregisterChecks.staying.map { "stays on \(request.name): \($0)" }
    }
    if let record = situation.record, !record.userFinalizers.isEmpty {
      let list = record.value.userFinalizerHolders.map(\.description).joined(separator: ", ")
      warnings.append("\(list) on the record: their owners have to take them off first")
    }
    if let record = situation.record, record.isBeingDeleted,
      !record.finalizers.contains(Names.Finalizer.unregister)
    {
      warnings.append("the record was deleted by somebody else and may vanish before all is clean")
    }
    return warnings
  }

  /// The steps for what is still there.
  func steps() async throws -> [Step] {
    var steps: [Step] = []
    if let record = situation.record {
      let hold = HoldSteps(
        record: record, addOns: situation.addOns, clusterUID: situation.agent?.clusterUID,
        hasNamespace: situation.hasNamespace,
        reconciler: context.hubReconciler())
      if !record.isBeingDeleted { steps += [try await hold.hold(), hold.markDeleted()] }
      steps.append(hold.awaitUsers(waits: request.waits))
    }
    let drain = DrainSteps(request: request, situation: situation, context: context)
    if situation.isAgentGone, let managed = context.managed,
      let cluster = context.managedLocation(request.name),
      let records = try await AppliedRecords(
        works: situation.works, policy: request.works, reader: managed, location: cluster
      ).step()
    {
      steps.append(records)
    }
    steps += drain.steps()
    if let agent = situation.agent, let managed = context.managed,
      let cluster = context.managedLocation(request.name)
    {
      let isHosted = situation.isHosted
      let removal = AgentRemoval(
        agent: agent, reader: isHosted ? context.host(of: request.name).reader : managed,
        location: isHosted ? context.host(of: request.name).location : cluster,
        forcesFinalizers: request.forcesFinalizers, waits: request.waits, left: left)
      steps += try await removal.steps()
      if isHosted {
        let remains = OperatorRemoval(
          agent: agent, reader: managed, location: cluster, waits: request.waits, left: left)
        steps.append(try await remains.typesStep())
      }
    } else if !request.hubOnly, !situation.isAgentRemoved, situation.leavesByBundle,
      let record = situation.record, situation.lease != nil || situation.hasJoined
    {
      steps.append(LeaveStep(record: record, context: context, waits: request.waits).step())
    }
    if !request.hubOnly { steps.append(drain.sweep()) }
    let cleanup = HubCleanup(
      request: request, situation: situation, reader: context.hub,
      location: context.hubLocation, left: left)
    return steps + cleanup.steps()
  }
}
