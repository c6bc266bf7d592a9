/// Writes values as JSON into bytes.
struct JSONWriter {
  /// What has been written so far.
  private(set) var bytes: [UInt8] = []
  private let isPretty: Bool
  private let sortsKeys: Bool
  private var depth = 0

  init(isPretty: Bool = false, sortsKeys: Bool = false) {
    self.isPretty = isPretty
    self.sortsKeys = sortsKeys
  }

  /// Appends `value`.
  mutating func write(_ value: Value) {
    switch value {
    case .null: bytes.append(contentsOf: "null".utf8)
    case .bool(let truth): bytes.append(contentsOf: truth ? "true".utf8 : "false".utf8)
    case .integer(let number): bytes.append(contentsOf: String(number).utf8)
    case .decimal(let source): bytes.append(contentsOf: source.utf8)
    case .string(let text): write(text)
    case .array(let elements): write(elements)
    case .object(let members): write(sortsKeys ? members.sortedByKey() : members)
    }
  }

  private mutating func write(_ elements: [Value]) {
    bytes.append(UInt8(ascii: "["))
    depth += 1
    for (index, element) in elements.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      breakLine()
      write(element)
    }
    depth -= 1
    if !elements.isEmpty { breakLine() }
    bytes.append(UInt8(ascii: "]"))
  }

  private mutating func write(_ members: Object) {
    bytes.append(UInt8(ascii: "{"))
    depth += 1
    var isFirst = true
    for (key, value) in members {
      if !isFirst { bytes.append(UInt8(ascii: ",")) }
      isFirst = false
      breakLine()
      write(key)
      bytes.append(UInt8(ascii: ":"))
      if isPretty { bytes.append(UInt8(ascii: " ")) }
      write(value)
    }
    depth -= 1
    if !members.isEmpty { breakLine() }
    bytes.append(UInt8(ascii: "}"))
  }

  private mutating func breakLine() {
    guard isPretty else { return }
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
  }

  /// Appends a string in quotes; `"`, `\` and control characters are escaped and nothing else.
  private mutating func write(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    let isWritten: Void? = text.utf8.withContiguousStorageIfAvailable { buffer in
      if buffer.contains(where: Self.needsEscape) {
        for byte in buffer { writeEscaping(byte) }
      } else {
        bytes.append(contentsOf: buffer)
      }
    }
    if isWritten == nil {
      for byte in text.utf8 { writeEscaping(byte) }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private mutating func writeEscaping(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): bytes.append(contentsOf: #"\""#.utf8)
    case UInt8(ascii: "\\"): bytes.append(contentsOf: #"\\"#.utf8)
    case UInt8(ascii: "\n"): bytes.append(contentsOf: #"\n"#.utf8)
    case UInt8(ascii: "\t"): bytes.append(contentsOf: #"\t"#.utf8)
    case UInt8(ascii: "\r"): bytes.append(contentsOf: #"\r"#.utf8)
    case 0..<0x20:
      let digits = Array("0123456789abcdef".utf8)
      bytes.append(contentsOf: #"\u00"#.utf8)
      bytes.append(digits[Int(byte >> 4)])
      bytes.append(digits[Int(byte & 0xF)])
    default:
      bytes.append(byte)
    }
  }
}
