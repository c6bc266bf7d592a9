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
      self =
        text.utf8.withContiguousStorageIfAvailable { Analysis($0, text) }
        ?? Array(text.utf8).withUnsafeBufferPointer { Analysis($0, text) }
    }

    private init(_ bytes: UnsafeBufferPointer<UInt8>, _ text: String) {
      var hasContent = false
      var hasTab = false
      var isASCII = true
      for byte in bytes {
        switch byte {
        case UInt8(ascii: "\n"): breaksLines = true
        case UInt8(ascii: "\t"): hasTab = true
        case 0..<0x20, 0x7F: needsEscapes = true
        case 0x20: break
        default:
          hasContent = true
          if byte >= 0x80 { isASCII = false }
        }
      }
      if !isASCII, text.unicodeScalars.contains(where: \.needsYAMLEscape) { needsEscapes = true }
      fitsLiteralBlock = breaksLines && hasContent && !needsEscapes
      needsEscapes = needsEscapes || hasTab
      fitsPlain = !breaksLines && !needsEscapes && Self.isPlainText(bytes)
    }

    private static func isPlainText(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
      guard let first = bytes.first, let last = bytes.last, first != 0x20, last != 0x20,
        last != UInt8(ascii: ":"), !isIndicator(first, next: bytes.dropFirst().first),
        !bytes.starts(with: "---".utf8), !bytes.starts(with: "...".utf8)
      else { return false }
      for index in 1..<bytes.count {
        let isComment = bytes[index - 1] == 0x20 && bytes[index] == UInt8(ascii: "#")
        let isKey = bytes[index - 1] == UInt8(ascii: ":") && bytes[index] == 0x20
        if isComment || isKey { return false }
      }
      return true
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
