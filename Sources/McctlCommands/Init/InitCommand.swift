import ArgumentParser
import OpenClusterManagement
import Workflows

/// `mcctl init`.
struct InitCommand: McctlCommand {
  static let about = About(
    "init", usage: "[options]",
    "Make a cluster a hub: install Open Cluster Management on it.",
    discussion: """
      Installs OCM's operator, its ClusterManager and the identity with which clusters ask to join, and waits until the \
      hub works. On a hub that is as asked for, nothing is changed.
      """,
    examples: [
      .init("mcctl init --context hub", "make the cluster of context hub a hub"),
      .init(
        "mcctl init --context hub --dry-run=diff", "see what would be changed on an existing hub"),
      .init(
        "mcctl init --image-registry registry.local/ocm --image-pull-secret pull.json",
        "take the images from a registry of your own"),
    ])

  @OptionGroup(title: "Components") var components: ComponentOptions

  @Option(
    help: ArgumentHelp("How many pods OCM's operator has on the hub.", valueName: "number"))
  var operatorReplicas = 3

  @Option(
    name: .customLong("auto-approve"),
    help: ArgumentHelp(
      """
      Let the hub itself approve requests of this user, unverified; needs the feature gate \
      ManagedClusterAutoApproval. May be repeated.
      """, valueName: "user"))
  var autoApprovedUsers: [String] = []

  @Flag(
    inversion: .prefixedNo,
    help: "Set up the shared identity with which other tools (clusteradm) let clusters join.")
  var sharedBootstrap = true

  @Flag(help: "Install an older release over a newer one.")
  var allowDowngrade = false

  @Flag(help: "Take over fields of the hub's objects that another tool manages.")
  var forceConflicts = false

  @OptionGroup var change: ChangeOptions
  @OptionGroup var waiting: WaitOptions
  @OptionGroup var result: ResultOptions
  @OptionGroup(title: "Global options", visibility: .hidden) var hub: HubOptions
  @OptionGroup(title: "Global options", visibility: .hidden) var reporting: ReportingOptions

  var resultOptions: (any ResultChoice)? { result }

  mutating func validate() throws {
    guard operatorReplicas > 0 else {
      throw ValidationError("--operator-replicas has to be 1 or more")
    }
    do {
      _ = try components.featureGates(for: FeatureGates.Component.hub)
    } catch let error as ManifestOptionError {
      throw ValidationError(error.description)
    }
  }

  func run(_ context: CommandContext) async throws -> CommandOutcome {
    let request = try request()
    let clusters = Clusters(hub: try context.hub(hub))
    let result = try await context.perform(Init(request), on: clusters, change)
    return CommandOutcome(result, mode: try change.dryRun.mode, names: []) { report in
      switch report.outcome {
      case .unchanged: "hub unchanged (OCM \(report.version))"
      case .ready: "hub ready (OCM \(report.version))"
      case .applied: "hub applied, not waited for (OCM \(report.version))"
      }
    }
  }

  /// What the flags ask for.
  func request() throws -> InitRequest {
    var request = InitRequest()
    request.hub.operatorOptions = try components.operatorOptions(
      replicas: operatorReplicas, pullCredentials: try components.pullCredentials())
    request.hub.featureGates = try components.featureGates(for: FeatureGates.Component.hub)
    request.hub.autoApprovedUsers = autoApprovedUsers
    request.hub.resources = try components.resources
    request.hub.includesSharedBootstrap = sharedBootstrap
    request.forcesConflicts = forceConflicts
    request.allowsDowngrade = allowDowngrade
    request.waits = waiting.wait
    return request
  }
}
