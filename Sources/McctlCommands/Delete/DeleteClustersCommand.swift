public import ArgumentParser
import KubernetesClient
import OpenClusterManagement
import Terminal
import Workflows

extension UnregisterRequest.WorksPolicy: ExpressibleByArgument {}

/// `mcctl delete NAME…`, also `mcctl delete clusters NAME…`.
struct DeleteClustersCommand: McctlCommand {
  static let about = About(
    "delete clusters", usage: "NAME... | -l SELECTOR | -f FLEET [options]",
    "Take clusters out of the hub, on both sides, with nothing left behind.",
    discussion: """
      In this order: works and addons, the agent, the hub's record, what is left over, the namespace. The record goes \
      last, so that the same command finishes what was interrupted. On a terminal it shows what will vanish and asks \
      for the cluster's name; elsewhere it needs --yes.

      Others who hold the record with a finalizer come first: until they have let go, the agent goes on working, and \
      works and addons stay. A cluster that joined by a bundle and is not reached from here is left by the bundle's \
      leave.sh, which is waited for. With --destroy, a cluster that mcctl created is reached by the administrator's \
      kubeconfig on its masters, and taken off all of its machines, too. Without --cluster-…, the way to a cluster is the context of its name, or Secret \
      auto-import-secret in its namespace on the hub.
      """,
    examples: [
      .init(
        "mcctl delete edge-7 --cluster-context edge-7",
        "take a cluster out, and its agent off the cluster"),
      .init(
        "mcctl delete edge-7 --cluster-context edge-7 --works orphan",
        "leave on it what works brought"),
      .init(
        "mcctl delete -l region=north --parallel 16 --yes -o json > result.json",
        "take all clusters of a region out"),
      .init(
        "mcctl delete edge-7 --via-gateway",
        "reach the cluster through cluster-gateway on the hub"),
      .init("mcctl delete -f fleet.yaml", "take the clusters of a fleet file out"),
      .init(
        "mcctl delete edge-7 --lost --cleanup-script edge-7.sh",
        "forget a cluster that is lost; whatever runs on it stays"),
      .init(
        "mcctl delete edge-7 --explain", "see what holds a deletion back, and who can clear it"),
      .init(
        "mcctl delete edge-7 --destroy",
        "take a cluster that mcctl created out of the hub, and off its machines"),
      .init("mcctl delete edge-7 --detach", "stop managing a cluster, and keep its record"),
      .init("mcctl delete edge-7 --cluster-context edge-7 --dry-run", "see what would vanish"),
    ],
    aliases: ["cluster"])

  @Argument(help: "The clusters' names on the hub.", completion: .clusterNames)
  var names: [String] = []

  @OptionGroup(title: "Many clusters") var source: DeleteSourceFlags
  @OptionGroup(title: "Many clusters") var many: ManyOptions
  @OptionGroup(title: "Managed cluster") var cluster: ManagedClusterOptions
  @OptionGroup(title: "Managed cluster") var gateway: GatewayOptions
  @OptionGroup(title: "Hosting cluster") var hosting: HostingClusterOptions
  @OptionGroup(title: "Machines") var destruction: DestroyFlags

  @Option(
    help: ArgumentHelp(
      """
      What becomes of what works brought to the cluster: delete, as far as the works do not say otherwise, or orphan, \
      to leave it there. What addons brought goes in any case.
      """, valueName: "policy"))
  var works = UnregisterRequest.WorksPolicy.delete

  @Flag(help: "Do only the hub's side; the agent and what it applied stay on the cluster.")
  var hubOnly = false

  @Flag(
    help: "With --hub-only, take OCM's finalizers off works and addons that no agent can finish.")
  var forceFinalizers = false

  @Flag(
    help: """
      The cluster is lost: do the hub's side alone, and take OCM's finalizers off what no agent can finish any more. \
      Refused while the agent shows signs of life.
      """)
  var lost = false

  @Option(
    help: ArgumentHelp(
      "With --lost or --hub-only, write a script that takes the agent off the cluster, should it come back.",
      valueName: "file"),
    completion: .file())
  var cleanupScript: String?

  @Flag(
    help: """
      Change nothing, and say for each thing that holds the deletion back: what, since when, who can clear it, and by \
      which command.
      """)
  var explain = false

  @Flag(
    help: """
      Stop managing the cluster and keep its record: the hub no longer accepts its agent. What was handed out stays. \
      Importing it again undoes that.
      """)
  var detach = false

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
    if names.isEmpty, !source.isGiven {
      throw ValidationError("name a cluster, or choose clusters with -l or -f")
    }
    if source.selector != nil, !names.isEmpty {
      throw ValidationError("-l and names exclude each other")
    }
    if explain, detach { throw ValidationError("--explain and --detach exclude each other") }
    if explain, isForMany { throw ValidationError("--explain is for one cluster at a time") }
    if explain || detach,
      isHubOnly || destruction.destroy || forceFinalizers || purgeNamespace || keepNamespace
    {
      throw ValidationError(
        "\(explain ? "--explain" : "--detach") deletes nothing: leave the other flags out")
    }
    if lost, hubOnly || forceFinalizers {
      throw ValidationError("--lost is --hub-only and --force-finalizers already")
    }
    if cluster.isGiven, gateway.viaGateway {
      throw ValidationError("--via-gateway and the managed cluster's kubeconfig exclude each other")
    }
    if isHubOnly, cluster.isGiven || gateway.viaGateway {
      let flag = lost ? "--lost" : "--hub-only"
      throw ValidationError("\(flag) and the managed cluster's flags exclude each other")
    }
    if cleanupScript != nil, !isHubOnly {
      throw ValidationError("--cleanup-script needs --lost or --hub-only")
    }
    if destruction.destroy, gateway.viaGateway {
      throw ValidationError("--destroy reaches the cluster by its masters: leave --via-gateway out")
    }
    if destruction.destroy, hubOnly || cleanupScript != nil {
      throw ValidationError(
        "with --destroy nothing stays on the cluster: --hub-only and --cleanup-script are of no use"
      )
    }
    if isForMany, destruction.lostHosts != nil || destruction.sealer.transcript != nil {
      throw ValidationError("--lost-hosts and --transcript are for one cluster at a time")
    }
    if cleanupScript != nil, isForMany {
      throw ValidationError("--cleanup-script is for one cluster at a time")
    }
    if forceFinalizers, !hubOnly { throw ValidationError("--force-finalizers needs --hub-only") }
    if purgeNamespace, keepNamespace {
      throw ValidationError("--purge-namespace and --keep-namespace exclude each other")
    }
    if cluster.isGiven || hosting.isGiven, isForMany {
      throw ValidationError("a managed cluster can be named for one cluster at a time only")
    }
  }

  /// Nothing is done on the managed cluster.
  var isHubOnly: Bool { hubOnly || lost }

  /// Beyond one cluster that is named.
  private var isForMany: Bool { Set(names).count > 1 || source.isGiven }

  func run(_ context: CommandContext) async throws -> CommandOutcome {
    for name in names { try ClusterName.validate(name) }
    let hub = try context.hub(self.hub)
    if explain { return try await runExplain(context, hub) }
    if detach { return try await runDetach(context, hub) }
    if isForMany { return try await runMany(context, hub) }
    if destruction.destroy { return try await runDestroy(context, hub) }
    let name = names.first ?? ""
    var clusters = Clusters(
      hub: hub, managed: try context.managedCluster(cluster, self.hub),
      hosting: try context.hostingCluster(hosting, self.hub))
    let deletion = ConfirmedDeletion(context: context, clusters: clusters, change: change)
    try deletion.begin()
    if clusters.managed == nil, let found = try await managedCluster(of: name, context, hub) {
      context.announce(managed: found)
      clusters = Clusters(hub: hub, managed: found, hosting: clusters.hosting)
    }
    return try await deletion.run(
      Unregister(request(name)), on: clusters, asking: name, names: [ResourceName.cluster(name)],
      sentence: Self.sentence)
  }

  /// A way to a cluster of which only the name is known; nil when there is none, or none is wanted.
  func managedCluster(
    of name: String, _ context: CommandContext, _ hub: ClusterAccess
  ) async throws -> ClusterAccess? {
    guard !isHubOnly else { return nil }
    if gateway.viaGateway { return try context.gateway(to: name, self.hub) }
    let ways = ClusterWays(
      hub: hub, kubeconfig: standardKubeconfig(context),
      environment: context.invocation.environment)
    return try await ways.any(of: name).map { try context.access($0.connection, self.hub) }
  }

  private func runMany(
    _ context: CommandContext, _ hub: ClusterAccess
  ) async throws -> CommandOutcome {
    let deletion = ConfirmedDeletion(
      context: context, clusters: Clusters(hub: hub), change: change)
    try deletion.begin()
    let found = try await DeletionMembers(command: self, context: context, hub: hub).find()
    return try await ManyDeletion(
      command: self, context: context, deletion: deletion, inputs: found.inputs
    ).run(found.members)
  }

  /// Where contexts of clusters are looked for; or why they cannot be.
  func standardKubeconfig(_ context: CommandContext) -> Result<Kubeconfig, any Error> {
    Result { try context.kubeconfig(hub.kubeconfig) }
  }

  /// What the flags ask for.
  func request(_ name: String) -> UnregisterRequest {
    var request = UnregisterRequest(name: name)
    request.namespace = purgeNamespace ? .purge : keepNamespace ? .keep : .deleteIfEmpty
    request.works = works
    request.hubOnly = isHubOnly
    request.forcesFinalizers = forceFinalizers || lost
    request.isLost = lost
    request.cleanupScript = cleanupScript
    request.ignoresNotFound = ignoreNotFound
    request.waits = waiting.wait
    return request
  }

  static func sentence(_ report: UnregisterReport) -> String {
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
