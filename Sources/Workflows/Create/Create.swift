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
  /// Keep on the hub what the specification names of passwords and passphrases; otherwise nobody keeps them.
  public let storesCredentials: Bool

  /// The cluster's name.
  public var subject: String? { site.name }

  /// Prepares the operation.
  public init(_ site: ClusterSite, storesCredentials: Bool = false) {
    self.site = site
    self.storesCredentials = storesCredentials
  }

  /// Looks at the hub and at the machines, and lists the steps. A plan that is only to be shown is shown with the machines
  /// that are not fit for it; any other one is refused.
  public func plan(_ context: PlanningContext) async throws -> Plan<CreateReport> {
    try ClusterName.validate(site.name)
    try await HubReadiness.check(context)
    let situation = try await CreateSituation.read(site, context)
    let draft = CreateDraft(
      site: site, situation: situation, context: context, storesCredentials: storesCredentials)
    try CreateChecks(draft: draft).run()
    let inspection = try await inspection(situation)
    let refusal = try inspection?.refusal(.createMachinesUnfit, context)
    let looking = inspection.map { [$0.step] } ?? []
    return Plan(
      operation: operation, subject: site.name,
      warnings: (inspection?.warnings ?? []) + draft.warnings,
      refusal: refusal,
      steps: looking + (try await draft.steps())
    ) { record in
      let connection = draft.api.connection.value
      return CreateReport(
        name: site.name, server: connection?.server ?? "", connection: connection,
        sealer: draft.sealer.release.value?.description ?? "", changed: record.changedSteps)
    }
  }

  /// Looks at the machines; nil where an attempt is under way or has succeeded, whose machines are as they should not be
  /// before. What a failed one left on them is cleaned by the next, and no reason to refuse it.
  private func inspection(_ situation: CreateSituation) async throws -> MachineInspection? {
    guard !situation.isCreated, !situation.isUnderWay else { return nil }
    let extent: HostChecks.Extent = situation.work.hasFailed ? .withoutLeftovers : .all
    return try await .made(
      site.machines,
      of: site.specification.hosts.map { HostChecks.Subject(host: $0, extent: extent) })
  }
}
