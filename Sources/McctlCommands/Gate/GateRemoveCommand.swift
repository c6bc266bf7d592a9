import ArgumentParser
import Workflows

/// `mcctl gate remove`.
struct GateRemoveCommand: McctlCommand {
  static let about = About(
    "gate remove", usage: "CLUSTER TYPE... [options]",
    "Take readiness gates off a cluster.",
    discussion: """
      The conditions themselves stay in the ManagedCluster's status; they hold nothing back any more.
      """,
    examples: [
      .init(
        "mcctl gate remove edge-7 example.com/BackupReady",
        "no longer wait for the backup of edge-7")
    ])

  @Argument(help: "The cluster's name on the hub.", completion: .clusterNames)
  var cluster: String

  @Argument(help: "Types of conditions; one that is no gate of the cluster is passed over.")
  var types: [String]

  @OptionGroup var change: ChangeOptions
  @OptionGroup var result: ResultOptions
  @OptionGroup(title: "Global options", visibility: .hidden) var hub: HubOptions
  @OptionGroup(title: "Global options", visibility: .hidden) var reporting: ReportingOptions

  var resultOptions: (any ResultChoice)? { result }

  func run(_ context: CommandContext) async throws -> CommandOutcome {
    let request = ChangeGatesRequest(cluster: cluster, .remove, types)
    return try await context.gates(ChangeGates(request), on: hub, change)
  }
}
