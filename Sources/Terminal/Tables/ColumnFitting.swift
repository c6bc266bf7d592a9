/// Decides how wide each column of a table is.
struct ColumnFitting {
  /// Spaces between columns, as kubectl prints them.
  static let gap = 3

  let columns: [Column]
  let lines: [[Cell]]

  /// Widths in cells: of the widest content, or less where the table must fit into a terminal.
  ///
  /// Only columns with a minimum give way, the widest of them first. When that is not enough the table stays too wide,
  /// since a wrapped line can be read and a cut name cannot.
  func widths(fitting available: Int?) -> [Int] {
    var widths = columns.indices.map(naturalWidth)
    guard let available else { return widths }
    var excess = widths.reduce(0, +) + Self.gap * max(0, columns.count - 1) - available
    while excess > 0, let widest = widestShrinkable(widths) {
      let runnerUp = secondWidth(to: widest, among: widths)
      let step = max(1, min(excess, widths[widest] - max(runnerUp, minimum(of: widest))))
      widths[widest] -= step
      excess -= step
    }
    return widths
  }

  private func naturalWidth(_ column: Int) -> Int {
    lines.lazy.map { column < $0.count ? $0[column].text.displayWidth : 0 }.max() ?? 0
  }

  private func minimum(of column: Int) -> Int {
    columns[column].minimumWidth ?? .max
  }

  private func widestShrinkable(_ widths: [Int]) -> Int? {
    columns.indices
      .filter { widths[$0] > minimum(of: $0) }
      .max { widths[$0] < widths[$1] }
  }

  /// The width of the next widest column that can still shrink, to which the widest is brought down at once.
  private func secondWidth(to widest: Int, among widths: [Int]) -> Int {
    columns.indices
      .filter { $0 != widest && widths[$0] > minimum(of: $0) }
      .map { widths[$0] }
      .max() ?? 0
  }
}
