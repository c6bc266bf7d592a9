import FoundationEssentials
import OpenClusterManagement
import Terminal
import Workflows

/// Clusters as rows of `mcctl status`.
struct StatusTable {
  /// The time ages are counted from.
  let now: Date

  /// The columns everybody sees.
  static let columns: [Column] = [
    "NAME", "REGISTERED", "VERSION", "AGE", Column("REASON", minimumWidth: 12),
    Column("MESSAGE", minimumWidth: 20),
  ]

  /// The columns of `-o wide`.
  static let wideColumns: [Column] = [
    "NAME", "REGISTERED", "ACCEPTED", "JOINED", "AVAILABLE", "GATES", "VERSION", "CLUSTERSET",
    Column("URL", minimumWidth: 12), "HEARTBEAT", "AGE", Column("REASON", minimumWidth: 12),
    Column("MESSAGE", minimumWidth: 20),
  ]

  /// The rows for everybody.
  func table(_ rows: [StatusRow]) -> Table {
    Table(columns: Self.columns, rows: rows.map(cells))
  }

  /// The rows of `-o wide`.
  func wideTable(_ rows: [StatusRow]) -> Table {
    Table(columns: Self.wideColumns, rows: rows.map(wideCells))
  }

  /// One row for everybody.
  func cells(_ row: StatusRow) -> [Cell] {
    [Cell(row.name), truth(row.isRegistered), Cell(row.version ?? ""), Cell(age(row.created))]
      + explanation(row)
  }

  /// One row of `-o wide`.
  func wideCells(_ row: StatusRow) -> [Cell] {
    let gates = row.gates.map { "\($0.type)=\($0.status.rawValue)" }
    return [
      Cell(row.name), truth(row.isRegistered), truth(row.isAccepted), truth(row.isJoined),
      row.isAvailable.map(truth) ?? Cell("Unknown", style: .caution),
      Cell(gates.joined(separator: ",")), Cell(row.version ?? ""), Cell(row.clusterSet ?? ""),
      Cell(row.url ?? ""), Cell(age(row.lastHeartbeat)), Cell(age(row.created)),
    ] + explanation(row)
  }

  /// The row of a cluster that is gone, in a watch.
  func goneCells(_ name: String) -> [Cell] {
    [Cell(name), Cell("Gone", style: .caution)]
  }

  private func explanation(_ row: StatusRow) -> [Cell] {
    let leaving = row.isDeleting ? "it is being taken out of the hub" : ""
    guard let blocker = row.blocker else {
      return [Cell(row.isDeleting ? "Deleting" : "", style: .caution), Cell(leaving)]
    }
    let since = blocker.since.map { " (\(age($0)))" } ?? ""
    let message = blocker.message + since + (row.isDeleting ? "; \(leaving)" : "")
    return [Cell(blocker.reason, style: .caution), Cell(message)]
  }

  private func truth(_ value: Bool) -> Cell {
    Cell(value ? "True" : "False", style: value ? .good : .bad)
  }

  private func age(_ date: Date?) -> String {
    guard let date else { return "" }
    return ElapsedTime.age(.seconds(now.timeIntervalSince(date)))
  }
}
