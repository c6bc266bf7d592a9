import Documents
import KubernetesClient
import Terminal

/// A table as an API server made it, in the form mcctl prints tables in.
struct ServerTable {
  /// The table.
  let table: Table

  /// - Parameter isWide: with the columns that the server keeps for `-o wide`.
  init(_ source: ResourceTable, isWide: Bool) {
    let shown = source.columns.indices.filter { isWide || source.columns[$0].priority == 0 }
    table = Table(
      columns: shown.map { Column(source.columns[$0].name.uppercased()) },
      rows: source.rows.map { row in
        shown.map { Cell($0 < row.cells.count ? Self.text(row.cells[$0]) : "") }
      })
  }

  /// A cell as kubectl prints it.
  private static func text(_ cell: Value) -> String {
    switch cell {
    case .null: "<none>"
    case .string(let text): text
    default: JSON.text(cell)
    }
  }
}
