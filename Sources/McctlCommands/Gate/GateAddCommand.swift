import ArgumentParser
import Workflows

/// `mcctl gate add`.
struct GateAddCommand: McctlCommand {
  static let about = About(
    "gate add", usage: "CLUSTER TYPE... [options]",
    "Let a cluster count as registered only when further conditions are True.",
    discussion: """
      A gate is the type of a condition in the ManagedCluster's status, such as BackupReady or example.com/BackupReady. \
      Whoever looks after it sets the condition: a controller, or a script with "mcctl gate set". Until it is True, \
      status and every wait say that the cluster is not registered.
      """,
    examples: [
      .init(
        "mcctl gate add edge-7 example.com/BackupReady",
        "count edge-7 as registered only once its backup is set up")
    ])

  @Argument(help: "The cluster's name on the hub.", completion: .clusterNames)
  var cluster: String

  @Argument(help: "Types of conditions.")
  var types: [String]

  @OptionGroup var change: ChangeOptions
  @OptionGroup var result: ResultOptions
  @OptionGroup(title: "Global options", visibility: .hidden) var hub: HubOptions
  @OptionGroup(title: "Global options", visibility: .hidden) var reporting: ReportingOptions

  var resultOptions: (any ResultChoice)? { result }

  func run(_ context: CommandContext) async throws -> CommandOutcome {
    let request = ChangeGatesRequest(cluster: cluster, .add, types)
    return try await context.gates(ChangeGates(request), on: hub, change)
  }
}
