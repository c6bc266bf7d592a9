import ArgumentParser
import OpenClusterManagement
import RemoteHosts
import Workflows

/// `mcctl create`.
struct CreateCommand: McctlCommand {
  static let about = About(
    "create", usage: "NAME -f CLUSTER | --declared [NAME | -l SELECTOR] [options]",
    "Make a cluster of bare Linux machines with sealer, and register it.",
    discussion: """
      Over SSH: sealer is installed or its version checked on the first master, the image is loaded or pulled, a key for \
      this cluster alone is spread, the Clusterfile is written, and sealer is run detached and listened to. Then the \
      cluster's API server is reached, every machine has to be a node that is ready, and the cluster is imported.

      What is interrupted goes on with mcctl create NAME: the connection may be lost, mcctl may be killed, and sealer \
      still runs once. After a failure the same command goes on when the cause is repaired, and cleans before what has \
      to be cleaned; --undo takes away what a failed creation left. docs/create.md has the whole of it, \
      docs/schemas/cluster.schema.json the file's format.

      With --declared, clusters that are declared on the hub are made as they are declared: each ManagedCluster with \
      annotation mcctl.dev/cluster=Managed and Secret mcctl-cluster in its namespace is created, scaled, moved to another \
      image or, with annotation mcctl.dev/destroy=NAME and --yes, destroyed. docs/declared.md has the whole of it.
      """,
    examples: [
      .init("mcctl create edge-7 -f cluster.yaml", "create the cluster of a file, and register it"),
      .init("mcctl create edge-7 -f cluster.yaml --dry-run", "see what would be done"),
      .init(
        "mcctl create edge-7 --image r.example/ack:1 --masters 10.0.0.11 --ssh-key key",
        "the simple case, without a file"),
      .init("mcctl create edge-7", "go on with what was interrupted, from any machine"),
      .init(
        "mcctl create --declared --dry-run", "see what is to be done about the declared clusters"),
      .init("mcctl create edge-7 --undo --yes", "take away what a failed creation left"),
    ])

  @Argument(help: "The name the cluster gets on the hub: a DNS label of at most 63 characters.")
  var name: String?

  @OptionGroup(title: "Declared clusters") var declared: DeclaredFlags

  @OptionGroup(title: "Machines") var machines: MachineFlags
  @OptionGroup(title: "Hub address") var address: HubAddressOptions

  @Flag(
    help:
      "Take away what a creation that failed or was interrupted left, on the machines and the hub.")
  var undo = false

  @Flag(
    help: """
      Keep the passwords and passphrases that the description names on the hub, in Secret mcctl-cluster-credentials of \
      the cluster's namespace; later commands read there what they do not find here.
      """)
  var storeCredentials = false

  @OptionGroup var sealer: SealerOptions
  @OptionGroup var change: ChangeOptions
  @OptionGroup var result: ResultOptions
  @OptionGroup(title: "Global options", visibility: .hidden) var hub: HubOptions
  @OptionGroup(title: "Global options", visibility: .hidden) var reporting: ReportingOptions

  var resultOptions: (any ResultChoice)? { result }

  mutating func validate() throws {
    if name == nil, !declared.declared { throw ValidationError("name the cluster") }
    guard declared.declared else { return }
    if name == nil, sealer.transcript != nil {
      throw ValidationError("--transcript is for one cluster: name it, or leave that out")
    }
    if undo || storeCredentials || machines.file != nil || machines.fromClusterfile != nil
      || machines.describesAlone
    {
      throw ValidationError("with --declared, the hub says what is done: leave the other flags out")
    }
    if name != nil, declared.selector != nil {
      throw ValidationError("-l and a name exclude each other")
    }
  }

  func run(_ context: CommandContext) async throws -> CommandOutcome {
    if let name { try ClusterName.validate(name) }
    let clusters = Clusters(hub: try context.hub(hub))
    context.announce(clusters)
    guard let name, !declared.declared else {
      return try await DeclaredPass(command: self, context: context, clusters: clusters).run()
    }
    let file = try await file(name, context, clusters.hub).completed(name, on: clusters.hub)
    let creation = creation(name, file, context, clusters)
    return undo ? try await creation.undo() : try await creation.run()
  }

  /// The making of one cluster, as the flags say.
  func creation(
    _ name: String, _ file: ClusterFile, _ context: CommandContext, _ clusters: Clusters
  ) -> Creation {
    Creation(
      name: name, file: file, context: context, clusters: clusters, hub: hub, change: change,
      address: address, storesCredentials: storeCredentials, sealer: sealer)
  }

  /// What describes the cluster: the flags, or what the hub keeps of it.
  func file(
    _ name: String, _ context: CommandContext, _ hub: ClusterAccess
  ) async throws -> ClusterFile {
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
    return try ClusterFile(origin, nil, machines, name: name, context)
  }
}
