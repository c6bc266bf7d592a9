extension String {
  /// The text with everything a terminal would obey instead of show made visible.
  ///
  /// Names and messages come from servers; a control sequence in them must not move the cursor, change colours or
  /// reorder what the operator reads. Line feeds and tabs become spaces, other control characters caret notation
  /// (`^[` for escape), and directional overrides (UAX #9) disappear.
  public var singleLine: String {
    if utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return self }
    return visible(keepingLines: false)
  }

  /// As `singleLine`, but line feeds and tabs stay.
  public var multiLine: String {
    visible(keepingLines: true)
  }

  private func visible(keepingLines: Bool) -> String {
    var shown = ""
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0x0A, 0x09:
        shown.unicodeScalars.append(keepingLines ? scalar : " ")
      case 0x0D:
        continue
      case 0..<0x20:
        shown += "^" + String(Unicode.Scalar(UInt8(scalar.value) + 0x40))
      case 0x7F:
        shown += "^?"
      case 0x80..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0x200E, 0x200F:
        continue
      default:
        shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }
}
