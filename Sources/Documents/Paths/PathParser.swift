/// Reads JSONPath templates and expressions. It works on UTF-8, in which all signs of the language
/// are single bytes.
struct PathParser {
  private let text: [UInt8]
  private var position = 0
  /// Where the part that is being read ends.
  private var end: Int

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
    while end > position, text[end - 1].isSpace { end -= 1 }
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
  private mutating func parseSteps() throws(DocumentError) -> [PathStep] {
    var steps: [PathStep] = []
    while let byte = peek, byte != UInt8(ascii: "}") {
      switch byte {
      case _ where byte.isSpace, UInt8(ascii: "@"), UInt8(ascii: "$"):
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
    default: byte.isSpace
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

extension PathParser {
  private mutating func parseBrackets() throws(DocumentError) -> PathStep {
    let start = position
    guard let close = try closing(of: start) else { throw failure("unterminated array") }
    defer { position = close + 1 }
    position = start + 1
    if starts("?(") {
      guard text[close - 1] == UInt8(ascii: ")") else { throw failure("unterminated filter") }
      return .filter(try parseFilter(start + 3..<close - 1))
    }
    let parts = try split(start + 1..<close, by: ",")
    guard parts.count > 1 else { return try parseSelector(start + 1..<close) }
    var expressions: [[PathStep]] = []
    for part in parts { expressions.append([try parseSelector(part)]) }
    return .union(expressions)
  }

  /// Reads what stands in brackets: a key in quotes, `*`, an index or a slice.
  private mutating func parseSelector(_ range: Range<Int>) throws(DocumentError) -> PathStep {
    let range = trimmed(range)
    position = range.lowerBound
    let content = string(range)
    if content == "*" { return .wildcard }
    if let quote = content.utf8.first, quote == 0x22 || quote == 0x27 {
      guard range.count >= 2, text[range.upperBound - 1] == quote else {
        throw failure("unterminated quoted string")
      }
      return Self.quotedField(string(range.lowerBound + 1..<range.upperBound - 1))
    }
    let numbers = content.split(separator: ":", omittingEmptySubsequences: false)
    let parsed = numbers.map { Int($0) }
    guard numbers.count <= 3, zip(numbers, parsed).allSatisfy({ $0.isEmpty || $1 != nil }),
      !content.isEmpty
    else { throw failure("invalid array index \(content)") }
    if let index = parsed[0], parsed.count == 1 { return .index(index) }
    return .slice(start: parsed[0], end: parsed[1], step: parsed.count == 3 ? parsed[2] : nil)
  }

  private static func quotedField(_ content: String) -> PathStep {
    var path: [[UInt8]] = [[]]
    var isEscaped = false
    for byte in content.utf8 {
      if byte == UInt8(ascii: "."), !isEscaped {
        path.append([])
      } else if byte != UInt8(ascii: "\\") || isEscaped {
        path[path.count - 1].append(byte)
      }
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
    }
    let names = path.map { String(decoding: $0, as: UTF8.self) }
    return .quotedField(names.joined(separator: "."), names)
  }

  private mutating func parseFilter(_ range: Range<Int>) throws(DocumentError) -> PathFilter {
    var alternatives: [[PathFilter.Term]] = []
    for alternative in try split(range, by: "||") {
      var terms: [PathFilter.Term] = []
      for term in try split(alternative, by: "&&") { terms.append(try parseTerm(term)) }
      alternatives.append(terms)
    }
    return PathFilter(alternatives: alternatives)
  }

  private mutating func parseTerm(_ range: Range<Int>) throws(DocumentError) -> PathFilter.Term {
    guard let start = try firstOutsideQuotes(range, where: Self.isOperator) else {
      return .exists(try parseSteps(range))
    }
    var after = start
    while after < range.upperBound, Self.isOperator(text[after]) { after += 1 }
    position = start
    guard let comparison = PathFilter.Comparison(rawValue: string(start..<after)) else {
      throw failure("unrecognized filter operator \(string(start..<after))")
    }
    let left = try parseSteps(range.lowerBound..<start)
    return .compares(left, comparison, try parseSteps(after..<range.upperBound))
  }

  private static func isOperator(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "=") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "<")
      || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "~")
  }

  private mutating func parseSteps(_ range: Range<Int>) throws(DocumentError) -> [PathStep] {
    let outerEnd = end
    defer { end = outerEnd }
    position = range.lowerBound
    end = range.upperBound
    let steps = try parseSteps()
    guard position == end else { throw failure("unexpected \"\(sign)\"") }
    return steps
  }
}

extension PathParser {
  /// Reads a string in quotes with the escapes of Go's strconv.Unquote that fit on a command line.
  private mutating func parseQuoted() throws(DocumentError) -> String {
    let quote = text[position]
    let start = position
    position += 1
    var result: [UInt8] = []
    while let byte = peek {
      position += 1
      if byte == quote { return String(decoding: result, as: UTF8.self) }
      guard byte == UInt8(ascii: "\\"), let letter = peek else {
        result.append(byte)
        continue
      }
      position += 1
      switch letter {
      case UInt8(ascii: "n"): result.append(0x0A)
      case UInt8(ascii: "t"): result.append(0x09)
      case UInt8(ascii: "r"): result.append(0x0D)
      case UInt8(ascii: "\\"), UInt8(ascii: "\""), UInt8(ascii: "'"): result.append(letter)
      default:
        position -= 2
        throw failure("invalid escape \"\\\(Character(UnicodeScalar(letter)))\"")
      }
    }
    position = start
    throw failure("unterminated quoted string")
  }

  /// Where the bracket that opens at `start` closes; nil when it does not.
  private func closing(of start: Int) throws(DocumentError) -> Int? {
    var depth = 0
    return try firstOutsideQuotes(start..<end, skipsBrackets: false) { byte in
      if byte == UInt8(ascii: "[") { depth += 1 }
      if byte == UInt8(ascii: "]") { depth -= 1 }
      return depth == 0
    }
  }

  /// The parts of `range` between separators that stand outside quotes and brackets.
  private func split(
    _ range: Range<Int>, by separator: StaticString
  ) throws(DocumentError) -> [Range<Int>] {
    let width = separator.utf8CodeUnitCount
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    var index = start
    while let found = try firstOutsideQuotes(
      index..<range.upperBound, where: { $0 == separator.utf8Start[0] })
    {
      index = found + 1
      guard found + width <= range.upperBound, text[found + width - 1] == separator.utf8Start[0]
      else { continue }
      parts.append(start..<found)
      start = found + width
      index = start
    }
    return parts + [start..<range.upperBound]
  }

  /// The first byte of `range` that stands outside quotes (and brackets) and satisfies `condition`.
  private func firstOutsideQuotes(
    _ range: Range<Int>, skipsBrackets: Bool = true, where condition: (UInt8) -> Bool
  ) throws(DocumentError) -> Int? {
    var quote: UInt8?
    var depth = 0
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = text[index]
      if let open = quote {
        if byte == UInt8(ascii: "\\") { index += 1 }
        if byte == open { quote = nil }
      } else if byte == 0x22 || byte == 0x27 {
        quote = byte
      } else {
        if skipsBrackets, byte == UInt8(ascii: "[") { depth += 1 }
        if depth == 0, condition(byte) { return index }
        if skipsBrackets, byte == UInt8(ascii: "]") { depth -= 1 }
      }
      index += 1
    }
    if quote != nil {
      throw failure("unterminated quoted string")
    }
    return nil
  }

  private var peek: UInt8? { position < end ? text[position] : nil }

  private var sign: String {
    position < text.count ? string(position..<position + 1) : "the end"
  }

  private mutating func skipSpace() {
    while let byte = peek, byte.isSpace { position += 1 }
  }

  private func starts(_ word: StaticString) -> Bool {
    guard position + word.utf8CodeUnitCount <= end else { return false }
    return (0..<word.utf8CodeUnitCount).allSatisfy { text[position + $0] == word.utf8Start[$0] }
  }

  private mutating func takeWord(_ word: StaticString) -> Bool {
    guard starts(word) else { return false }
    let after = position + word.utf8CodeUnitCount
    guard after == end || !text[after].isWordByte else { return false }
    position = after
    return true
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var range = range
    while let first = range.first, text[first].isSpace { range.removeFirst() }
    while let last = range.last, text[last].isSpace { range.removeLast() }
    return range
  }

  private func string(_ range: Range<Int>) -> String {
    String(decoding: text[range], as: UTF8.self)
  }

  private func failure(_ message: String) -> DocumentError {
    let column = text.prefix(position).count(where: { $0 & 0xC0 != 0x80 }) + 1
    return DocumentError(message, line: 1, column: column)
  }
}

extension UInt8 {
  /// Space, tab and line breaks.
  fileprivate var isSpace: Bool {
    self == 0x20 || (0x09...0x0D).contains(self)
  }
}
