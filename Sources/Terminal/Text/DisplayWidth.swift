extension Character {
  /// How many cells of a terminal the character takes: 0, 1 or 2.
  ///
  /// A grapheme cluster is as wide as its first visible scalar; emoji (by nature or by variation selector 16) take two.
  public var displayWidth: Int {
    if let ascii = asciiValue { return ascii < 0x20 || ascii == 0x7F ? 0 : 1 }
    let scalars = unicodeScalars
    if scalars.contains("\u{FE0F}"), scalars.first?.properties.isEmoji == true { return 2 }
    for scalar in scalars where !scalar.isInvisible {
      let isFlag = scalar.properties.isEmojiPresentation && scalars.count > 1
      return isFlag || WideScalars.contains(scalar) ? 2 : 1
    }
    return 0
  }
}

extension Unicode.Scalar {
  /// Scalars that change their neighbours or nothing at all, and take no cell.
  fileprivate var isInvisible: Bool {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .control, .format: true
    default: false
    }
  }
}

extension String {
  /// How many cells of a terminal the text takes on one line, escape sequences not counted as such.
  public var displayWidth: Int {
    if utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return utf8.count }
    return reduce(0) { $0 + $1.displayWidth }
  }

  /// The text cut to a number of cells, its last part replaced by the ellipsis when it does not fit.
  public func truncated(to width: Int, ellipsis: String = "...") -> String {
    guard displayWidth > width else { return self }
    let tail = ellipsis.displayWidth <= width ? ellipsis : ""
    var room = width - tail.displayWidth
    var kept = ""
    for character in self {
      room -= character.displayWidth
      if room < 0 { break }
      kept.append(character)
    }
    return kept + tail
  }

  /// The text followed by as many spaces as it lacks to the given number of cells.
  public func padded(to width: Int) -> String {
    self + String(repeating: " ", count: Swift.max(0, width - displayWidth))
  }
}
