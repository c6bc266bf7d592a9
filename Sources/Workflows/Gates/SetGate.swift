import Documents
import FoundationEssentials
import KubernetesClient
import OpenClusterManagement

/// Sets the condition that a readiness gate waits for, as whoever looks after the gate does.
public struct SetGate: Workflow {
  /// The command's word.
  public let operation = "gate set"
  /// What the gate is to say.
  public let request: SetGateRequest

  /// What the operation is about.
  public var subject: String? { request.cluster }

  /// Prepares the operation.
  public init(_ request: SetGateRequest) { self.request = request }

  /// Reads, checks, and lists the steps.
  public func plan(_ context: PlanningContext) async throws -> Plan<GatesReport> {
    try GateType.validate(request.type)
    let cluster = try await context.existingCluster(request.cluster)
    var warnings: [String] = []
    if !cluster.readinessGates.types.contains(request.type) {
      warnings.append("\(request.type) is no gate of \(cluster.name): it holds nothing back")
    }
    let editor = edit(context)
    let step = Step(
      id: "condition", title: "set \(request.type) of \(request.cluster)",
      location: context.hubLocation, changes: [editor.change(of: cluster)], needs: editor.needs
    ) { step in
      try await editor.run(step.hub)
    }
    let (hub, name) = (context.hub, request.cluster)
    let outcome = RegistrationOutcome(
      clusterName: name, location: context.hubLocation, now: context.now)
    return Plan(
      operation: operation, subject: subject, warnings: warnings, steps: [step, outcome.step()]
    ) {
      record in
      let after = try await hub.get(.managedClusters, name)
      return GatesReport(
        cluster: name, gates: GateRow.rows(of: ManagedCluster(after)),
        isUnchanged: !record.wrote(in: step))
    }
  }

  private func edit(_ context: PlanningContext) -> ClusterEdit {
    let (request, now) = (request, context.now)
    return ClusterEdit(
      name: request.cluster, location: context.hubLocation, subresource: "status",
      showsDifference: context.mode == .planWithDiff
    ) { cluster in
      let present = cluster.condition(request.type)
      let since = present?.status == request.status ? present?.lastTransitionTime : nil
      let condition = Condition(
        type: request.type, status: request.status, reason: request.reason,
        message: request.message, lastTransitionTime: since ?? now())
      guard condition != present else { return cluster.value }
      return cluster.value.setting(condition)
    }
  }
}
