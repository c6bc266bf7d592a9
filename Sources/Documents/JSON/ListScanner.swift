/// Finds where the items of a list begin and end in bytes that arrive in pieces.
///
/// It follows brackets and strings and nothing else; what the bytes mean is checked by the parser.
struct ListScanner: Sendable {
  /// How many of the bytes belong together, and to what.
  struct Step {
    enum Kind {
      /// Part of what is around the items.
      case envelope
      /// Part of an item that is not complete yet.
      case itemPart
      /// The last part of an item.
      case itemEnd
      /// Commas and white space between items.
      case separator
    }

    var kind: Kind
    var count: Int
  }

  private enum Place {
    /// Before the list's opening brace.
    case start
    /// Among the list's members.
    case envelope
    /// Inside the array, where an item, a comma or the end comes next.
    case betweenItems
    /// Inside an item.
    case item
    /// Behind the list's closing brace.
    case end
  }

  private enum StringState {
    case outside, inside, escaped
  }

  private let arrayKey: [UInt8]
  private var place = Place.start
  private var string = StringState.outside
  /// How many brackets of the list are open.
  private var depth = 0
  /// The key that was read last at the list's top level.
  private var key: [UInt8] = []
  private var isAfterColon = false
  private var item = ListItemScanner(first: 0)
  private var needsComma = false
  private var needsItem = false

  /// Whether the array of items has been met.
  private(set) var foundArray = false

  init(arrayKey: String) {
    self.arrayKey = Array(arrayKey.utf8)
  }

  /// Whether the whole list has been read.
  var isComplete: Bool { place == .end }

  /// Goes over bytes, of which there is at least one, up to the next boundary.
  mutating func advance(_ bytes: UnsafeBufferPointer<UInt8>) throws(DocumentError) -> Step {
    switch place {
    case .start, .envelope, .end:
      return Step(kind: .envelope, count: try scanEnvelope(bytes))
    case .betweenItems:
      return try scanBetweenItems(bytes[0])
    case .item:
      let part = item.scan(bytes)
      if part.isLast { place = .betweenItems }
      return Step(kind: part.isLast ? .itemEnd : .itemPart, count: part.count)
    }
  }
}

extension ListScanner {
  private mutating func scanEnvelope(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) throws(DocumentError) -> Int {
    for (index, byte) in bytes.enumerated() {
      if place == .start {
        try scanStart(byte)
      } else if string != .outside {
        scanEnvelopeString(byte)
      } else {
        scanEnvelopeByte(byte)
        if place == .betweenItems { return index + 1 }
      }
    }
    return bytes.count
  }

  private mutating func scanStart(_ byte: UInt8) throws(DocumentError) {
    switch byte {
    case UInt8(ascii: "{"):
      place = .envelope
      depth = 1
    case 0x20, 0x09, 0x0A, 0x0D:
      break
    default:
      throw DocumentError("the answer is not a JSON object")
    }
  }

  private mutating func scanEnvelopeString(_ byte: UInt8) {
    switch (string, byte) {
    case (.escaped, _): string = .inside
    case (_, UInt8(ascii: "\\")): string = .escaped
    case (_, UInt8(ascii: "\"")): string = .outside
    // A longer key is another one; the first bytes tell.
    default: if depth == 1, !isAfterColon, key.count <= arrayKey.count { key.append(byte) }
    }
  }

  private mutating func scanEnvelopeByte(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""):
      string = .inside
      if depth == 1, !isAfterColon { key.removeAll(keepingCapacity: true) }
    case UInt8(ascii: ":"):
      if depth == 1 { isAfterColon = true }
    case UInt8(ascii: ","):
      if depth == 1 { isAfterColon = false }
    case UInt8(ascii: "[") where depth == 1 && isAfterColon && key == arrayKey:
      place = .betweenItems
      foundArray = true
      needsComma = false
      needsItem = false
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      depth += 1
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      depth -= 1
      if depth == 0 { place = .end }
    default:
      break
    }
  }

  private mutating func scanBetweenItems(_ byte: UInt8) throws(DocumentError) -> Step {
    switch byte {
    case 0x20, 0x09, 0x0A, 0x0D:
      return Step(kind: .separator, count: 1)
    case UInt8(ascii: ",") where needsComma:
      needsComma = false
      needsItem = true
      return Step(kind: .separator, count: 1)
    case UInt8(ascii: "]") where !needsItem:
      place = .envelope
      return Step(kind: .envelope, count: 1)
    case UInt8(ascii: ","), UInt8(ascii: "]"),
      _ where needsComma:
      throw DocumentError("the items of the list are not parted by single commas")
    default:
      place = .item
      item = ListItemScanner(first: byte)
      needsComma = true
      needsItem = false
      return Step(kind: .itemPart, count: 0)
    }
  }
}
