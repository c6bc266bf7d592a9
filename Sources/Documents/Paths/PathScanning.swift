// Reading the text of a template.
extension PathParser {
  /// Reads a string in quotes with the escapes of Go's strconv.Unquote that fit on a command line.
  mutating func parseQuoted() throws(DocumentError) -> String {
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
  func closing(of start: Int) throws(DocumentError) -> Int? {
    var depth = 0
    return try firstOutsideQuotes(start..<end, skipsBrackets: false) { byte in
      if byte == UInt8(ascii: "[") { depth += 1 }
      if byte == UInt8(ascii: "]") { depth -= 1 }
      return depth == 0
    }
  }

  /// The parts of `range` between separators that stand outside quotes and brackets.
  func split(
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
  func firstOutsideQuotes(
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

  var peek: UInt8? { position < end ? text[position] : nil }

  var sign: String {
    position < text.count ? string(position..<position + 1) : "the end"
  }

  mutating func skipSpace() {
    while let byte = peek, byte.isASCIISpace { position += 1 }
  }

  func starts(_ word: StaticString) -> Bool {
    guard position + word.utf8CodeUnitCount <= end else { return false }
    return (0..<word.utf8CodeUnitCount).allSatisfy { text[position + $0] == word.utf8Start[$0] }
  }

  mutating func takeWord(_ word: StaticString) -> Bool {
    guard starts(word) else { return false }
    let after = position + word.utf8CodeUnitCount
    guard after == end || !text[after].isWordByte else { return false }
    position = after
    return true
  }

  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var range = range
    while let first = range.first, text[first].isASCIISpace { range.removeFirst() }
    while let last = range.last, text[last].isASCIISpace { range.removeLast() }
    return range
  }

  func string(_ range: Range<Int>) -> String {
    String(decoding: text[range], as: UTF8.self)
  }

  func failure(_ message: String) -> DocumentError {
    let column = text.prefix(position).count(where: { $0 & 0xC0 != 0x80 }) + 1
    return DocumentError(message, line: 1, column: column)
  }
}
