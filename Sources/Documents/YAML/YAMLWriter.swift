/// Writes values as YAML in kubectl's style.
struct YAMLWriter {
  /// Longer keys, in bytes, are written in the explicit form (`? key`): readers look no further than
  /// 1024 characters for the colon after a key (YAML 1.2, 7.4.2), and writers stop much earlier.
  private static let maxSimpleKeyLength = 128

  /// What has been written so far, in UTF-8.
  private(set) var bytes: [UInt8] = []

  /// Appends the line that parts two documents.
  mutating func writeDocumentStart() {
    bytes.append(contentsOf: "---\n".utf8)
  }

  /// Appends one document.
  mutating func writeDocument(_ value: Value) {
    switch value {
    case .object(let members) where !members.isEmpty:
      write(members, indent: 0, startsInline: true)
    case .array(let elements) where !elements.isEmpty:
      write(elements, indent: 0, startsInline: true)
    default:
      writeScalar(value, contentIndent: 2)
    }
  }

  /// Appends members, each on lines of its own; `startsInline` when the cursor already stands where
  /// the first key goes.
  private mutating func write(_ members: Object, indent: Int, startsInline: Bool) {
    var isInline = startsInline
    for (key, value) in members {
      if !isInline { writeIndent(indent) }
      isInline = false
      if key.utf8.count > Self.maxSimpleKeyLength {
        bytes.append(contentsOf: "? ".utf8)
        YAMLScalarText.appendKey(key, to: &bytes)
        bytes.append(UInt8(ascii: "\n"))
        writeIndent(indent)
      } else {
        YAMLScalarText.appendKey(key, to: &bytes)
      }
      bytes.append(UInt8(ascii: ":"))
      writeMember(value, indent: indent)
    }
  }

  /// Appends the value behind a key and its colon.
  private mutating func writeMember(_ value: Value, indent: Int) {
    switch value {
    case .object(let members) where !members.isEmpty:
      bytes.append(UInt8(ascii: "\n"))
      write(members, indent: indent + 2, startsInline: false)
    case .array(let elements) where !elements.isEmpty:
      bytes.append(UInt8(ascii: "\n"))
      write(elements, indent: indent, startsInline: false)
    default:
      bytes.append(UInt8(ascii: " "))
      writeScalar(value, contentIndent: indent + 2)
    }
  }

  private mutating func write(_ elements: [Value], indent: Int, startsInline: Bool) {
    var isInline = startsInline
    for element in elements {
      if !isInline { writeIndent(indent) }
      isInline = false
      bytes.append(contentsOf: "- ".utf8)
      switch element {
      case .object(let members) where !members.isEmpty:
        write(members, indent: indent + 2, startsInline: true)
      case .array(let nested) where !nested.isEmpty:
        write(nested, indent: indent + 2, startsInline: true)
      default:
        writeScalar(element, contentIndent: indent + 2)
      }
    }
  }

  /// Appends a scalar or an empty collection and ends the line; the lines of a literal block go
  /// to `contentIndent`.
  private mutating func writeScalar(_ value: Value, contentIndent: Int) {
    switch value {
    case .null: bytes.append(contentsOf: "null".utf8)
    case .bool(let truth): bytes.append(contentsOf: truth ? "true".utf8 : "false".utf8)
    case .integer(let number): bytes.append(contentsOf: String(number).utf8)
    case .decimal(let source): bytes.append(contentsOf: source.utf8)
    case .string(let text):
      YAMLScalarText.appendValue(text, contentIndent: contentIndent, to: &bytes)
    case .array: bytes.append(contentsOf: "[]".utf8)
    case .object: bytes.append(contentsOf: "{}".utf8)
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  private mutating func writeIndent(_ count: Int) {
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: count))
  }
}
