import KubernetesClient
import OpenClusterManagement

/// Changes the machines of a cluster that mcctl created: some join, others leave. What it shall have is on the hub before
/// anything is changed; sealer runs detached, once for each group of machines. Interrupted anywhere, the same operation goes
/// on. It needs a way to the cluster's own API server as the managed cluster.
public struct Scale: Workflow {
  /// The command's word.
  public let operation = "scale"
  /// What is changed, and how.
  public let request: ScaleRequest

  /// The cluster's name.
  public var subject: String? { request.site.name }

  /// Prepares the operation.
  public init(_ request: ScaleRequest) { self.request = request }

  /// Looks at the hub, the cluster and every machine that stays or changes, and lists the steps.
  public func plan(_ context: PlanningContext) async throws -> Plan<ScaleReport> {
    let name = request.site.name
    try ClusterName.validate(name)
    let (managed, location) = try context.requiredManaged(name, for: "\(operation) \(name)")
    let situation = try await ScaleSituation.read(request, context, managed)
    let origin = try await request.scale.intent.current(name, request.change, context.hub)
    let draft = ScaleDraft(
      request: request, situation: situation,
      origin: OriginStep(name: name, origin: origin, context: context), context: context,
      managed: managed, location: location)
    try ScaleChecks(request: request, situation: situation).run()
    let refusal = try situation.inspection?.refusal(.changeMachinesUnfit, context)
    let change = request.change
    return Plan(
      operation: operation, subject: name, warnings: draft.warnings, refusal: refusal,
      steps: try await draft.steps()
    ) { record in
      ScaleReport(
        name: name, added: change.added, removed: change.removedAddresses,
        changed: record.changedSteps)
    }
  }
}
