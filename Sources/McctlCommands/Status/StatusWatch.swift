import Documents
import Terminal
import Workflows

/// `mcctl status --watch`: a table that is kept up to date on a terminal; elsewhere one row, or one document, for each
/// change. Until it is stopped.
struct StatusWatch {
  let context: CommandContext
  let request: StatusRequest

  /// Never returns by itself: throws ``WatchStopped`` when cancelled, or what went wrong.
  func run(on hub: ClusterAccess) async throws -> CommandOutcome {
    let isWide = context.printer.format.isWide
    let reporter = context.reporter
    let changes = Status(request, now: context.invocation.now).changes(on: hub) { names in
      reporter.note(Self.awaiting(names))
    }
    do {
      if StatusBoard.fits(context) {
        try await StatusBoard(context: context, request: request, isWide: isWide).run(changes)
      } else {
        try await tell(changes, isWide: isWide)
      }
    } catch {
      if Task.isCancelled { throw WatchStopped() }
      throw error
    }
    throw WatchStopped()
  }

  /// Tells, beside the result, what is not shown because it is not there yet.
  private static func awaiting(_ names: [String]) -> String {
    switch names.count {
    case 0: "there are no such clusters on the hub yet; waiting for one to appear"
    case 1: "there is no cluster \(names[0]) on the hub yet; waiting for it to appear"
    default: "not on the hub yet: \(names.joined(separator: ", ")); waiting for them to appear"
    }
  }

  private func tell(
    _ changes: AsyncThrowingStream<StatusChange, any Error>, isWide: Bool
  ) async throws {
    var rows = context.printer.stream(
      columns: isWide ? StatusTable.wideColumns : StatusTable.columns,
      widths: isWide ? [24] : [24, 0, 16, 6, 20])
    if let header = rows.header { try context.printer.stream(header) }
    for try await change in changes {
      try context.printer.stream(try text(change, &rows, isWide: isWide))
    }
  }

  private func text(
    _ change: StatusChange, _ rows: inout ResultPrinter.Rows, isWide: Bool
  ) throws -> String {
    switch context.printer.format {
    case .table, .wide: return rows.row(cells(change, isWide: isWide))
    case .json: return JSON.text(document(change)) + "\n"
    case .yaml: return "---\n" + YAML.text(document(change))
    case .name, .jsonPath, .customColumns:
      guard case .changed(let row) = change else { return "" }
      return try context.printer.text(
        CommandOutcome(
          document: row.document, human: .nothing, names: [ResourceName.cluster(row.name)]))
    }
  }

  private func cells(_ change: StatusChange, isWide: Bool) -> [Cell] {
    let table = StatusTable(now: context.invocation.now())
    switch change {
    case .changed(let row): return isWide ? table.wideCells(row) : table.cells(row)
    case .removed(let name): return table.goneCells(name)
    }
  }

  /// `{"type": "changed", "cluster": {…}}` or `{"type": "removed", "cluster": {"name": …}}`.
  private func document(_ change: StatusChange) -> Value {
    switch change {
    case .changed(let row): ["type": "changed", "cluster": row.document]
    case .removed(let name): ["type": "removed", "cluster": ["name": .string(name)]]
    }
  }
}
