import ArgumentParser
import KubernetesClient
import OpenClusterManagement
import Workflows

/// `mcctl upgrade`.
struct UpgradeCommand: McctlCommand {
  static let about = About(
    "upgrade", usage: "--agents (NAME... | -l SELECTOR) [options]",
    "Move the agents of clusters to another release.",
    discussion: """
      Changes the images of an agent and of its operator, and the type and the rights without which the new operator \
      cannot work; every other option stays as it is, whoever set it. Waits until the operator and the agent run the \
      new images, and until the new agent has given the hub a sign of life.

      Of several clusters the first one goes alone. Only when its new agent is available do the others follow, some \
      at a time; --no-canary leaves that out. The release is the hub's unless --ocm-version names one. An agent is not \
      taken back to an older release, nor beyond the hub's, unless --force says so.

      Each cluster is reached by a context of the kubeconfig: by that of its own name, or as --cluster-context says; or \
      by a kubeconfig of its own, with {name} in --cluster-kubeconfig.
      """,
    examples: [
      .init(
        "mcctl upgrade --agents edge-7 --cluster-kubeconfig fleet.yaml",
        "move one agent to the hub's release"),
      .init(
        "mcctl upgrade --agents -l region=north --parallel 8 --max-failures 2",
        "move those of a region: one first, then eight at a time"),
      .init(
        "mcctl upgrade --agents edge-7 --ocm-version 1.3.1 --dry-run=diff",
        "see which fields would change"),
    ])

  @Argument(help: "The clusters' names on the hub.", completion: .clusterNames)
  var names: [String] = []

  @Flag(help: "Say that it is the agents that are upgraded.")
  var agents = false

  @Option(
    name: [.customShort("l", allowingJoined: true), .long],
    help: ArgumentHelp("All clusters of the hub whose labels match.", valueName: "selector"))
  var selector: String?

  @Option(
    name: .customLong("clusterset"),
    help: ArgumentHelp("All clusters of this cluster set.", valueName: "name"))
  var clusterSet: String?

  @Option(
    help: ArgumentHelp(
      """
      The kubeconfig with the clusters' contexts, or of each cluster, where {name} stands for its name; where it is \
      not given, the hub's is looked in.
      """,
      valueName: "file"),
    completion: .file())
  var clusterKubeconfig: String?

  @Option(
    help: ArgumentHelp(
      """
      The context of each cluster; {name} stands for its name (default: {name}, and the current context of a \
      kubeconfig that is for one cluster alone).
      """, valueName: "name"))
  var clusterContext: String?

  @Option(
    help: ArgumentHelp("The release of OCM (default: the hub's).", valueName: "version"))
  var ocmVersion: String?

  @Option(
    help: ArgumentHelp(
      "Registry and path to take the images from (default: each from where it is now).",
      valueName: "registry"))
  var imageRegistry: String?

  @OptionGroup var images: ImageOptions

  @Flag(inversion: .prefixedNo, help: "Of several clusters, upgrade the first one alone at first.")
  var canary = true

  @Flag(help: "Go back to an older release, or beyond the hub's, all the same.")
  var force = false

  @OptionGroup var waiting: WaitOptions
  @OptionGroup var many: ManyOptions
  @OptionGroup var change: ChangeOptions
  @OptionGroup var result: ResultOptions
  @OptionGroup(title: "Global options", visibility: .hidden) var hub: HubOptions
  @OptionGroup(title: "Global options", visibility: .hidden) var reporting: ReportingOptions

  var resultOptions: (any ResultChoice)? { result }

  mutating func validate() throws {
    guard agents else {
      throw ValidationError("say what is upgraded: --agents moves the agents of clusters")
    }
    guard names.isEmpty != (selector == nil && clusterSet == nil) else {
      throw ValidationError("name clusters, or select them with -l or --clusterset")
    }
    guard Set(names).count == names.count else {
      throw ValidationError("a cluster is named twice")
    }
    if names.count > 1, let clusterContext, !clusterContext.contains("{name}"), !hasOwnKubeconfigs {
      throw ValidationError(
        "--cluster-context is one context; put {name} in it for several clusters")
    }
    do {
      _ = try version
    } catch let error as ManifestOptionError {
      throw ValidationError(error.description)
    }
  }

  /// Each cluster has a kubeconfig of its own.
  private var hasOwnKubeconfigs: Bool {
    guard let clusterKubeconfig else { return false }
    return clusterKubeconfig.contains("{name}") || names.count == 1
  }

  private var version: OCMVersion? {
    get throws { try ocmVersion.map(OCMVersion.init(parsing:)) }
  }

  func run(_ context: CommandContext) async throws -> CommandOutcome {
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
    run.hasCanary = canary && runner.mode.isPersistent
    let rows = try await run.run(chosen, name: { $0 }, tell: \.telling) { name in
      try await upgrade(name, many.runner(runner), access, context)
    }
    return CommandOutcome(rows)
  }

  private func upgrade(
    _ name: String, _ runner: PlanRunner, _ hub: ClusterAccess, _ context: CommandContext
  ) async throws -> CommandOutcome {
    let pattern = clusterContext ?? (hasOwnKubeconfigs ? nil : "{name}")
    let managed = try context.managedCluster(
      kubeconfig: clusterKubeconfig?.replacing("{name}", with: name),
      context: pattern?.replacing("{name}", with: name), self.hub)
    let result = try await runner.run(
      UpgradeAgent(try request(name)), on: Clusters(hub: hub, managed: managed))
    return CommandOutcome(
      result, mode: runner.mode, names: [ResourceName.cluster(name)], sentence: Self.sentence)
  }

  /// What the flags ask for.
  func request(_ name: String) throws -> UpgradeAgentRequest {
    var request = UpgradeAgentRequest(cluster: name)
    request.version = try version
    request.registry = imageRegistry
    let source = ImageSource(
      registry: imageRegistry ?? ImageSource.publicRegistry, version: try version ?? .standard)
    request.images = images.references(in: source)
    request.forces = force
    request.waits = waiting.wait
    return request
  }

  private func selected(_ hub: ClusterAccess) async throws -> [String] {
    var request = ClustersRequest()
    request.selector = selector
    request.clusterSet = clusterSet
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
