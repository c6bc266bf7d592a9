import Documents
import FoundationEssentials
import KubernetesClient
import OpenClusterManagement

/// A taking-out whose checks have passed: it lists its steps, in the order of `UnregisterPhase`.
struct UnregisterDraft: Sendable {
  let request: UnregisterRequest
  let situation: UnregisterSituation
  let context: PlanningContext
  /// The way to the cluster, where that leads through the gateway.
  var passage: GatewayPassage?
  /// What stays behind on purpose, as the steps find it.
  let left = Shared<[PlannedChange]>([])

  /// What the operator should know.
  var warnings: [String] {
    var warnings: [String] = []
    if request.hubOnly, !request.machinesGo {
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
    if situation.hasOrigin, !request.machinesGo { warnings.append(machinesStay) }
    return warnings
  }

  /// What becomes of the machines of a cluster that mcctl has created, when only the hub lets it go.
  private var machinesStay: String {
    let name = request.name
    let place =
      request.namespace == .keep
      ? "stays in namespace \(name)"
      : "goes with namespace \(name); later only with the file: mcctl create \(name) -f FILE --undo"
    return
      "its machines go on running \(name): to take it off them too, add --destroy now. What they are (Secret "
      + "\(Names.Secret.createdCluster)) \(place)"
  }

  /// The steps for what is still there.
  ///
  /// - Parameter last: steps to be done before the hub forgets the cluster: when they fail, the same command finds it.
  func steps(beforeForgetting last: [Step] = []) async throws -> [Step] {
    var steps: [Step] = []
    if let path = request.cleanupScript {
      steps.append(
        CleanupScriptStep(path: path, request: request, situation: situation, context: context)
          .step())
    }
    if let record = situation.record {
      let hold = HoldSteps(
        record: record, addOns: situation.addOns, clusterUID: situation.clusterUID,
        hasNamespace: situation.hasNamespace,
        reconciler: context.hubReconciler())
      if !record.isBeingDeleted { steps += [try await hold.hold(), hold.markDeleted()] }
      steps.append(hold.awaitUsers(waits: request.waits))
    }
    if let passage, !passage.isOnlyClosed {
      steps.append(passage.open(for: situation.record))
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
    steps += try await agentSteps()
    if !request.hubOnly { steps.append(drain.sweep()) }
    if let passage {
      steps.append(passage.close())
    } else if let account = try await leftAccount() {
      steps.append(account)
    }
    let cleanup = HubCleanup(
      request: request, situation: situation, reader: context.hub,
      location: context.hubLocation, left: left)
    return steps + (try await cleanup.finishing()) + last + cleanup.forgetting()
  }

  /// An account of mcctl's own that a run through the gateway has left on the cluster.
  private func leftAccount() async throws -> Step? {
    guard let managed = context.managed, let cluster = context.managedLocation(request.name),
      try await managed.present(GatewayPassage.binding) != nil
    else { return nil }
    return DeletionSteps(reader: managed, location: cluster).step(
      id: "account", title: "remove mcctl's account on \(request.name)",
      [GatewayPassage.binding], waits: true)
  }

  /// What it came to.
  func report(_ record: RunRecord, isGone: Bool) -> UnregisterReport {
    let left = left.value
    let outcome: UnregisterReport.Outcome =
      if isGone {
        .unchanged
      } else if record.isPending || !record.mode.isPersistent {
        .pending
      } else {
        left.isEmpty ? .removed : .removedWithResidue
      }
    return UnregisterReport(
      name: request.name, outcome: outcome,
      managedClusterCleaned: situation.agent != nil && !record.isPending, left: left,
      changed: record.changedSteps)
  }

  /// Takes the agent off, by whichever way there is.
  private func agentSteps() async throws -> [Step] {
    let host = context.host(of: request.name)
    if request.isLost {
      guard situation.isHosted, let agent = situation.agent else { return [] }
      return try await removal(agent, host.reader, host.location).steps()
    }
    if let agent = situation.agent, let managed = context.managed,
      let cluster = context.managedLocation(request.name)
    {
      guard situation.isHosted else { return try await removal(agent, managed, cluster).steps() }
      let remains = OperatorRemoval(
        agent: agent, reader: managed, location: cluster, waits: request.waits, left: left)
      return try await removal(agent, host.reader, host.location).steps()
        + [try await remains.typesStep()]
    }
    guard !request.hubOnly, !situation.isAgentRemoved, situation.leavesByBundle,
      let record = situation.record, situation.lease != nil || situation.hasJoined
    else { return [] }
    return [LeaveStep(record: record, context: context, waits: request.waits).step()]
  }

  private func removal(
    _ agent: AgentSituation, _ reader: APIReader, _ location: ClusterLocation
  ) -> AgentRemoval {
    AgentRemoval(
      agent: agent, reader: reader, location: location,
      forcesFinalizers: request.forcesFinalizers, isClusterLost: request.isLost,
      waits: request.waits, left: left)
  }
}
