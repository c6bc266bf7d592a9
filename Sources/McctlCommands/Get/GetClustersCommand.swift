import ArgumentParser
import Documents
import KubernetesClient
import Terminal
import Workflows

/// `mcctl get clusters`.
struct GetClustersCommand: McctlCommand {
  static let about = About(
    "get clusters", usage: "[options]",
    "List the clusters of the hub as the hub's API server prints them.",
    discussion: """
      The quickest list there is, made for hubs with thousands of clusters: the server sends the finished table from \
      its cache. json, yaml, jsonpath and custom-columns show the ManagedCluster objects themselves. For what mcctl \
      makes of them see mcctl status.
      """,
    examples: [
      .init("mcctl get clusters", "list all clusters"),
      .init("mcctl get clusters -l region=north -o name", "list the names of some"),
      .init(
        "mcctl get clusters -o custom-columns=NAME:.metadata.name,UID:.metadata.uid",
        "list fields of your choice"),
    ],
    aliases: ["cluster"])

  @OptionGroup var selection: ClusterSelection
  @OptionGroup var result: ResultOptions
  @OptionGroup(title: "Global options", visibility: .hidden) var hub: HubOptions
  @OptionGroup(title: "Global options", visibility: .hidden) var reporting: ReportingOptions

  var resultOptions: (any ResultChoice)? { result }

  func run(_ context: CommandContext) async throws -> CommandOutcome {
    var request = ClustersRequest()
    request.selector = selection.selector
    request.clusterSet = selection.clusterSet
    request.isConsistent = selection.consistent
    let objects: ResourceTable.IncludedObjects =
      context.printer.format.showsDocument || context.reporter.ownsStandardOutput ? .object : .none
    let table = try await ClusterList(request).table(on: context.hub(hub), objects: objects)
    if table.rows.isEmpty { context.reporter.note("there are no clusters") }
    return CommandOutcome(
      document: ListDocument.of(table.rows.compactMap(\.object)),
      human: .table(
        ServerTable(table, isWide: false).table, wide: ServerTable(table, isWide: true).table),
      names: table.rows.compactMap { table.cell("Name", of: $0)?.string }
        .map(ResourceName.cluster))
  }
}
