import FoundationEssentials
import OpenClusterManagement
import Terminal
import Workflows

/// Readiness gates as rows.
struct GateTable {
  /// The time ages are counted from.
  let now: Date

  /// The rows as the result of a command.
  func outcome(_ rows: [GateRow]) -> CommandOutcome {
    let table = table(rows)
    return CommandOutcome(
      document: ListDocument.of(rows.map(\.document)), human: .table(table, wide: table),
      names: rows.map { "\($0.cluster)/\($0.type)" })
  }

  /// The rows.
  func table(_ rows: [GateRow]) -> Table {
    Table(
      columns: [
        "CLUSTER", "GATE", "STATUS", "SINCE", Column("REASON", minimumWidth: 12),
        Column("MESSAGE", minimumWidth: 20),
      ],
      rows: rows.map(cells))
  }

  private func cells(_ row: GateRow) -> [Cell] {
    guard let condition = row.condition else {
      return [
        Cell(row.cluster), Cell(row.type), Cell("Unknown", style: .caution), "", "",
        "nobody has set the condition yet",
      ]
    }
    let age = condition.lastTransitionTime.map {
      ElapsedTime.age(.seconds(now.timeIntervalSince($0)))
    }
    return [
      Cell(row.cluster), Cell(row.type),
      Cell(condition.status.rawValue, style: row.isOpen ? .good : .bad), Cell(age ?? ""),
      Cell(condition.reason), Cell(condition.message),
    ]
  }
}
