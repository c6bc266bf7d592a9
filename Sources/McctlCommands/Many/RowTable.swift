import Documents
import Terminal

/// Rows as a table: who, how it ended, how long it took, and why it did not succeed.
struct RowTable {
  /// What fits on a terminal.
  let narrow: Table
  /// With the stable id of what failed.
  let wide: Table

  init(_ rows: [ResultRow<CommandOutcome>]) {
    let reason = Column("REASON", minimumWidth: 20)
    narrow = Table(
      columns: ["CLUSTER", "OUTCOME", "TIME", reason],
      rows: rows.map { row in
        [Cell(row.name), Self.outcome(row), Self.time(row), Cell(Self.gist(row))]
      })
    wide = Table(
      columns: ["CLUSTER", "OUTCOME", "TIME", "ID", reason],
      rows: rows.map { row in
        [
          Cell(row.name), Self.outcome(row), Self.time(row), Cell(row.failure?.id ?? ""),
          Cell(Self.reason(row)),
        ]
      })
  }

  private static func outcome(_ row: ResultRow<CommandOutcome>) -> Cell {
    switch row.ending {
    case .done(let outcome): Cell(outcome.telling.word, style: .good)
    case .failed: Cell("failed", style: .bad)
    case .skipped: Cell("skipped", style: .caution)
    }
  }

  private static func time(_ row: ResultRow<CommandOutcome>) -> Cell {
    Cell(row.elapsed.map(ElapsedTime.text) ?? "")
  }

  private static func gist(_ row: ResultRow<CommandOutcome>) -> String {
    row.failure?.gist ?? reason(row)
  }

  private static func reason(_ row: ResultRow<CommandOutcome>) -> String {
    switch row.ending {
    case .done(let outcome): outcome.document["bundle"]?.string ?? ""
    case .failed(let failure):
      [failure.what, failure.why].compactMap(\.self).joined(separator: ": ")
    case .skipped(let reason): reason
    }
  }
}
