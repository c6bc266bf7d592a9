/// Spells strings in YAML so that every reader, of YAML 1.1 or 1.2, gets the same string back.
///
/// The choice is kubectl's: plain where possible, double quotes for what would read as another type,
/// single quotes around punctuation, a literal block for several lines.
enum YAMLScalarText {
  /// Appends a key, always on one line.
  static func appendKey(_ key: String, to output: inout [UInt8]) {
    let analysis = Analysis(key)
    if analysis.breaksLines {
      appendDoubleQuoted(key, to: &output)
    } else {
      appendSingleLine(key, analysis, to: &output)
    }
  }

  /// Appends a value; the lines of a literal block are indented by `contentIndent` spaces and the last
  /// one is not ended.
  static func appendValue(_ text: String, contentIndent: Int, to output: inout [UInt8]) {
    let analysis = Analysis(text)
    if !analysis.breaksLines {
      appendSingleLine(text, analysis, to: &output)
    } else if analysis.fitsLiteralBlock {
      appendLiteralBlock(text, contentIndent: contentIndent, to: &output)
    } else {
      appendDoubleQuoted(text, to: &output)
    }
  }

  /// A key as text.
  static func key(_ key: String) -> String {
    var output: [UInt8] = []
    appendKey(key, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  private static func appendSingleLine(
    _ text: String, _ analysis: Analysis, to output: inout [UInt8]
  ) {
    if analysis.needsEscapes || readsAsAnotherType(text) {
      appendDoubleQuoted(text, to: &output)
    } else if analysis.fitsPlain {
      output.append(contentsOf: text.utf8)
    } else {
      appendSingleQuoted(text, to: &output)
    }
  }

  /// Whether the text without quotes would be a number, boolean, null, date or merge key to some reader.
  static func readsAsAnotherType(_ text: String) -> Bool {
    guard let first = text.utf8.first else { return true }
    let startsLikeNumber =
      first.isASCIIDigit || first == UInt8(ascii: "-") || first == UInt8(ascii: "+")
      || first == UInt8(ascii: ".")
    guard startsLikeNumber || text.utf8.count <= 5 else { return false }
    if text == "<<" || text == "=" { return true }
    guard let value = try? YAMLScalarResolver.resolvePlain(text), case .string = value else {
      return true
    }
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

  private static func appendSingleQuoted(_ text: String, to output: inout [UInt8]) {
    let quote = UInt8(ascii: "'")
    output.append(quote)
    for byte in text.utf8 {
      if byte == quote { output.append(quote) }
      output.append(byte)
    }
    output.append(quote)
  }

  private static func appendDoubleQuoted(_ text: String, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": output.append(contentsOf: #"\""#.utf8)
      case "\\": output.append(contentsOf: #"\\"#.utf8)
      case "\n": output.append(contentsOf: #"\n"#.utf8)
      case "\t": output.append(contentsOf: #"\t"#.utf8)
      case "\r": output.append(contentsOf: #"\r"#.utf8)
      case "\0": output.append(contentsOf: #"\0"#.utf8)
      case _ where scalar.needsYAMLEscape: output.append(contentsOf: escape(scalar).utf8)
      default: output.append(contentsOf: UTF8.encode(scalar) ?? .init())
      }
    }
    output.append(UInt8(ascii: "\""))
  }

  private static func escape(_ scalar: UnicodeScalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let (letter, width) =
      scalar.value <= 0xFF ? ("x", 2) : scalar.value <= 0xFFFF ? ("u", 4) : ("U", 8)
    return "\\\(letter)\(String(repeating: "0", count: width - digits.count))\(digits)"
  }

  private static func appendLiteralBlock(
    _ text: String, contentIndent: Int, to output: inout [UInt8]
  ) {
    let lineFeed = UInt8(ascii: "\n")
    output.append(UInt8(ascii: "|"))
    // Readers find the indentation by the first line that is not blank, unless told.
    if let first = text.utf8.first, first == 0x20 || first == lineFeed || first == 0x09 {
      output.append(UInt8(ascii: "2"))
    }
    var lines = text.utf8.split(separator: lineFeed, omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true {
      lines.removeLast()
      if lines.last?.isEmpty == true { output.append(UInt8(ascii: "+")) }
    } else {
      output.append(UInt8(ascii: "-"))
    }
    for line in lines {
      output.append(lineFeed)
      guard !line.isEmpty else { continue }
      output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: contentIndent))
      output.append(contentsOf: line)
    }
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
