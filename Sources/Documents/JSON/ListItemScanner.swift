/// Finds the end of one element of an array in bytes that arrive in pieces.
struct ListItemScanner: Sendable {
  private enum StringState {
    case outside, inside, escaped
  }

  private let isScalar: Bool
  private var depth = 0
  private var string = StringState.outside

  /// Makes a scanner for an element that begins with `first`.
  init(first: UInt8) {
    switch first {
    case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "\""): isScalar = false
    default: isScalar = true
    }
  }

  /// How many of the bytes belong to the element, and whether it ends with them.
  mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>) -> (count: Int, isLast: Bool) {
    guard !isScalar else {
      let end = bytes.firstIndex(where: Self.endsScalar)
      return (end ?? bytes.count, end != nil)
    }
    var index = 0
    while index < bytes.count {
      scan(bytes[index])
      index += 1
      if depth <= 0, string == .outside { return (index, true) }
    }
    return (index, false)
  }

  @inline(__always)
  private mutating func scan(_ byte: UInt8) {
    switch string {
    case .escaped:
      string = .inside
    case .inside:
      if byte == UInt8(ascii: "\"") {
        string = .outside
      } else if byte == UInt8(ascii: "\\") {
        string = .escaped
      }
    case .outside:
      switch byte {
      case UInt8(ascii: "\""): string = .inside
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      default: break
      }
    }
  }

  private static func endsScalar(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]") || byte.isASCIISpace
  }
}
