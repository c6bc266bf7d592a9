import ArgumentParser
import OpenClusterManagement
import Workflows

/// `mcctl import`.
struct ImportCommand: McctlCommand {
  static let about = About(
    "import", usage: "NAME [--cluster-context CONTEXT] | -f FLEET [options]",
    "Register existing clusters with the hub: one, or a whole fleet.",
    discussion: """
      Mints a credential for this cluster alone, installs the agent, waits for its certificate request, verifies and \
      approves it, accepts the cluster, and waits until it is registered: accepted, joined, available, and every gate \
      True. For a cluster that is registered already, nothing is changed. A cluster is known by its identity (the UID \
      of kube-system), not by its name.

      A cluster that only reaches out is imported with --mode manual: the hub is told of it, and a bundle is written \
      that somebody applies there with kubectl alone. With --wait, or later with mcctl status NAME --wait-for \
      registered, its request is verified and approved when it comes. --offline makes the bundle without a hub.

      Many at a time are imported from a fleet file (-f; docs/fleet.md), from the contexts that --cluster-context matches \
      with * and ?, by their names (several, or --names-from), or by the records that wait on the hub (-l). Of names and \
      records, the way to a cluster is the context of its name, or Secret auto-import-secret in its namespace on the hub. One \
      that fails does not keep the others; --retry-failed takes the result of a run and does what is missing.
      """,
    examples: [
      .init(
        "mcctl import edge-7 --context hub --cluster-context edge-7",
        "import a cluster whose context is in the same kubeconfig"),
      .init(
        "mcctl import edge-7 --cluster-kubeconfig edge-7.yaml --label region=north",
        "import a cluster with a kubeconfig of its own, and label it"),
      .init(
        "mcctl import edge-7 --cluster-context edge-7 --hub-url https://hub:6443",
        "tell the agent another address of the hub than the kubeconfig has"),
      .init(
        "mcctl import edge-7 --cluster-context edge-7 --probe",
        "have a pod on the cluster try the way to the hub first"),
      .init(
        "mcctl import edge-7 --cluster-context edge-7 --rejoin",
        "repair a cluster whose agent's certificate has expired"),
      .init(
        "mcctl import edge-7 --cluster-context edge-7 --dry-run",
        "see what would be done, and change nothing"),
      .init(
        "mcctl import edge-7 --mode manual -o edge-7.tar.gz --hub-url https://hub:6443",
        "make a bundle for a cluster that only reaches out"),
      .init(
        "mcctl import edge-7 --mode manual -o edge-7 --wait --timeout 24h",
        "make it, and let the cluster in when it comes"),
      .init(
        "mcctl import -f fleet.yaml --parallel 16 -o json > result.json",
        "import a fleet, and keep the result"),
      .init(
        "mcctl import -f fleet.yaml --retry-failed result.json",
        "import what failed or was not begun"),
      .init(
        "mcctl import --cluster-context 'edge-*' --label region=north",
        "import the clusters of all contexts whose names begin so"),
      .init("mcctl import -l region=north", "import the clusters whose records wait on the hub"),
    ])

  @Argument(
    help: """
      The name the cluster gets on the hub: a DNS label of at most 63 characters. Several for several clusters, - to read \
      them from standard input.
      """)
  var names: [String] = []

  @OptionGroup(title: "Many clusters") var source: ManyImportFlags
  @OptionGroup(title: "Many clusters") var many: ManyOptions
  @OptionGroup(title: "Managed cluster") var cluster: ManagedClusterOptions
  @OptionGroup(title: "Hosting cluster") var hosting: HostingClusterOptions
  @OptionGroup(title: "Import") var flags: ImportFlags
  @OptionGroup(title: "Bundle") var manual: ManualFlags
  @OptionGroup(title: "Hub address") var address: HubAddressOptions
  @OptionGroup(title: "Agent") var agent: AgentFlags
  @OptionGroup(title: "Components") var components: ComponentOptions
  @OptionGroup var change: ChangeOptions
  @OptionGroup var result: BundleResultOptions
  @OptionGroup(title: "Global options", visibility: .hidden) var hub: HubOptions
  @OptionGroup(title: "Global options", visibility: .hidden) var reporting: ReportingOptions

  var resultOptions: (any ResultChoice)? { result }

  /// The name, where only one cluster is imported.
  var name: String { names.first ?? "" }

  mutating func validate() throws {
    if hosting.isGiven, !agent.agentMode.isHosted {
      throw ValidationError(
        "--hosting-cluster-… is for an agent that runs there: --agent-mode Hosted or SingletonHosted"
      )
    }
    if isForMany {
      try validateMany()
    } else if names.isEmpty {
      throw ValidationError("name a cluster, or a fleet file with -f")
    } else if isManual {
      try validateManual()
    } else {
      try result.requireFormat()
      guard cluster.isGiven else {
        throw ValidationError(
          "name the managed cluster with --cluster-kubeconfig, --cluster-context or both")
      }
    }
    try validateComponents()
  }

  /// The gates are those of the agent's components.
  func validateComponents() throws {
    do {
      _ = try components.featureGates(for: FeatureGates.Component.agent)
    } catch let error as ManifestOptionError {
      throw ValidationError(error.description)
    }
  }

  func run(_ context: CommandContext) async throws -> CommandOutcome {
    if isForMany { return try await runMany(context) }
    try ClusterName.validate(name)
    if isManual { return try await runManual(context) }
    let request = try request()
    let clusters = Clusters(
      hub: try context.hub(hub), managed: try context.managedCluster(cluster, hub),
      hosting: try context.hostingCluster(hosting, hub))
    let result = try await context.perform(Import(request), on: clusters, change)
    return CommandOutcome(
      result, mode: try change.dryRun.mode, names: [ResourceName.cluster(name)],
      sentence: Self.sentence)
  }

  /// What is said of a cluster that was imported.
  static func sentence(_ report: ImportReport) -> String {
    switch report.outcome {
    case .unchanged: "cluster \(report.name) unchanged"
    case .registered: "cluster \(report.name) registered"
    case .applied: "cluster \(report.name) applied, not registered yet"
    }
  }

  var isManual: Bool { manual.mode == .manual }

  /// What the flags ask for; reads the files they name.
  func request() throws -> ImportRequest { try request(name) }

  /// What the flags ask for, for one of several clusters.
  func request(_ name: String) throws -> ImportRequest {
    var request = ImportRequest(name: name)
    request.labels = flags.labels.dictionary
    request.annotations = flags.annotations.dictionary
    request.clusterSet = flags.clusterSet
    request.readinessGates = flags.gates.isEmpty ? nil : flags.gates
    request.addOns = flags.addOns
    request.hubURL = address.hubURL
    request.hubCABundle = try address.hubCaFile.map {
      try InputFile.read($0, flag: "--hub-ca-file")
    }
    request.hubCAPin = address.hubCAPin
    request.clusterURL = flags.clusterURL
    request.clusterCABundle = try flags.clusterCaFile.map {
      try InputFile.read($0, flag: "--cluster-ca-file")
    }
    request.allowsLoopback = address.allowLoopback
    request.probes = address.probe
    request.probeImage = address.probeImage
    request.agent = try agent.settings(components, address)
    request.credentialValidity =
      flags.credentialValidity?.duration ?? (isManual ? .seconds(86_400) : .seconds(3600))
    request.credentialKind = flags.credentialType
    request.keepsCredential = flags.keepCredential
    request.rejoins = flags.rejoin
    request.move = flags.move
    request.evictionSeconds = flags.evictAfter.map { Int($0.duration.components.seconds) }
    request.forcesConflicts = flags.forceConflicts
    request.accepts = flags.accept
    request.waits = manual.wait ?? !isManual
    return request
  }
}
