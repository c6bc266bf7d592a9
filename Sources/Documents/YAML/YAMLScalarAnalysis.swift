extension YAMLScalarText {
  /// What a string contains, as far as it decides how to spell it.
  struct Analysis {
    /// There is a line feed.
    private(set) var breaksLines = false
    /// There is a character that only an escape sequence can stand for on one line.
    private(set) var needsEscapes = false
    /// A literal block gives the string back exactly.
    private(set) var fitsLiteralBlock = false
    /// It can stand without quotes in block style, its type aside.
    private(set) var fitsPlain = false

    init(_ text: String) {
      var hasContent = false
      var hasTab = false
      for scalar in text.unicodeScalars {
        switch scalar {
        case "\n": breaksLines = true
        case "\t": hasTab = true
        case " ": break
        default:
          hasContent = true
          if scalar.needsYAMLEscape { needsEscapes = true }
        }
      }
      fitsLiteralBlock = breaksLines && hasContent && !needsEscapes
      needsEscapes = needsEscapes || hasTab
      fitsPlain = !breaksLines && !needsEscapes && Self.isPlainText(Array(text.utf8))
    }

    private static func isPlainText(_ bytes: [UInt8]) -> Bool {
      guard let first = bytes.first, let last = bytes.last, first != 0x20, last != 0x20,
        last != UInt8(ascii: ":"), !isIndicator(first, next: bytes.dropFirst().first),
        !bytes.starts(with: "---".utf8), !bytes.starts(with: "...".utf8)
      else { return false }
      return !zip(bytes, bytes.dropFirst()).contains { byte, next in
        byte == UInt8(ascii: ":") && next == 0x20 || byte == 0x20 && next == UInt8(ascii: "#")
      }
    }

    /// Whether a plain scalar cannot begin so (YAML 1.2, 7.3.3).
    private static func isIndicator(_ first: UInt8, next: UInt8?) -> Bool {
      switch first {
      case UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"):
        next == nil || next == 0x20
      case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"),
        UInt8(ascii: "}"), UInt8(ascii: "#"), UInt8(ascii: "&"), UInt8(ascii: "*"),
        UInt8(ascii: "!"), UInt8(ascii: "|"), UInt8(ascii: ">"), UInt8(ascii: "'"),
        UInt8(ascii: "\""), UInt8(ascii: "%"), UInt8(ascii: "@"), UInt8(ascii: "`"):
        true
      default: false
      }
    }
  }
}
