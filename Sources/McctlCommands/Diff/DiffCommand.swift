import ArgumentParser
import Documents
import Terminal
import Workflows

/// `mcctl diff`.
struct DiffCommand: McctlCommand {
  static let about = About(
    "diff", usage: "-f FLEET [options]",
    "Show how a fleet file and the hub differ.",
    discussion: """
      Compares labels, annotations, cluster set, gates, addons, URL and certificates of every cluster in the file with the \
      hub's, and whether it is there and registered. What the file says nothing about is no difference. Nothing is \
      changed, and no cluster but the hub is asked. Ends with status 2 when anything differs.
      """,
    examples: [
      .init("mcctl diff -f fleet.yaml", "see what an import of the file would change on the hub"),
      .init(
        "mcctl diff -f fleet.yaml --strict -o name",
        "list the clusters that differ, also those that the file does not know"),
    ])

  @Option(
    name: [.customShort("f"), .customLong("file")],
    help: ArgumentHelp("The fleet file; - for standard input.", valueName: "file"),
    completion: .file())
  var file: String

  @Flag(help: "Clusters that the hub has and the file has not are differences too.")
  var strict = false

  @OptionGroup var time: TimeOptions
  @OptionGroup var result: ResultOptions
  @OptionGroup(title: "Global options", visibility: .hidden) var hub: HubOptions
  @OptionGroup(title: "Global options", visibility: .hidden) var reporting: ReportingOptions

  var resultOptions: (any ResultChoice)? { result }

  func run(_ context: CommandContext) async throws -> CommandOutcome {
    let opened = try await FleetFile(file, context)
    let drift = FleetDrift(
      opened.fleet, opened.inputs, countsOthers: strict, now: context.invocation.now)
    let rows = try await drift.rows(
      on: context.hub(hub), within: .after(try time.budget(context.invocation)))
    if rows.isEmpty { context.reporter.note("the hub is as \(opened.source) says") }
    let table = Self.table(rows)
    return CommandOutcome(
      document: ListDocument.of(rows.map(\.document)),
      human: rows.isEmpty ? .nothing : .table(table, wide: table),
      names: rows.map { ResourceName.cluster($0.name) },
      status: rows.isEmpty ? .done : .differences)
  }

  /// A line for each thing that differs.
  static func table(_ rows: [FleetDriftRow]) -> Table {
    Table(
      columns: [
        "CLUSTER", "FIELD", Column("FILE", minimumWidth: 12), Column("HUB", minimumWidth: 12),
      ],
      rows: rows.flatMap { row -> [[Cell]] in
        switch row.state {
        case .missing:
          [[Cell(row.name), "cluster", "present", Cell("missing", style: .bad)]]
        case .other:
          [[Cell(row.name), "cluster", Cell("missing", style: .caution), "present"]]
        case .different:
          row.differences.map { difference in
            [
              Cell(row.name), Cell(difference.field), Cell(difference.file),
              Cell(difference.hub ?? "<none>", style: .caution),
            ]
          }
        }
      })
  }
}
