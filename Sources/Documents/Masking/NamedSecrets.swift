// Secrets that show by the name before them.
extension TextMasker {
  /// The value behind a secret's name: `token: x`, `"token":"x"`, `--token x`, `PASSWORD=x`.
  func namedSecret() -> Range<Int>? {
    let nameEnd = end(of: { $0.isBase64URLByte || $0 == UInt8(ascii: ".") }, from: position)
    guard nameEnd - position >= 4, nameEnd - position <= 64,
      SecretNames.isSecretKey(String(decoding: bytes[position..<nameEnd], as: UTF8.self))
    else { return nil }
    guard let separator = separator(after: nameEnd) else { return nil }
    let start = end(of: { $0 == 0x20 || $0 == 0x09 }, from: separator.end)
    guard start < bytes.count else { return nil }
    if let block = blockScalar(at: start) { return block }
    let value = isWholeLine(nameEnd) ? restOfLine(from: start) : word(from: start)
    guard !value.isEmpty, !isPlainWord(value) || !isInSentence || separator.isTight else {
      return nil
    }
    return value
  }

  /// The sign between name and value, and whether no space follows it.
  private func separator(after nameEnd: Int) -> (end: Int, isTight: Bool)? {
    var index = end(of: { $0 == UInt8(ascii: "\\") || $0 == 0x22 || $0 == 0x27 }, from: nameEnd)
    let isFlag = position >= 2 && bytes[position - 1] == 0x2D && bytes[position - 2] == 0x2D
    if isFlag, index < bytes.count, bytes[index] == 0x20 { return (index + 1, true) }
    index = end(of: { $0 == 0x20 }, from: index)
    guard index < bytes.count,
      bytes[index] == UInt8(ascii: ":") || bytes[index] == UInt8(ascii: "=")
    else { return nil }
    return (index + 1, index + 1 < bytes.count && bytes[index + 1] != 0x20)
  }

  /// The lines of a YAML block scalar (`|` or `>`), which are indented further than its key's line.
  private func blockScalar(at start: Int) -> Range<Int>? {
    guard bytes[start] == UInt8(ascii: "|") || bytes[start] == UInt8(ascii: ">") else { return nil }
    let headerEnd = end(of: { $0 != 0x0A }, from: start)
    guard bytes[start + 1..<headerEnd].allSatisfy({ !$0.isASCIILetter }), headerEnd < bytes.count
    else { return nil }
    let indent = indentation(ofLineAt: position)
    var end = headerEnd + 1
    while end < bytes.count, bytes[end] == 0x0A || indentation(ofLineAt: end) > indent {
      end = self.end(of: { $0 != 0x0A }, from: end) + 1
    }
    return headerEnd + 1..<min(end, bytes.count)
  }

  private func indentation(ofLineAt index: Int) -> Int {
    let start = bytes[..<index].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return end(of: { $0 == 0x20 }, from: start) - start
  }

  /// Whether this name's value goes to the end of the line: headers of HTTP.
  private func isWholeLine(_ nameEnd: Int) -> Bool {
    let name = SecretNames.normalized(bytes[position..<nameEnd])
    return name.hasSuffix("authorization") || name.hasSuffix("cookie")
  }

  private func restOfLine(from start: Int) -> Range<Int> {
    let start = end(of: { $0 == UInt8(ascii: "\\") || $0 == 0x22 || $0 == 0x27 }, from: start)
    return start..<end(of: { $0 >= 0x20 && $0 != 0x22 && $0 != UInt8(ascii: "\\") }, from: start)
  }

  /// The value in quotes, or up to a sign that ends one. Empty when an array or object begins.
  private func word(from start: Int) -> Range<Int> {
    let isEscaped = bytes[start] == UInt8(ascii: "\\") && start + 1 < bytes.count
    let quote = bytes[isEscaped ? start + 1 : start]
    if quote == 0x22 || quote == 0x27 {
      return quoted(from: start + (isEscaped ? 2 : 1), quote: quote, isEscaped: isEscaped)
    }
    guard quote != UInt8(ascii: "{"), quote != UInt8(ascii: "[") else { return start..<start }
    return start..<end(of: { $0 > 0x20 && !Self.endsValue($0) }, from: start)
  }

  private func quoted(from start: Int, quote: UInt8, isEscaped: Bool) -> Range<Int> {
    var end = start
    while end < bytes.count, bytes[end] != quote {
      if bytes[end] == UInt8(ascii: "\\") {
        if isEscaped, end + 1 < bytes.count, bytes[end + 1] == quote { break }
        end += 1
      }
      end += 1
    }
    return start..<min(end, bytes.count)
  }

  private static func endsValue(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "&"), 0x22, 0x27, UInt8(ascii: "}"),
      UInt8(ascii: "]"), UInt8(ascii: "\\"):
      true
    default: false
    }
  }

  /// Whether the bytes could be a word of a message: `cannot parse token: illegal character`.
  private func isPlainWord(_ range: Range<Int>) -> Bool {
    range.count <= 14 && bytes[range].allSatisfy { $0 &- UInt8(ascii: "a") < 26 }
  }

  /// Whether another word stands before the name on its line, as in a message.
  private var isInSentence: Bool {
    guard position >= 2, bytes[position - 1] == 0x20 else { return false }
    return bytes[position - 2].isWordByte
  }
}
