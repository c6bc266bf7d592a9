import Documents
import KubernetesClient
import OpenClusterManagement

/// Puts readiness gates on a cluster, or takes them off.
public struct ChangeGates: Workflow {
  /// The command's word.
  public var operation: String { "gate \(request.change.rawValue)" }
  /// What is changed.
  public let request: ChangeGatesRequest

  /// What the operation is about.
  public var subject: String? { request.cluster }

  /// Prepares the operation.
  public init(_ request: ChangeGatesRequest) { self.request = request }

  /// Reads, checks, and lists the steps.
  public func plan(_ context: PlanningContext) async throws -> Plan<GatesReport> {
    if request.change == .add {
      for type in request.types { try GateType.validate(type) }
    }
    let cluster = try await context.existingCluster(request.cluster)
    let editor = edit(context)
    let step = Step(
      id: "gates", title: title, location: context.hubLocation,
      changes: [editor.change(of: cluster)], needs: editor.needs
    ) { step in
      try await editor.run(step.hub)
    }
    let (hub, name) = (context.hub, request.cluster)
    let outcome = RegistrationOutcome(
      clusterName: name, location: context.hubLocation, now: context.now)
    return Plan(operation: operation, subject: subject, steps: [step, outcome.step()]) { record in
      let after = try await hub.get(.managedClusters, name)
      return GatesReport(
        cluster: name, gates: GateRow.rows(of: ManagedCluster(after)),
        isUnchanged: !record.wrote(in: step))
    }
  }

  private var title: String {
    let list = request.types.joined(separator: ", ")
    return request.change == .add
      ? "hold \(request.cluster) back until \(list)"
      : "no longer hold \(request.cluster) back for \(list)"
  }

  private func edit(_ context: PlanningContext) -> ClusterEdit {
    let request = request
    return ClusterEdit(
      name: request.cluster, location: context.hubLocation,
      showsDifference: context.mode == .planWithDiff
    ) { cluster in
      var gates = cluster.readinessGates
      for type in request.types {
        request.change == .add ? gates.add(type) : gates.remove(type)
      }
      var value = cluster.value
      value.set(
        gates.annotation.map(Value.string), at: "metadata", "annotations",
        Names.Annotation.readinessGates)
      return value
    }
  }
}
