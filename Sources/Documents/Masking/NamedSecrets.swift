// Secrets that show by the name before them.
extension TextMasker {
  /// The value behind a secret's name: `token: x`, `"token":"x"`, `--token x`, `PASSWORD=x`.
  func namedSecret() -> Range<Int>? {
    guard isNameStart else { return nil }
    let nameEnd = bytes.end(from: position, limit: position + 65, while: \.isNameByte)
    let name = bytes.part(position..<nameEnd)
    guard SecretNames.isSecret(name), let separator = separator(after: nameEnd) else { return nil }
    let start = bytes.end(from: separator.end) { $0 == 0x20 || $0 == 0x09 }
    guard start < bytes.count else { return nil }
    if let block = blockScalar(at: start) { return block }
    let value = SecretNames.isSecretHeader(name) ? restOfLine(from: start) : word(from: start)
    let isMessage = isInSentence && !separator.isTight && isPlainWord(value)
    return value.isEmpty || isMessage ? nil : value
  }

  /// Whether a name can begin here: not within a longer one, but after the dashes of a flag.
  private var isNameStart: Bool {
    guard isPreceded(by: \.isNameByte) else { return true }
    return bytes[position - 1] == UInt8(ascii: "-")
      && (position == 1 || !bytes[position - 2].isWordByte)
  }

  /// The sign between name and value, and whether no space follows it.
  private func separator(after nameEnd: Int) -> (end: Int, isTight: Bool)? {
    var index = bytes.end(from: nameEnd) { $0 == UInt8(ascii: "\\") || $0.isQuote }
    if isPreceded(by: { $0 == UInt8(ascii: "-") }), index < bytes.count, bytes[index] == 0x20 {
      return (index + 1, true)
    }
    index = bytes.end(from: index) { $0 == 0x20 }
    guard index < bytes.count,
      bytes[index] == UInt8(ascii: ":") || bytes[index] == UInt8(ascii: "=")
    else { return nil }
    return (index + 1, index + 1 < bytes.count && bytes[index + 1] != 0x20)
  }

  /// The lines of a YAML block scalar (`|` or `>`), which are indented further than its key's line.
  private func blockScalar(at start: Int) -> Range<Int>? {
    guard bytes[start] == UInt8(ascii: "|") || bytes[start] == UInt8(ascii: ">") else { return nil }
    let headerEnd = bytes.end(from: start + 1) {
      $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") || $0.isASCIIDigit || $0 == 0x20
    }
    guard headerEnd < bytes.count, bytes[headerEnd] == 0x0A else { return nil }
    let indent = indentation(ofLineAt: position)
    var end = headerEnd + 1
    while end < bytes.count, bytes[end] == 0x0A || indentation(ofLineAt: end) > indent {
      end = bytes.end(from: end) { $0 != 0x0A } + 1
    }
    // The line feed of the last line stays.
    return headerEnd + 1..<max(headerEnd + 1, min(end - 1, bytes.count))
  }

  private func indentation(ofLineAt index: Int) -> Int {
    let start = bytes[..<index].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return bytes.end(from: start) { $0 == 0x20 } - start
  }

  private func restOfLine(from start: Int) -> Range<Int> {
    let start = bytes.end(from: start) { $0 == UInt8(ascii: "\\") || $0.isQuote }
    return
      start..<bytes.end(from: start) {
        $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
      }
  }

  /// The value in quotes, or up to a sign that ends one. Empty when an array or object begins.
  private func word(from start: Int) -> Range<Int> {
    let isEscaped = bytes[start] == UInt8(ascii: "\\") && start + 1 < bytes.count
    let first = bytes[isEscaped ? start + 1 : start]
    if first.isQuote {
      return quoted(from: start + (isEscaped ? 2 : 1), quote: first, isEscaped: isEscaped)
    }
    guard first != UInt8(ascii: "{"), first != UInt8(ascii: "[") else { return start..<start }
    return start..<bytes.end(from: start) { $0 > 0x20 && !Self.endsValue($0) }
  }

  private func quoted(from start: Int, quote: UInt8, isEscaped: Bool) -> Range<Int> {
    var end = min(start, bytes.count)
    while end < bytes.count, bytes[end] != quote {
      if bytes[end] == UInt8(ascii: "\\") {
        if isEscaped, end + 1 < bytes.count, bytes[end + 1] == quote { break }
        end += 1
      }
      end += 1
    }
    return min(start, bytes.count)..<min(end, bytes.count)
  }

  private static func endsValue(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "&"), UInt8(ascii: "}"),
      UInt8(ascii: "]"), UInt8(ascii: "\\"):
      true
    default: byte.isQuote
    }
  }

  /// Whether the bytes could be a word of a message: `cannot parse token: illegal character`.
  private func isPlainWord(_ range: Range<Int>) -> Bool {
    range.count <= 14 && bytes[range].allSatisfy { $0 &- UInt8(ascii: "a") < 26 }
  }

  /// Whether another word stands before the name on its line, as in a message.
  private var isInSentence: Bool {
    position >= 2 && bytes[position - 1] == 0x20 && bytes[position - 2].isWordByte
  }
}
