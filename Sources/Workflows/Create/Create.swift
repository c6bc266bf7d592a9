import KubernetesClient
import OpenClusterManagement
import Sealer

/// Makes a Kubernetes cluster of Linux machines, with sealer on the first master. Interrupted anywhere, the same
/// operation goes on: sealer itself runs detached, once. To register the cluster is another operation, ``Import``.
public struct Create: Workflow {
  /// The command's word.
  public let operation = "create"
  /// What is created, and how.
  public let site: ClusterSite

  /// The cluster's name.
  public var subject: String? { site.name }

  /// Prepares the operation.
  public init(_ site: ClusterSite) { self.site = site }

  /// Looks at the hub and at the first master, and lists the steps.
  public func plan(_ context: PlanningContext) async throws -> Plan<CreateReport> {
    try ClusterName.validate(site.name)
    try await HubReadiness.check(context)
    let situation = try await CreateSituation.read(site, context)
    let draft = CreateDraft(site: site, situation: situation, context: context)
    try CreateChecks(draft: draft).run()
    let steps = try await draft.steps()
    return Plan(
      operation: operation, subject: site.name, warnings: draft.warnings, steps: steps
    ) { record in
      let connection = draft.api.connection.value
      return CreateReport(
        name: site.name, server: connection?.server ?? "", connection: connection,
        sealer: draft.sealer.release.value?.description ?? "", changed: record.changedSteps)
    }
  }
}
