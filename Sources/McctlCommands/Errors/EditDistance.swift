/// How many slips of the finger lie between two words, to suggest what was meant.
enum EditDistance {
  /// The least number of insertions, deletions, replacements and swaps of neighbours (optimal string alignment).
  static func between(_ left: String, _ right: String) -> Int {
    let (left, right) = (Array(left), Array(right))
    var rows = [Array(0...right.count)]
    for row in left.indices {
      var current = [row + 1]
      for column in right.indices {
        let replaced = rows[row][column] + (left[row] == right[column] ? 0 : 1)
        var best = min(replaced, rows[row][column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          best = min(best, rows[row - 1][column - 1] + 1)
        }
        current.append(best)
      }
      rows.append(current)
    }
    return rows[left.count][right.count]
  }

  /// The known word that is nearest to one that is not known; nil when none is so near that it was probably meant.
  static func nearest(to word: String, among known: [String]) -> String? {
    known.map { ($0, between(word, $0)) }
      .filter { $0.1 <= max(1, word.count / 3) }
      .min { $0.1 < $1.1 }?.0
  }
}
