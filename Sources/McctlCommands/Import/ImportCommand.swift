import ArgumentParser
import OpenClusterManagement
import Workflows

/// `mcctl import`.
struct ImportCommand: McctlCommand {
  static let about = About(
    "import", usage: "NAME (--cluster-context CONTEXT | --mode manual) [options]",
    "Register an existing cluster with the hub.",
    discussion: """
      Mints a credential for this cluster alone, installs the agent, waits for its certificate request, verifies and \
      approves it, accepts the cluster, and waits until it is registered: accepted, joined, available, and every gate \
      True. For a cluster that is registered already, nothing is changed. A cluster is known by its identity (the UID \
      of kube-system), not by its name.

      A cluster that only reaches out is imported with --mode manual: the hub is told of it, and a bundle is written \
      that somebody applies there with kubectl alone. With --wait, or later with mcctl status NAME --wait-for \
      registered, its request is verified and approved when it comes. --offline makes the bundle without a hub.
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
    ])

  @Argument(help: "The name the cluster gets on the hub: a DNS label of at most 63 characters.")
  var name: String

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

  mutating func validate() throws {
    if hosting.isGiven, !agent.agentMode.isHosted {
      throw ValidationError(
        "--hosting-cluster-… is for an agent that runs there: --agent-mode Hosted or SingletonHosted"
      )
    }
    if isManual {
      try validateManual()
    } else {
      try result.requireFormat()
      guard cluster.isGiven else {
        throw ValidationError(
          "name the managed cluster with --cluster-kubeconfig, --cluster-context or both")
      }
    }
    do {
      _ = try components.featureGates(for: FeatureGates.Component.agent)
    } catch let error as ManifestOptionError {
      throw ValidationError(error.description)
    }
  }

  func run(_ context: CommandContext) async throws -> CommandOutcome {
    try ClusterName.validate(name)
    if isManual { return try await runManual(context) }
    let request = try request()
    let clusters = Clusters(
      hub: try context.hub(hub), managed: try context.managedCluster(cluster, hub),
      hosting: try context.hostingCluster(hosting, hub))
    let result = try await context.perform(Import(request), on: clusters, change)
    return CommandOutcome(
      result, mode: try change.dryRun.mode, names: [ResourceName.cluster(name)]
    ) { report in
      switch report.outcome {
      case .unchanged: "cluster \(report.name) unchanged"
      case .registered: "cluster \(report.name) registered"
      case .applied: "cluster \(report.name) applied, not registered yet"
      }
    }
  }

  private var isManual: Bool { manual.mode == .manual }

  /// What the flags ask for; reads the files they name.
  func request() throws -> ImportRequest {
    var request = ImportRequest(name: name)
    request.labels = flags.labels.dictionary
    request.annotations = flags.annotations.dictionary
    request.clusterSet = flags.clusterSet
    request.readinessGates = flags.gates.isEmpty ? nil : flags.gates
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
