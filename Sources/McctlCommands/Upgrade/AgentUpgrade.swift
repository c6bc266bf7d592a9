import KubernetesClient
import OpenClusterManagement
import Workflows

/// The agents of clusters are moved to another release, the first one alone at first.
struct AgentUpgrade: Sendable {
  let names: [String]
  let flags: AgentUpgradeFlags
  /// Images that are taken from elsewhere.
  let images: NamedImages
  let forces: Bool
  let waits: Bool
  let many: ManyOptions
  let change: ChangeOptions
  let hub: HubOptions
  let context: CommandContext

  func run() async throws -> CommandOutcome {
    for name in names { try ClusterName.validate(name) }
    let access = try context.hub(hub)
    let runner = try context.runner(change)
    context.announce(Clusters(hub: access))
    let chosen = names.isEmpty ? try await selected(access) : names
    guard !chosen.isEmpty else {
      context.reporter.note("no cluster of the hub matches")
      return CommandOutcome([])
    }
    var run = context.many(many, runner)
    run.hasCanary = flags.canary && runner.mode.isPersistent
    let rows = try await run.run(chosen, name: { $0 }, tell: \.telling) { name in
      try await upgrade(name, many.runner(runner), access)
    }
    return CommandOutcome(rows)
  }

  private func upgrade(
    _ name: String, _ runner: PlanRunner, _ hub: ClusterAccess
  ) async throws -> CommandOutcome {
    let pattern = flags.clusterContext ?? (flags.hasOwnKubeconfigs(names.count) ? nil : "{name}")
    let managed = try context.managedCluster(
      kubeconfig: flags.clusterKubeconfig?.replacing("{name}", with: name),
      context: pattern?.replacing("{name}", with: name), self.hub)
    let result = try await runner.run(
      UpgradeAgent(try request(name)), on: Clusters(hub: hub, managed: managed))
    return CommandOutcome(
      result, mode: runner.mode, names: [ResourceName.cluster(name)], sentence: Self.sentence)
  }

  /// What the flags ask for.
  private func request(_ name: String) throws -> UpgradeAgentRequest {
    var request = UpgradeAgentRequest(cluster: name)
    request.version = try flags.version
    request.registry = flags.imageRegistry
    let source = ImageSource(
      registry: flags.imageRegistry ?? ImageSource.publicRegistry,
      version: try flags.version ?? .standard)
    request.images = images.references(in: source)
    request.forces = forces
    request.waits = waits
    return request
  }

  private func selected(_ hub: ClusterAccess) async throws -> [String] {
    var request = ClustersRequest()
    request.selector = flags.selector
    request.clusterSet = flags.clusterSet
    return try await ClusterList(request).names(on: hub)
  }

  private static func sentence(_ report: UpgradeAgentReport) -> String {
    let from = report.from.map { " from \($0)" } ?? ""
    return switch report.outcome {
    case .unchanged: "agent of \(report.cluster) unchanged: it is of release \(report.to)"
    case .upgraded: "agent of \(report.cluster) upgraded\(from) to \(report.to)"
    case .applied: "agent of \(report.cluster) changed\(from) to \(report.to), not seen running yet"
    }
  }
}
