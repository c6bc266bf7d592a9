/// Reads JSONPath templates and expressions. It works on UTF-8, in which all signs of the language
/// are single bytes.
struct PathParser {
  let text: [UInt8]
  var position = 0
  /// Where the part that is being read ends.
  var end: Int

  init(_ text: String) {
    self.text = Array(text.utf8)
    end = self.text.count
  }

  /// Reads a whole template.
  mutating func parseTemplate() throws(DocumentError) -> [PathSegment] {
    try parseSegments(rangeDepth: 0)
  }

  /// Reads one expression, with or without braces and the leading dot.
  mutating func parseLoneExpression() throws(DocumentError) -> [PathStep] {
    skipSpace()
    while end > position, text[end - 1].isASCIISpace { end -= 1 }
    if peek == UInt8(ascii: "{") {
      guard text[end - 1] == UInt8(ascii: "}") else { throw failure("missing \"}\"") }
      position += 1
      end -= 1
    }
    var steps: [PathStep] = []
    if let first = peek, first.isWordByte || first >= 0x80 { steps.append(parseField()) }
    steps += try parseSteps()
    guard position == end, !steps.isEmpty else { throw failure("not a path expression") }
    return steps
  }
}

extension PathParser {
  private mutating func parseSegments(rangeDepth: Int) throws(DocumentError) -> [PathSegment] {
    guard rangeDepth <= 32 else { throw failure("ranges are nested too deeply") }
    var segments: [PathSegment] = []
    while position < end {
      let start = position
      while let byte = peek, byte != UInt8(ascii: "{") { position += 1 }
      if position > start { segments.append(.text(string(start..<position))) }
      guard position < end else { break }
      position += 1
      skipSpace()
      if takeWord("end") {
        guard rangeDepth > 0 else { throw failure("not in range, nothing to end") }
        try takeClosingBrace()
        return segments
      }
      if takeWord("range") {
        let steps = try parseSteps()
        try takeClosingBrace()
        segments.append(.range(steps, body: try parseSegments(rangeDepth: rangeDepth + 1)))
      } else {
        segments.append(.expression(try parseSteps()))
        try takeClosingBrace()
      }
    }
    return segments
  }

  private mutating func takeClosingBrace() throws(DocumentError) {
    skipSpace()
    guard peek == UInt8(ascii: "}") else { throw failure("unclosed action, \"}\" is missing") }
    position += 1
  }

  /// Reads steps up to the closing brace or the end of the part.
  mutating func parseSteps() throws(DocumentError) -> [PathStep] {
    var steps: [PathStep] = []
    while let byte = peek, byte != UInt8(ascii: "}") {
      switch byte {
      case _ where byte.isASCIISpace, UInt8(ascii: "@"), UInt8(ascii: "$"):
        position += 1
      case UInt8(ascii: "."):
        try parseDots(into: &steps)
      case UInt8(ascii: "["):
        steps.append(try parseBrackets())
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        steps.append(.literal(.string(try parseQuoted())))
      case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        steps.append(.literal(try parseNumber()))
      default:
        steps.append(.literal(try parseKeyword()))
      }
    }
    return steps
  }

  private mutating func parseDots(into steps: inout [PathStep]) throws(DocumentError) {
    position += 1
    guard peek == UInt8(ascii: ".") else {
      // A dot alone is the current value.
      if let byte = peek, byte != UInt8(ascii: "["), byte != UInt8(ascii: "}") {
        steps.append(parseField())
      }
      return
    }
    if case .recursive = steps.last { throw failure("invalid multiple recursive descent") }
    position += 1
    steps.append(.recursive)
    if let byte = peek, byte.isWordByte || byte >= 0x80 { steps.append(parseField()) }
  }

  /// Reads a name up to a sign of the language; a backslash takes its meaning from the next sign.
  private mutating func parseField() -> PathStep {
    var name: [UInt8] = []
    while let byte = peek, !Self.endsField(byte) {
      position += 1
      if byte == UInt8(ascii: "\\"), let escaped = peek {
        name.append(escaped)
        position += 1
      } else {
        name.append(byte)
      }
    }
    return name == [UInt8(ascii: "*")] ? .wildcard : .field(String(decoding: name, as: UTF8.self))
  }

  private static func endsField(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: "$"), UInt8(ascii: "@"), UInt8(ascii: "{"), UInt8(ascii: "}"):
      true
    default: byte.isASCIISpace
    }
  }

  private mutating func parseKeyword() throws(DocumentError) -> Value {
    let start = position
    while let byte = peek, !Self.endsField(byte) { position += 1 }
    switch string(start..<position) {
    case "true": return .bool(true)
    case "false": return .bool(false)
    case let word:
      position = start
      throw failure(word.isEmpty ? "unexpected \"\(sign)\"" : "unrecognized identifier \(word)")
    }
  }

  private mutating func parseNumber() throws(DocumentError) -> Value {
    let start = position
    position += 1
    while let byte = peek, byte.isASCIIDigit || byte == UInt8(ascii: ".") { position += 1 }
    let source = string(start..<position)
    if let number = Int(source) { return .integer(number) }
    guard let value = YAMLNumber.float(source) else {
      position = start
      throw failure("cannot parse number \(source)")
    }
    return value
  }
}
