import KubernetesClient
import OpenClusterManagement

/// Moves the agent of one cluster to another release: the type, the rights and the image of its operator,
/// then the images of its Klusterlet, and nothing else of either.
public struct UpgradeAgent: Workflow {
  /// The command's word.
  public let operation = "upgrade"
  /// What is done.
  public let request: UpgradeAgentRequest

  /// The cluster's name.
  public var subject: String? { request.cluster }

  /// Prepares the operation.
  public init(_ request: UpgradeAgentRequest) { self.request = request }

  /// Reads both sides, checks that the releases fit together, and lists the steps.
  public func plan(_ context: PlanningContext) async throws -> Plan<UpgradeAgentReport> {
    try ClusterName.validate(request.cluster)
    let (managed, location) = try context.requiredManaged(
      request.cluster, for: "upgrade \(request.cluster)")
    let situation = try await UpgradeSituation.read(request.cluster, context, managed, location)
    let draft = try UpgradeDraft(
      request: request, situation: situation, context: context, managed: managed,
      location: location)
    let steps = try await draft.steps()
    let (cluster, from, to, waits) = (
      request.cluster, situation.version, draft.version, request.waits
    )
    return Plan(
      operation: operation, subject: subject, warnings: draft.warnings, steps: steps
    ) { record in
      let outcome: UpgradeAgentReport.Outcome =
        !record.wrote ? .unchanged : waits && record.mode.isPersistent ? .upgraded : .applied
      return UpgradeAgentReport(cluster: cluster, outcome: outcome, from: from, to: to)
    }
  }
}
