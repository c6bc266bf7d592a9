import ArgumentParser
import OpenClusterManagement
import RemoteHosts
import Workflows

/// `mcctl create`.
struct CreateCommand: McctlCommand {
  static let about = About(
    "create", usage: "NAME -f CLUSTER [options]",
    "Make a cluster of bare Linux machines with sealer, and register it.",
    discussion: """
      Over SSH: sealer is installed or its version checked on the first master, the image is loaded or pulled, a key for \
      this cluster alone is spread, the Clusterfile is written, and sealer is run detached and listened to. Then the \
      cluster's API server is reached, every machine has to be a node that is ready, and the cluster is imported.

      What is interrupted goes on with mcctl create NAME: the connection may be lost, mcctl may be killed, and sealer \
      still runs once. After a failure the same command goes on when the cause is repaired, and cleans before what has \
      to be cleaned; --undo takes away what a failed creation left. docs/create.md has the whole of it, \
      docs/schemas/cluster.schema.json the file's format.
      """,
    examples: [
      .init("mcctl create edge-7 -f cluster.yaml", "create the cluster of a file, and register it"),
      .init("mcctl create edge-7 -f cluster.yaml --dry-run", "see what would be done"),
      .init(
        "mcctl create edge-7 --image r.example/ack:1 --masters 10.0.0.11 --ssh-key key",
        "the simple case, without a file"),
      .init("mcctl create edge-7", "go on with what was interrupted, from any machine"),
      .init("mcctl create edge-7 --undo --yes", "take away what a failed creation left"),
    ])

  @Argument(help: "The name the cluster gets on the hub: a DNS label of at most 63 characters.")
  var name: String

  @OptionGroup(title: "Machines") var machines: MachineFlags
  @OptionGroup(title: "Hub address") var address: HubAddressOptions

  @Flag(
    help:
      "Take away what a creation that failed or was interrupted left, on the machines and the hub.")
  var undo = false

  @Option(
    help: ArgumentHelp(
      "Where to keep what sealer says, without credentials (default: ~/.local/state/mcctl/NAME.log).",
      valueName: "file"), completion: .file())
  var transcript: String?

  @Option(
    help: ArgumentHelp(
      "How long sealer may say nothing before mcctl stops listening, 0 for any time; sealer itself goes on.",
      valueName: "duration"))
  var idleTimeout = DurationArgument(ClusterSite.standardPatience)

  @OptionGroup var change: ChangeOptions
  @OptionGroup var result: ResultOptions
  @OptionGroup(title: "Global options", visibility: .hidden) var hub: HubOptions
  @OptionGroup(title: "Global options", visibility: .hidden) var reporting: ReportingOptions

  var resultOptions: (any ResultChoice)? { result }

  func run(_ context: CommandContext) async throws -> CommandOutcome {
    try ClusterName.validate(name)
    let clusters = Clusters(hub: try context.hub(hub))
    let file = try await file(context, clusters.hub)
    let creation = Creation(
      name: name, file: file, context: context, clusters: clusters, hub: hub, change: change,
      address: address, patience: idleTimeout.duration == .zero ? nil : idleTimeout.duration,
      transcript: LocalTranscript(
        path: transcript ?? LocalTranscript.standard(name, context.invocation.environment)))
    return undo ? try await creation.undo() : try await creation.run()
  }

  /// What describes the cluster: the flags, or what the hub keeps of it.
  private func file(_ context: CommandContext, _ hub: ClusterAccess) async throws -> ClusterFile {
    if let file = try await ClusterFile(machines, name: name, context) { return file }
    guard let origin = try await ClusterOrigin.read(name, on: hub) else {
      throw WorkflowError(
        id: .createUnknown, category: .usage,
        what: "nothing describes the cluster \(name), and the hub keeps nothing of it",
        next: [
          "mcctl create \(name) -f CLUSTER",
          "or mcctl create \(name) --image IMAGE --masters ADDRESSES",
        ])
    }
    return try ClusterFile(origin, machines, name: name, context)
  }
}
