import ArgumentParser
import Documents
import OpenClusterManagement
import Terminal
import Workflows

/// `mcctl get works`.
struct GetWorksCommand: McctlCommand {
  static let about = About(
    "get works", usage: "[--cluster NAME] [options]",
    "List what is handed out to clusters as ManifestWorks.",
    examples: [
      .init("mcctl get works --cluster edge-7", "list what one cluster gets"),
      .init("mcctl get works", "list the works of all clusters"),
    ],
    aliases: ["work"])

  @Option(
    help: ArgumentHelp("Only works of this cluster.", valueName: "name"),
    completion: .clusterNames)
  var cluster: String?

  @OptionGroup var result: ResultOptions
  @OptionGroup(title: "Global options", visibility: .hidden) var hub: HubOptions
  @OptionGroup(title: "Global options", visibility: .hidden) var reporting: ReportingOptions

  var resultOptions: (any ResultChoice)? { result }

  func run(_ context: CommandContext) async throws -> CommandOutcome {
    if let cluster { try ClusterName.validate(cluster) }
    let rows = try await WorkList(cluster: cluster).rows(on: context.hub(hub))
    if rows.isEmpty { context.reporter.note("there are no works") }
    let table = Table(columns: Self.columns, rows: rows.map(Self.cells))
    return CommandOutcome(
      document: ListDocument.of(rows.map(\.document)), human: .table(table, wide: table),
      names: rows.map { ResourceName.work($0.name) })
  }

  private static let columns: [Column] = [
    "CLUSTER", "NAME", "OBJECTS", "APPLIED", "AVAILABLE", Column("PROBLEM", minimumWidth: 20),
  ]

  private static func cells(_ row: WorkRow) -> [Cell] {
    [
      Cell(row.cluster), Cell(row.name), Cell("\(row.manifestCount)"), truth(row.isApplied),
      truth(row.isAvailable), Cell(row.problem ?? "", style: .caution),
    ]
  }

  private static func truth(_ value: Bool?) -> Cell {
    switch value {
    case true?: Cell("True", style: .good)
    case false?: Cell("False", style: .bad)
    case nil: Cell("Unknown", style: .caution)
    }
  }
}
