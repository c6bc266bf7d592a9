import KubernetesClient
import OpenClusterManagement
import Sealer

/// Makes a Kubernetes cluster of Linux machines, with sealer on the first master. Interrupted anywhere, the same
/// operation goes on: sealer itself runs detached, once. To register the cluster is another operation, ``Import``.
public struct Create: Workflow {
  /// The command's word.
  public let operation = "create"
  /// What is created, and how.
  public let request: CreateRequest

  /// The cluster's name.
  public var subject: String? { request.name }

  /// Prepares the operation.
  public init(_ request: CreateRequest) { self.request = request }

  /// Looks at the hub and at the first master, and lists the steps.
  public func plan(_ context: PlanningContext) async throws -> Plan<CreateReport> {
    try ClusterName.validate(request.name)
    try await HubReadiness.check(context)
    let situation = try await CreateSituation.read(request, context)
    try CreateChecks(request: request, situation: situation).run()
    let draft = CreateDraft(request: request, situation: situation, context: context)
    let steps = try await draft.steps()
    return Plan(
      operation: operation, subject: request.name, warnings: draft.warnings, steps: steps
    ) { record in
      let connection = draft.connection.value
      return CreateReport(
        name: request.name, server: connection?.server ?? "", connection: connection,
        sealer: draft.release.value?.description ?? "", changed: record.changedSteps)
    }
  }
}
