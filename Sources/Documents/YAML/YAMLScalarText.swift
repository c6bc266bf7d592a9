/// Spells strings in YAML so that every reader, of YAML 1.1 or 1.2, gets the same string back.
///
/// The choice is kubectl's: plain where possible, double quotes for what would read as another type,
/// single quotes around punctuation, a literal block for several lines.
enum YAMLScalarText {
  /// Longer keys are written in the explicit form (`? key`); readers need not look further than
  /// 1024 characters for the colon after a key (YAML 1.2, 7.4.2), emitters stop much earlier.
  static let maxSimpleKeyLength = 128

  /// A key, always on one line.
  static func key(_ key: String) -> String {
    let analysis = Analysis(key)
    return analysis.breaksLines ? doubleQuoted(key) : singleLine(key, analysis)
  }

  /// A value; the lines of a literal block are indented by `contentIndent` spaces and the last one is
  /// not ended.
  static func value(_ text: String, contentIndent: Int) -> String {
    let analysis = Analysis(text)
    guard analysis.breaksLines else { return singleLine(text, analysis) }
    return analysis.fitsLiteralBlock
      ? literalBlock(text, contentIndent: contentIndent) : doubleQuoted(text)
  }

  private static func singleLine(_ text: String, _ analysis: Analysis) -> String {
    if analysis.needsEscapes || readsAsAnotherType(text) { return doubleQuoted(text) }
    return analysis.fitsPlain ? text : singleQuoted(text)
  }

  /// Whether the text without quotes would be a number, boolean, null, date or merge key to some reader.
  static func readsAsAnotherType(_ text: String) -> Bool {
    guard let first = text.utf8.first else { return true }
    if text == "<<" || text == "=" { return true }
    guard let value = try? YAMLScalarResolver.resolvePlain(text), case .string = value else {
      return true
    }
    let startsLikeNumber =
      first.isASCIIDigit || first == UInt8(ascii: "-") || first == UInt8(ascii: "+")
      || first == UInt8(ascii: ".")
    return startsLikeNumber && text.utf8.allSatisfy(isPartOfNumberOrDate)
  }

  /// The bytes of dates, times, base 60 numbers and decimals, which readers treat in different ways.
  private static func isPartOfNumberOrDate(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"),
      UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "T"), UInt8(ascii: "t"),
      UInt8(ascii: "Z"), UInt8(ascii: "z"), UInt8(ascii: " "), UInt8(ascii: "e"), UInt8(ascii: "E"):
      true
    default: false
    }
  }

  private static func singleQuoted(_ text: String) -> String {
    var result = "'"
    for scalar in text.unicodeScalars {
      if scalar == "'" { result += "'" }
      result.unicodeScalars.append(scalar)
    }
    return result + "'"
  }

  private static func doubleQuoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      case "\0": result += "\\0"
      case _ where scalar.needsYAMLEscape: result += escape(scalar)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  private static func escape(_ scalar: UnicodeScalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let (letter, width) =
      scalar.value <= 0xFF ? ("x", 2) : scalar.value <= 0xFFFF ? ("u", 4) : ("U", 8)
    return "\\\(letter)\(String(repeating: "0", count: width - digits.count))\(digits)"
  }

  private static func literalBlock(_ text: String, contentIndent: Int) -> String {
    // Readers find the indentation by the first line that is not blank, unless told.
    let startsBlank = text.utf8.first.map { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 } ?? false
    let chomping = !text.hasSuffix("\n") ? "-" : text.hasSuffix("\n\n") ? "+" : ""
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    let indent = String(repeating: " ", count: contentIndent)
    let body = lines.map { $0.isEmpty ? "" : indent + $0 }.joined(separator: "\n")
    return "|\(startsBlank ? "2" : "")\(chomping)\n\(body)"
  }
}

extension UnicodeScalar {
  /// Whether YAML does not take this character as it is, or some reader sees a line break or a byte
  /// order mark in it. Tab and line feed are for the caller to judge.
  var needsYAMLEscape: Bool {
    switch value {
    case 0x09, 0x0A: false
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }
}
