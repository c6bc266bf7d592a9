import KubernetesClient
import OpenClusterManagement

/// Registers an existing cluster on the hub, with access to both sides: the record and a credential
/// on the hub, the agent on the cluster, then verification, approval, acceptance, and the wait until it
/// is registered.
public struct Import: Workflow {
  /// The command's word.
  public let operation = "import"
  /// What is imported, and how.
  public let request: ImportRequest

  /// The cluster's name.
  public var subject: String? { request.name }

  private let claims: ClusterClaims?

  /// Prepares the operation; with `claims` as one of a run of many.
  public init(_ request: ImportRequest, claims: ClusterClaims? = nil) {
    self.request = request
    self.claims = claims
  }

  /// Reads both sides, checks that this cluster may be imported under this name, and lists the steps.
  public func plan(_ context: PlanningContext) async throws -> Plan<ImportReport> {
    try ClusterName.validate(request.name)
    guard let managed = context.clusters.managed,
      let cluster = context.managedLocation(request.name)
    else { throw ManagedClusterUnreached(step: "import \(request.name)") }
    try await HubReadiness.check(context)
    let situation = try await ImportSituation.read(request, context, managed)
    let draft = try await ImportDraft(
      request: request, situation: situation, context: context, cluster: cluster)
    // Only a name that the cluster may have: one that is refused must not stand in the way of the right one.
    if let other = claims?.claim(situation.agent.clusterUID, as: request.name) {
      throw ImportRefusal.namedTwice(other: other, wanted: request.name, cluster: cluster)
    }
    let steps = try await draft.steps()
    let (name, server) = (request.name, draft.endpoints.cluster.url)
    return Plan(
      operation: operation, subject: name, warnings: draft.warnings, steps: steps
    ) { record in
      ImportReport(
        name: name, outcome: draft.outcome(record), clusterUID: situation.agent.clusterUID,
        hubURL: draft.credential.needsCredential ? draft.endpoints.hub.url : nil,
        clusterURL: server, approvedRequests: draft.approval.approved.value,
        changed: record.changedSteps)
    }
  }
}
