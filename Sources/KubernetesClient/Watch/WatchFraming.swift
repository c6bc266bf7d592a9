import Documents

/// Cuts the answer to a watch into its events: JSON objects one after the other, with or without white
/// space between them. It works on bytes, since pieces of an answer end anywhere, also within a
/// character.
struct WatchFraming: Sendable {
  private var frame: [UInt8] = []
  private var depth = 0
  private var isInString = false
  private var isEscaped = false

  /// Bytes that a single event may have.
  private static let longestFrame = Limits.listItem.maxBytes

  /// Whether an event has begun and not ended.
  var isWithinEvent: Bool { depth > 0 }

  /// Takes the next bytes and returns the events that they complete.
  ///
  /// - Throws: `DocumentError` when the bytes are not JSON objects. Nothing can be fed after that.
  mutating func feed(_ bytes: [UInt8]) throws(DocumentError) -> [[UInt8]] {
    var frames: [[UInt8]] = []
    var start = bytes.startIndex
    for index in bytes.indices {
      if depth == 0 {
        guard try begins(bytes[index]) else { continue }
        start = index
        depth = 1
      } else if ends(bytes[index]) {
        frame += bytes[start...index]
        frames.append(frame)
        frame = []
        start = bytes.index(after: index)
      }
    }
    if depth > 0 { frame += bytes[start...] }
    guard frame.count <= Self.longestFrame else {
      throw DocumentError("an event of the watch is larger than \(Self.longestFrame) bytes")
    }
    return frames
  }

  private func begins(_ byte: UInt8) throws(DocumentError) -> Bool {
    switch byte {
    case UInt8(ascii: "{"): return true
    case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"): return false
    default: throw DocumentError("the watch sent something that is no JSON object")
    }
  }

  /// Follows the nesting and returns whether the event ends with this byte.
  private mutating func ends(_ byte: UInt8) -> Bool {
    if isInString {
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: "\"") {
        isInString = false
      }
      return false
    }
    switch byte {
    case UInt8(ascii: "\""): isInString = true
    case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
    case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
    default: break
    }
    return depth == 0
  }
}
