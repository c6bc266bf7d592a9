extension JSONParser {
  /// Reads the string whose opening quote is at `offset`.
  mutating func parseString() throws(JSONFailure) -> String {
    let run = try scanPlainRun()
    guard buffer[offset] == UInt8(ascii: "\\") else {
      offset += 1
      return try makeString(run.bytes, isASCII: run.isASCII, at: run.start)
    }
    return try parseEscapedString(after: run.bytes, start: run.start)
  }

  /// Reads an object's key, sharing the storage of long keys that come again and again.
  mutating func parseKey() throws(JSONFailure) -> String {
    let run = try scanPlainRun()
    guard buffer[offset] != UInt8(ascii: "\\") else {
      return try parseEscapedString(after: run.bytes, start: run.start)
    }
    offset += 1
    // Strings of up to 15 bytes need no storage of their own.
    guard run.isASCII, run.bytes.count > 15 else {
      return try makeString(run.bytes, isASCII: run.isASCII, at: run.start)
    }
    return scratch.keys.key(for: run.bytes)
  }

  private struct PlainRun {
    var bytes: UnsafeBufferPointer<UInt8>
    var start: Int
    var isASCII: Bool
  }

  /// Steps over the opening quote and all bytes that stand for themselves; stops at the closing
  /// quote or at a backslash.
  private mutating func scanPlainRun() throws(JSONFailure) -> PlainRun {
    offset += 1
    let start = offset
    let end = buffer.count
    var combined: UInt8 = 0
    var position = offset
    while position < end {
      let byte = buffer[position]
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { break }
      guard byte >= 0x20 else {
        throw JSONFailure(reason: .controlCharacter(byte), offset: position)
      }
      combined |= byte
      position += 1
    }
    offset = position
    guard position < end else { throw failure(.unexpectedEnd) }
    return PlainRun(
      bytes: UnsafeBufferPointer(rebasing: buffer[start..<position]), start: start,
      isASCII: combined < 0x80)
  }

  private func makeString(
    _ bytes: UnsafeBufferPointer<UInt8>, isASCII: Bool, at start: Int
  ) throws(JSONFailure) -> String {
    if isASCII { return String(decoding: bytes, as: UTF8.self) }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw JSONFailure(reason: .invalidUTF8, offset: start)
    }
    return text
  }

  private mutating func parseEscapedString(
    after prefix: UnsafeBufferPointer<UInt8>, start: Int
  ) throws(JSONFailure) -> String {
    var bytes = Array(prefix)
    while offset < buffer.count {
      let byte = buffer[offset]
      switch byte {
      case UInt8(ascii: "\""):
        offset += 1
        guard let text = String(validating: bytes, as: UTF8.self) else {
          throw JSONFailure(reason: .invalidUTF8, offset: start)
        }
        return text
      case UInt8(ascii: "\\"):
        try parseEscape(into: &bytes)
      case 0..<0x20:
        throw failure(.controlCharacter(byte))
      default:
        bytes.append(byte)
        offset += 1
      }
    }
    throw failure(.unexpectedEnd)
  }

  private mutating func parseEscape(into bytes: inout [UInt8]) throws(JSONFailure) {
    guard offset + 1 < buffer.count else { throw failure(.unexpectedEnd) }
    let letter = buffer[offset + 1]
    switch letter {
    case UInt8(ascii: "u"):
      bytes.append(contentsOf: Array(String(Character(try parseUnicodeEscape())).utf8))
      return
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): bytes.append(letter)
    case UInt8(ascii: "n"): bytes.append(0x0A)
    case UInt8(ascii: "t"): bytes.append(0x09)
    case UInt8(ascii: "r"): bytes.append(0x0D)
    case UInt8(ascii: "b"): bytes.append(0x08)
    case UInt8(ascii: "f"): bytes.append(0x0C)
    default: throw failure(.invalidEscape)
    }
    offset += 2
  }

  /// Reads `\uXXXX` and, for a high surrogate, the `\uXXXX` of its low half. Half a pair becomes
  /// U+FFFD, as in Go's encoding/json and so in API servers.
  private mutating func parseUnicodeEscape() throws(JSONFailure) -> UnicodeScalar {
    let first = try parseCodeUnit()
    if let scalar = UnicodeScalar(first) { return scalar }
    guard first < 0xDC00, offset + 1 < buffer.count, buffer[offset] == UInt8(ascii: "\\"),
      buffer[offset + 1] == UInt8(ascii: "u")
    else { return "\u{FFFD}" }
    let beforeSecond = offset
    let second = try parseCodeUnit()
    guard (0xDC00...0xDFFF).contains(second),
      let scalar = UnicodeScalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else {
      offset = beforeSecond
      return "\u{FFFD}"
    }
    return scalar
  }

  /// Reads the four hexadecimal digits of the `\u` at `offset`.
  private mutating func parseCodeUnit() throws(JSONFailure) -> UInt32 {
    guard offset + 6 <= buffer.count else { throw failure(.unexpectedEnd) }
    var unit: UInt32 = 0
    for position in offset + 2..<offset + 6 {
      guard let digit = buffer[position].hexDigitValue else { throw failure(.invalidEscape) }
      unit = unit << 4 | digit
    }
    offset += 6
    return unit
  }
}
