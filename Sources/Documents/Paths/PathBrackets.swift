// What stands in brackets: selectors and filters.
extension PathParser {
  mutating func parseBrackets() throws(DocumentError) -> PathStep {
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
