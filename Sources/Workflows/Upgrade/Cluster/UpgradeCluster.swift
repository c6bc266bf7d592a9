import KubernetesClient
import OpenClusterManagement

/// Moves a cluster that mcctl created to another image, which brings another Kubernetes: sealer runs the image's scripts on
/// the masters and then on the nodes, detached and once. Interrupted anywhere, the same operation goes on. It needs a way to
/// the cluster's own API server as the managed cluster.
public struct UpgradeCluster: Workflow {
  /// The command's word.
  public let operation = "upgrade"
  /// What is done.
  public let request: UpgradeClusterRequest

  /// The cluster's name.
  public var subject: String? { request.site.name }

  /// Prepares the operation.
  public init(_ request: UpgradeClusterRequest) { self.request = request }

  /// Looks at the hub, the cluster and every machine, checks that there is a way, and lists the steps.
  public func plan(_ context: PlanningContext) async throws -> Plan<UpgradeClusterReport> {
    let name = request.site.name
    try ClusterName.validate(name)
    let (managed, location) = try context.requiredManaged(name, for: "\(operation) \(name)")
    let situation = try await UpgradeClusterSituation.read(request, context, managed)
    let origin = try await request.upgrade.intent.current(name, request.change, context.hub)
    let draft = UpgradeClusterDraft(
      request: request, situation: situation,
      origin: OriginStep(name: name, origin: origin, context: context), context: context,
      managed: managed, location: location)
    try draft.check()
    let refusal = try situation.inspection?.refusal(.changeMachinesUnfit, context)
    let request = request
    return Plan(
      operation: operation, subject: name, warnings: draft.warnings, refusal: refusal,
      steps: try await draft.steps()
    ) { record in
      UpgradeClusterReport(
        name: name, formerImage: request.formerImage, image: request.image,
        nodes: draft.nodesAfter.value, changed: record.changedSteps)
    }
  }
}
