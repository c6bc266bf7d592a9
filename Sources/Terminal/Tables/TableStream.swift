/// Rows of a table that come one by one, such as those of a watch: columns only ever grow.
public struct TableStream: Sendable {
  private let columns: [Column]
  private let palette: Palette
  private let ellipsis: String
  private var widths: [Int]

  /// - Parameter widths: what columns are at least as wide as, in cells; titles count as well.
  public init(
    columns: [Column], widths: [Int] = [], palette: Palette = .plain, ellipsis: String = "..."
  ) {
    self.columns = columns
    self.palette = palette
    self.ellipsis = ellipsis
    self.widths = columns.enumerated().map { index, column in
      max(column.title.displayWidth, index < widths.count ? widths[index] : 0)
    }
  }

  /// The header's line.
  public func header() -> String {
    line(columns.map { Cell($0.title, style: .strong) }, widths)
  }

  /// The line of a row.
  ///
  /// - Parameter width: cells of the terminal now, into which the last column is cut; nil for no terminal.
  public mutating func row(_ cells: [Cell], width: Int? = nil) -> String {
    for (index, cell) in cells.prefix(columns.count).enumerated() {
      widths[index] = max(widths[index], cell.text.displayWidth)
    }
    guard let width, let last = widths.indices.last else { return line(cells, widths) }
    var fitted = widths
    let others = fitted.dropLast().reduce(0, +) + ColumnFitting.gap * last
    fitted[last] = max(columns[last].minimumWidth ?? fitted[last], width - others)
    return line(cells, fitted)
  }

  private func line(_ cells: [Cell], _ widths: [Int]) -> String {
    cells.text(widths: widths, palette: palette, ellipsis: ellipsis) + "\n"
  }
}
