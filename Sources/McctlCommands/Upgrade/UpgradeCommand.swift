import ArgumentParser
import OpenClusterManagement
import Workflows

/// `mcctl upgrade`: a cluster that mcctl created, or the agents of clusters.
struct UpgradeCommand: McctlCommand {
  static let about = About(
    "upgrade",
    usage: "(NAME | --agents (NAME... | -l SELECTOR)) [options]",
    "Move a cluster to another image, or the agents of clusters to another release.",
    discussion: """
      A cluster that mcctl created is moved to another image by sealer, which runs the image's scripts on the masters and \
      then on the nodes. Before anything is changed, every machine has to be reached, to have room and to be a node that is \
      ready, and a way has to be known between the versions of Kubernetes, unless --force says otherwise. Ends when every node is ready with \
      the new kubelet. What is interrupted goes on with mcctl upgrade NAME, and sealer still runs once. To name the former \
      image again before it is through goes back (sealer rollback).

      With --agents, it is the agents that are moved. The images of an agent and of its operator change, and the type and \
      the rights without which the new operator cannot work; every other option stays as it is, whoever set it. Waits until \
      the operator and the agent run the new images, and until the new agent has given the hub a sign of life. Of several \
      clusters the first one goes alone. Only when its new agent is available do the others follow, some at a time; \
      --no-canary leaves that out. The release is the hub's unless --ocm-version names one. An agent is not taken back to \
      an older release, nor beyond the hub's, unless --force says so. Each cluster is reached by a context of the \
      kubeconfig: by that of its own name, or as --cluster-context says; or by a kubeconfig of its own, with {name} in \
      --cluster-kubeconfig.
      """,
    examples: [
      .init(
        "mcctl upgrade edge-7 --image r.example/ack:v1-22-15-ack-13 --dry-run",
        "see what moving a cluster to another image would do"),
      .init("mcctl upgrade edge-7", "go on with a move that was interrupted"),
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

  @Argument(
    help: "The cluster's name on the hub; several with --agents.", completion: .clusterNames)
  var names: [String] = []

  @Flag(help: "Upgrade the agents, not the clusters.")
  var agents = false

  @Option(
    name: .customLong("image"),
    help: ArgumentHelp(
      """
      The cluster image to move to. With --agents, take one image from elsewhere: name=reference, where the name is \
      registration-operator, registration, work, placement or addon-manager; may be repeated.
      """, valueName: "reference"))
  var images: [String] = []

  @Flag(
    help:
      "Move all the same between versions between which no way is known, or against one that is older."
  )
  var force = false

  @OptionGroup(title: "A cluster") var cluster: ClusterUpgradeFlags
  @OptionGroup(title: "Agents") var agent: AgentUpgradeFlags
  @OptionGroup(title: "Agents") var waiting: WaitOptions
  @OptionGroup(title: "Agents") var many: ManyOptions
  @OptionGroup var change: ChangeOptions
  @OptionGroup var result: ResultOptions
  @OptionGroup(title: "Global options", visibility: .hidden) var hub: HubOptions
  @OptionGroup(title: "Global options", visibility: .hidden) var reporting: ReportingOptions

  var resultOptions: (any ResultChoice)? { result }

  mutating func validate() throws {
    if agents { try validateAgents() } else { try validateCluster() }
  }

  private func validateCluster() throws {
    if let flag = agent.given ?? many.given ?? (waiting.wait ? nil : "--no-wait") {
      throw ValidationError("\(flag) is for --agents")
    }
    guard names.count == 1 else {
      throw ValidationError("name one cluster, or say --agents to move the agents of several")
    }
    guard images.count < 2 else { throw ValidationError("a cluster is of one image") }
    if cluster.file != nil, !images.isEmpty {
      throw ValidationError("-f and --image exclude each other")
    }
  }

  private func validateAgents() throws {
    if let flag = cluster.given {
      throw ValidationError("\(flag) is for a cluster, not for agents")
    }
    guard names.isEmpty != (agent.selector == nil && agent.clusterSet == nil) else {
      throw ValidationError("name clusters, or select them with -l or --clusterset")
    }
    guard Set(names).count == names.count else {
      throw ValidationError("a cluster is named twice")
    }
    if names.count > 1, let context = agent.clusterContext, !context.contains("{name}"),
      !agent.hasOwnKubeconfigs(names.count)
    {
      throw ValidationError(
        "--cluster-context is one context; put {name} in it for several clusters")
    }
    try namedImages.check()
    do {
      _ = try agent.version
    } catch let error as ManifestOptionError {
      throw ValidationError(error.description)
    }
  }

  /// The images of an agent that come from elsewhere.
  private var namedImages: NamedImages {
    get throws {
      let pairs = try images.map { text in
        guard let pair = KeyValueArgument(argument: text) else {
          throw ValidationError("--image \(text): with --agents, write name=reference")
        }
        return pair
      }
      return NamedImages(images: pairs, digests: agent.digests)
    }
  }

  func run(_ context: CommandContext) async throws -> CommandOutcome {
    guard agents else {
      return try await ClusterImageUpgrade(
        name: names[0], flags: cluster, image: images.first, forces: force, change: change,
        hub: hub, context: context
      ).run()
    }
    return try await AgentUpgrade(
      names: names, flags: agent, images: try namedImages, forces: force, waits: waiting.wait,
      many: many, change: change, hub: hub, context: context
    ).run()
  }
}
