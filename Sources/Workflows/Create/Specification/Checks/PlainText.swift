/// What a text may hold that ends up in a Clusterfile, a command line or a shell on the hosts.
enum PlainText {
  /// The first character that sealer would hand to a shell unescaped: it writes `export NAME="value"` in front of the
  /// image's scripts, as it is. Nil when there is none.
  static func shellSpecial(in text: String) -> String? {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "`", "$", "\\": return String(scalar)
      case "\n", "\r": return "a line break"
      default:
        if scalar.value < 0x20 || scalar.value == 0x7F { return "a control character" }
      }
    }
    return nil
  }

  /// Whether it is a name of an environment variable.
  static func isVariable(_ text: String) -> Bool {
    guard let first = text.utf8.first, !isDigit(first) else { return false }
    return text.utf8.allSatisfy { isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "_") }
  }

  /// Whether it is a word of ASCII letters, digits and the given signs that does not begin with a hyphen, so that no
  /// program takes it for a flag and no shell for anything else.
  static func isWord(_ text: String, signs: String) -> Bool {
    guard let first = text.utf8.first, first != UInt8(ascii: "-") else { return false }
    return text.utf8.allSatisfy { byte in
      isLetter(byte) || isDigit(byte) || signs.utf8.contains(byte)
    }
  }

  /// Whether it is a DNS name.
  static func isHostName(_ text: String) -> Bool {
    isWord(text, signs: "-.") && text.utf8.count <= 253 && !text.contains("..")
  }

  /// Whether it is 64 hexadecimal digits.
  static func isSHA256(_ text: String) -> Bool {
    text.utf8.count == 64 && text.utf8.allSatisfy { Character(UnicodeScalar($0)).isHexDigit }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
      || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
  }
}
