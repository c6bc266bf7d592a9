/// One piece of a table's row.
public struct Cell: Sendable, Hashable, ExpressibleByStringLiteral, ExpressibleByStringInterpolation
{
  /// What is shown, on one line.
  public let text: String
  /// How it is set off, where colour is wanted.
  public let style: Style?

  /// - Parameters:
  ///   - text: control characters in it are made visible.
  ///   - style: nil for none.
  public init(_ text: String, style: Style? = nil) {
    self.text = text.singleLine
    self.style = style
  }

  /// A cell without style.
  public init(stringLiteral value: String) {
    self.init(value)
  }
}

/// A column of a table.
public struct Column: Sendable, Hashable, ExpressibleByStringLiteral {
  /// The header, written in capitals by the caller as kubectl does.
  public let title: String
  /// The least number of cells the column may be cut to on a narrow terminal; nil when it is never cut.
  public let minimumWidth: Int?

  /// - Parameters:
  ///   - title: the header.
  ///   - minimumWidth: nil for columns that operators copy from, such as names.
  public init(_ title: String, minimumWidth: Int? = nil) {
    self.title = title
    self.minimumWidth = minimumWidth
  }

  /// A column that is never cut.
  public init(stringLiteral value: String) {
    self.init(value)
  }
}

/// Rows under headers, aligned as kubectl aligns them: three spaces between columns, none at the end of a line.
public struct Table: Sendable, Hashable {
  /// The columns, from the left.
  public var columns: [Column]
  /// The rows; missing cells are empty, cells without a column are not shown.
  public var rows: [[Cell]]

  /// A table; `rows` may be added later.
  public init(columns: [Column], rows: [[Cell]] = []) {
    self.columns = columns
    self.rows = rows
  }

  /// A table of bare strings whose columns are never cut.
  public init(titles: [String], rows: [[String]]) {
    self.init(columns: titles.map { Column($0) }, rows: rows.map { $0.map { Cell($0) } })
  }

  /// The table as text, each line ended by a line feed; nothing at all, not even the header, when there are no rows.
  ///
  /// - Parameters:
  ///   - width: cells of the terminal to fit into; nil (a pipe or file) for as wide as the content is.
  ///   - showsHeader: false for `--no-headers`.
  ///   - palette: whether and how cells are coloured.
  ///   - ellipsis: what stands for the part of a cell that was cut.
  public func text(
    width: Int? = nil, showsHeader: Bool = true, palette: Palette = .plain, ellipsis: String = "..."
  ) -> String {
    let header = columns.map { Cell($0.title, style: .strong) }
    guard !rows.isEmpty else { return "" }
    let lines = (showsHeader ? [header] : []) + rows
    let widths = ColumnFitting(columns: columns, lines: lines).widths(fitting: width)
    return lines.map { line in
      line.text(widths: widths, palette: palette, ellipsis: ellipsis) + "\n"
    }.joined()
  }
}

extension [Cell] {
  /// One line of the table; padding stands outside of the colour, and nothing pads the last cell that has text.
  func text(widths: [Int], palette: Palette, ellipsis: String) -> String {
    let cells = prefix(widths.count)
    let last = cells.lastIndex { !$0.text.isEmpty } ?? 0
    return zip(cells, widths).enumerated().prefix(last + 1).map { index, pair in
      let shown = pair.0.text.truncated(to: pair.1, ellipsis: ellipsis)
      let missing = index == last ? 0 : pair.1 - shown.displayWidth + ColumnFitting.gap
      return palette.paint(shown, pair.0.style) + String(repeating: " ", count: missing)
    }.joined()
  }
}
