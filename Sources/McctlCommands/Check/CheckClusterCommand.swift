import ArgumentParser
import KubernetesClient
import OpenClusterManagement
import Workflows

/// `mcctl check cluster`.
struct CheckClusterCommand: McctlCommand {
  static let about = About(
    "check cluster", usage: "NAME... [options]",
    "Look at clusters from the hub, and at one from inside, and change nothing.",
    discussion: """
      From the hub: the record, the agent's lease and requests, works, addons, and whether the cluster's URL leads to it. \
      With --cluster-kubeconfig, --cluster-context or --via-gateway also the agent itself: its operator, Klusterlet, pods, certificate \
      and bootstrap, what of another hub is left, and whether the hub's URL that it has leads to the hub. Only reads. \
      Ends with 3 when a check fails.
      """,
    examples: [
      .init("mcctl check cluster edge-7", "look at a cluster from the hub"),
      .init(
        "mcctl check cluster edge-7 --cluster-kubeconfig edge-7.yaml",
        "look at its agent as well"),
      .init(
        "mcctl check cluster edge-7 --via-gateway", "the same, through cluster-gateway on the hub"),
      .init(
        "mcctl check cluster edge-7 edge-8 -o short", "see only what is wrong with two clusters"),
    ], aliases: ["clusters"])

  @Argument(help: "The clusters' names.", completion: .clusterNames)
  var names: [String]

  @OptionGroup(title: "Managed cluster") var cluster: ManagedClusterOptions
  @OptionGroup(title: "Managed cluster") var gateway: GatewayOptions
  @OptionGroup(title: "Checks") var flags: CheckFlags
  @OptionGroup var time: TimeOptions
  @OptionGroup var result: CheckResultOptions
  @OptionGroup(title: "Global options", visibility: .hidden) var hub: HubOptions
  @OptionGroup(title: "Global options", visibility: .hidden) var reporting: ReportingOptions

  var resultOptions: (any ResultChoice)? { result }

  mutating func validate() throws {
    if cluster.isGiven || gateway.viaGateway, Set(names).count > 1 {
      throw ValidationError("one cluster is looked into at a time; name only that")
    }
    if cluster.isGiven, gateway.viaGateway {
      throw ValidationError("--via-gateway and the managed cluster's kubeconfig exclude each other")
    }
  }

  func run(_ context: CommandContext) async throws -> CommandOutcome {
    for name in names { try ClusterName.validate(name) }
    let deadline = Deadline.after(try time.budget(context.invocation))
    let access = try context.hub(hub)
    let managed = try await context.lookedInto(
      names, cluster, gateway, hub, on: access, within: deadline)
    let clusters = Clusters(hub: access, managed: managed)
    var seen: Set<String> = []
    let checks = ClusterChecks(
      names: names.filter { seen.insert($0).inserted }, options: flags.options(context),
      observe: context.checkObserver)
    let report = try await checks.report(
      on: clusters, within: deadline)
    return try context.outcome(of: report, flags, result) { name in
      let hub = ClusterLocation(side: .hub, connection: clusters.hub.connection)
      return "cluster \(name ?? "") on \(hub)"
    }
  }
}
