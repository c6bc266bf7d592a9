/// Terminal control sequences (ECMA-48, and DEC private modes that other terminals ignore).
enum Control {
  /// Begin a synchronized update (mode 2026) and hide the cursor.
  static let beginFrame = "\u{1B}[?2026h\u{1B}[?25l"
  /// Show the cursor and end the synchronized update.
  static let endFrame = "\u{1B}[?25h\u{1B}[?2026l"
  static let clearToEndOfLine = "\u{1B}[K"
  static let clearBelow = "\u{1B}[J"

  /// Moves to the first cell of lines that were drawn.
  ///
  /// After the window became narrower, terminals have rewrapped the lines; each counts for as many rows as it takes now.
  static func up(over drawn: [String], columns: Int) -> String {
    let columns = max(1, columns)
    let rows = drawn.reduce(0) { total, line in
      total + max(1, (removed(from: line).displayWidth + columns - 1) / columns)
    }
    return rows == 0 ? "" : "\r\u{1B}[\(rows)A"
  }

  /// The text without its colour sequences, for measuring.
  static func removed(from text: String) -> String {
    guard text.contains("\u{1B}") else { return text }
    var shown = ""
    var isInSequence = false
    for character in text {
      if isInSequence {
        isInSequence = !character.isLetter
      } else if character == "\u{1B}" {
        isInSequence = true
      } else {
        shown.append(character)
      }
    }
    return shown
  }
}
