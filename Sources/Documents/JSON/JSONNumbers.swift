extension JSONParser {
  /// Reads a number. Whole numbers become `integer` when they fit; all else keeps its source text,
  /// so that it goes back as it came.
  mutating func parseNumber() throws(JSONFailure) -> Value {
    let start = offset
    let isNegative = buffer[offset] == UInt8(ascii: "-")
    if isNegative { offset += 1 }
    var magnitude = 0
    let digits = try parseDigits(into: &magnitude, allowsLeadingZero: false)
    guard try !skipFractionAndExponent() else { return .decimal(text(from: start)) }
    // Eighteen digits always fit 64 bits.
    if digits <= 18, magnitude != 0 || !isNegative {
      return .integer(isNegative ? -magnitude : magnitude)
    }
    let source = text(from: start)
    // Negative zero is not the integer 0: it keeps its sign as text.
    guard magnitude != 0 || digits > 18, let number = Int(source) else { return .decimal(source) }
    return .integer(number)
  }

  /// Steps over a run of digits and returns how many there were.
  private mutating func parseDigits(
    into magnitude: inout Int, allowsLeadingZero: Bool
  ) throws(JSONFailure) -> Int {
    let start = offset
    while offset < buffer.count, buffer[offset].isASCIIDigit {
      magnitude = magnitude &* 10 &+ Int(buffer[offset] &- UInt8(ascii: "0"))
      offset += 1
    }
    let count = offset - start
    if count == 0 { throw failure(offset < buffer.count ? .invalidNumber : .unexpectedEnd) }
    if count > 1, !allowsLeadingZero, buffer[start] == UInt8(ascii: "0") {
      throw JSONFailure(reason: .invalidNumber, offset: start)
    }
    return count
  }

  private mutating func skipFractionAndExponent() throws(JSONFailure) -> Bool {
    var ignored = 0
    var isDecimal = false
    if offset < buffer.count, buffer[offset] == UInt8(ascii: ".") {
      offset += 1
      isDecimal = true
      _ = try parseDigits(into: &ignored, allowsLeadingZero: true)
    }
    if offset < buffer.count, buffer[offset] | 0x20 == UInt8(ascii: "e") {
      offset += 1
      isDecimal = true
      if offset < buffer.count,
        buffer[offset] == UInt8(ascii: "+") || buffer[offset] == UInt8(ascii: "-")
      {
        offset += 1
      }
      _ = try parseDigits(into: &ignored, allowsLeadingZero: true)
    }
    return isDecimal
  }

  private func text(from start: Int) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: buffer[start..<offset]), as: UTF8.self)
  }
}
