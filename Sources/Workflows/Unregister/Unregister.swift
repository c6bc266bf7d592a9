import KubernetesClient
import OpenClusterManagement

/// Takes a cluster out of the hub on both sides, so that nothing of it stays and it can be imported
/// again at once. The record on the hub goes last: as long as anything is left, the same command finds
/// it and goes on.
public struct Unregister: Workflow {
  /// The command's word.
  public let operation = "delete"
  /// Which cluster is taken out, and how far.
  public let request: UnregisterRequest

  /// The cluster's name.
  public var subject: String? { request.name }

  /// Prepares the operation.
  public init(_ request: UnregisterRequest) { self.request = request }

  /// Reads both sides, checks that this is the cluster and nothing of others would go, and lists the
  /// steps.
  public func plan(_ context: PlanningContext) async throws -> Plan<UnregisterReport> {
    try ClusterName.validate(request.name)
    let passage = try await GatewayPassage.prepared(
      request.name, try await context.cluster(request.name), context)
    let isReached = context.clusters.managed?.detour == nil || passage?.isOnlyClosed == false
    let context = isReached ? context : context.withoutManaged()
    let situation: UnregisterSituation
    do {
      situation = try await UnregisterSituation.read(request, context)
    } catch let error as KubernetesError {
      throw explained(error, context)
    }
    let checks = UnregisterChecks(request: request, situation: situation, context: context)
    try checks.run()
    let draft = UnregisterDraft(
      request: request, situation: situation, context: context, passage: passage)
    let isGone = checks.isGone
    let steps = isGone ? [] : try await draft.steps()
    return Plan(
      operation: operation, subject: request.name, warnings: isGone ? [] : draft.warnings,
      steps: steps
    ) { draft.report($0, isGone: isGone) }
  }

  /// What to do when the managed cluster cannot be reached.
  private func explained(_ error: KubernetesError, _ context: PlanningContext) -> any Error {
    guard let managed = context.clusters.managed, error.context.connection == managed.connection
    else { return error }
    switch error {
    case .transport, .server: break
    default: return error
    }
    var failure = WorkflowError(mapping: error, on: context.clusters, subject: request.name)
    failure.next += [
      "nothing was changed; once the cluster answers, run the same command again",
      "if the cluster is lost for good: mcctl delete \(request.name) --lost",
    ]
    return failure
  }
}
