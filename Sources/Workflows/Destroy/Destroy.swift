import KubernetesClient
import OpenClusterManagement

/// Takes a cluster that mcctl has created out of the hub, and then off its machines. What the machines are is forgotten
/// last: interrupted anywhere, the same operation finds them and goes on.
public struct Destroy: Workflow {
  /// The command's word.
  public let operation = "delete"
  /// Which cluster is destroyed, and how.
  public let request: DestroyRequest

  /// The cluster's name.
  public var subject: String? { request.name }

  /// Prepares the operation.
  public init(_ request: DestroyRequest) { self.request = request }

  /// Reads the hub, the managed cluster and the machines, checks that all are this cluster's, and lists the steps.
  public func plan(_ context: PlanningContext) async throws -> Plan<DestroyReport> {
    try ClusterName.validate(request.name)
    var unregistering = request.unregistering
    unregistering.machinesGo = true
    let situation = try await UnregisterSituation.read(unregistering, context)
    if isWithoutAgent(situation, context) {
      unregistering.hubOnly = true
      unregistering.forcesFinalizers = true
    }
    let checks = UnregisterChecks(request: unregistering, situation: situation, context: context)
    try checks.run()
    let draft = UnregisterDraft(request: unregistering, situation: situation, context: context)
    let isGone = checks.isGone
    let removal = try await removal(situation.record, context)
    let steps =
      isGone
      ? []
      : try await draft.steps(beforeForgetting: removal.steps + [forgetting(situation, context)])
    return Plan(
      operation: operation, subject: request.name,
      warnings: isGone ? [] : removal.warnings + draft.warnings, steps: steps
    ) { record in
      DestroyReport(
        hub: draft.report(record, isGone: isGone),
        cleaned: record.isPending ? [] : removal.cleaned, staying: removal.staying)
    }
  }

  /// Nobody is left on the cluster who could finish anything, or nobody has ever been there.
  private func isWithoutAgent(
    _ situation: UnregisterSituation, _ context: PlanningContext
  ) -> Bool {
    guard context.managed == nil, !situation.isAgentRemoved else { return false }
    return request.site == nil || !situation.hasJoined
  }

  private func removal(
    _ record: ManagedCluster?, _ context: PlanningContext
  ) async throws -> MachineRemoval {
    guard let site = request.site else { return MachineRemoval() }
    return try await MachineRemovalDraft(
      site: site, lostHosts: request.lostHosts, record: record,
      change: try await ClusterOrigin.read(request.name, context.hub)?.change, context: context
    ).removal()
  }

  /// What the machines were goes with the namespace; where that stays, or the record says that they are clean, by itself.
  private func forgetting(
    _ situation: UnregisterSituation, _ context: PlanningContext
  ) -> Step {
    let isNoted = situation.record != nil || request.unregistering.namespace == .keep
    var objects = situation.hasCredentials ? [StoredCredentials.reference(request.name)] : []
    if isNoted, situation.hasOrigin { objects.append(ClusterOrigin.reference(request.name)) }
    return DeletionSteps(reader: context.hub, location: context.hubLocation).step(
      id: "origin", title: "forget what \(request.name) was made of", objects, waits: false)
  }
}
