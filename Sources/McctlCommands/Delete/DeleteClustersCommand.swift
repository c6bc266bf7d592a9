import ArgumentParser
import OpenClusterManagement
import Terminal
import Workflows

/// `mcctl delete NAME…`, also `mcctl delete clusters NAME…`.
struct DeleteClustersCommand: McctlCommand {
  static let about = About(
    "delete clusters", usage: "NAME... [--cluster-context CONTEXT] [options]",
    "Take clusters out of the hub, on both sides, with nothing left behind.",
    discussion: """
      In this order: works and addons, the agent, the hub's record, what is left over, the namespace. The record goes \
      last, so that the same command finishes what was interrupted. On a terminal it shows what will vanish and asks \
      for the cluster's name; elsewhere it needs --yes.
      """,
    examples: [
      .init(
        "mcctl delete edge-7 --cluster-context edge-7",
        "take a cluster out, and its agent off the cluster"),
      .init(
        "mcctl delete edge-7 --hub-only --yes",
        "forget a cluster that is lost; whatever runs on it stays"),
      .init("mcctl delete edge-7 --cluster-context edge-7 --dry-run", "see what would vanish"),
    ],
    aliases: ["cluster"])

  @Argument(help: "The clusters' names on the hub.", completion: .clusterNames)
  var names: [String]

  @OptionGroup(title: "Managed cluster") var cluster: ManagedClusterOptions
  @OptionGroup(title: "Hosting cluster") var hosting: HostingClusterOptions

  @Flag(help: "Do only the hub's side; the agent and what it applied stay on the cluster.")
  var hubOnly = false

  @Flag(
    help: "With --hub-only, take OCM's finalizers off works and addons that no agent can finish.")
  var forceFinalizers = false

  @Flag(help: "Delete the cluster's namespace on the hub with whatever others put into it.")
  var purgeNamespace = false

  @Flag(help: "Keep the cluster's namespace on the hub.")
  var keepNamespace = false

  @Flag(help: "Treat a cluster that does not exist as done.")
  var ignoreNotFound = false

  @OptionGroup var change: ChangeOptions
  @OptionGroup var waiting: WaitOptions
  @OptionGroup var result: ResultOptions
  @OptionGroup(title: "Global options", visibility: .hidden) var hub: HubOptions
  @OptionGroup(title: "Global options", visibility: .hidden) var reporting: ReportingOptions

  var resultOptions: (any ResultChoice)? { result }

  mutating func validate() throws {
    if hubOnly, cluster.isGiven {
      throw ValidationError("--hub-only and the managed cluster's flags exclude each other")
    }
    if forceFinalizers, !hubOnly { throw ValidationError("--force-finalizers needs --hub-only") }
    if purgeNamespace, keepNamespace {
      throw ValidationError("--purge-namespace and --keep-namespace exclude each other")
    }
    if cluster.isGiven, names.count > 1 {
      throw ValidationError("a managed cluster can be named for one cluster at a time only")
    }
  }

  func run(_ context: CommandContext) async throws -> CommandOutcome {
    for name in names { try ClusterName.validate(name) }
    let clusters = Clusters(
      hub: try context.hub(hub), managed: try context.managedCluster(cluster, hub),
      hosting: try context.hostingCluster(hosting, hub))
    let deletion = ConfirmedDeletion(context: context, clusters: clusters, change: change)
    try deletion.begin()
    return try await context.each(names) { name in
      try await deletion.run(
        Unregister(request(name)), asking: name, names: [ResourceName.cluster(name)],
        sentence: Self.sentence)
    }
  }

  /// What the flags ask for.
  func request(_ name: String) -> UnregisterRequest {
    var request = UnregisterRequest(name: name)
    request.namespace = purgeNamespace ? .purge : keepNamespace ? .keep : .deleteIfEmpty
    request.hubOnly = hubOnly
    request.forcesFinalizers = forceFinalizers
    request.ignoresNotFound = ignoreNotFound
    request.waits = waiting.wait
    return request
  }

  private static func sentence(_ report: UnregisterReport) -> String {
    switch report.outcome {
    case .unchanged: return "cluster \(report.name) unchanged: there is no trace of it"
    case .pending: return "cluster \(report.name) is being removed; the same command finishes it"
    case .removed: return "cluster \(report.name) removed"
    case .removedWithResidue:
      let left = report.left.map { "  \($0.object) in \($0.location)" }
      return (["cluster \(report.name) removed; left behind:"] + left).joined(separator: "\n")
    }
  }
}
