import ArgumentParser
import FoundationEssentials
import OpenClusterManagement
import Terminal
import Workflows

/// `mcctl gate list`.
struct GateListCommand: McctlCommand {
  static let about = About(
    "gate list", usage: "[CLUSTER...] [options]",
    "List readiness gates, and what each says.",
    examples: [
      .init("mcctl gate list", "see every gate of the hub's clusters"),
      .init("mcctl gate list edge-7 -o json", "see the gates of one cluster, for a script"),
    ])

  @Argument(help: "The clusters' names; all when none is given.", completion: .clusterNames)
  var clusters: [String] = []

  @OptionGroup var result: ResultOptions
  @OptionGroup(title: "Global options", visibility: .hidden) var hub: HubOptions
  @OptionGroup(title: "Global options", visibility: .hidden) var reporting: ReportingOptions

  var resultOptions: (any ResultChoice)? { result }

  func run(_ context: CommandContext) async throws -> CommandOutcome {
    for cluster in clusters { try ClusterName.validate(cluster) }
    let rows = try await GateList(names: clusters).rows(on: context.hub(hub))
    if rows.isEmpty { context.reporter.note("there are no readiness gates") }
    return GateTable(now: context.invocation.now()).outcome(rows)
  }
}
