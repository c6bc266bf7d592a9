import KubernetesClient
import OpenClusterManagement

/// Registers the intent to import a cluster that cannot be reached from here: the record, a credential
/// for this cluster alone, and the join manifests on the hub, and a bundle of them to be carried to the
/// cluster. If asked to, it then waits until the bundle has been applied, verifies, accepts, and sees
/// the cluster registered.
public struct ManualImport: Workflow {
  /// The command's word.
  public let operation = "import"
  /// What is imported, and where the bundle goes.
  public let request: ManualImportRequest

  /// The cluster's name.
  public var subject: String? { request.cluster.name }

  /// Prepares the operation.
  public init(_ request: ManualImportRequest) { self.request = request }

  /// Reads the hub, checks that an agent could join by what it will be told, and lists the steps.
  public func plan(_ context: PlanningContext) async throws -> Plan<ManualImportReport> {
    let name = request.cluster.name
    try ClusterName.validate(name)
    try await HubReadiness.check(context)
    let situation = try await ManualSituation.read(request.cluster, context)
    let draft = try await ManualDraft(request: request, situation: situation, context: context)
    return Plan(
      operation: operation, subject: name, warnings: draft.warnings,
      steps: try await draft.steps()
    ) { record in
      ManualImportReport(
        name: name, outcome: draft.outcome(record), bundle: draft.bundlePath,
        stream: draft.stream.value, hubURL: draft.hub.url, expires: draft.minted.value?.expires,
        approvedRequests: draft.approval.approved.value)
    }
  }
}
