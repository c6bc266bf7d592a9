/// Writes values as YAML in kubectl's style.
struct YAMLWriter {
  /// What has been written so far.
  private(set) var text = ""

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
      let keyText = YAMLScalarText.key(key)
      if keyText.utf8.count > YAMLScalarText.maxSimpleKeyLength {
        text += "? \(keyText)\n"
        writeIndent(indent)
        text += ":"
      } else {
        text += "\(keyText):"
      }
      writeMember(value, indent: indent)
    }
  }

  /// Appends the value behind a key and its colon.
  private mutating func writeMember(_ value: Value, indent: Int) {
    switch value {
    case .object(let members) where !members.isEmpty:
      text += "\n"
      write(members, indent: indent + 2, startsInline: false)
    case .array(let elements) where !elements.isEmpty:
      text += "\n"
      write(elements, indent: indent, startsInline: false)
    default:
      text += " "
      writeScalar(value, contentIndent: indent + 2)
    }
  }

  private mutating func write(_ elements: [Value], indent: Int, startsInline: Bool) {
    var isInline = startsInline
    for element in elements {
      if !isInline { writeIndent(indent) }
      isInline = false
      text += "- "
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
    case .null: text += "null"
    case .bool(let truth): text += truth ? "true" : "false"
    case .integer(let number): text += String(number)
    case .decimal(let source): text += source
    case .string(let string): text += YAMLScalarText.value(string, contentIndent: contentIndent)
    case .array: text += "[]"
    case .object: text += "{}"
    }
    text += "\n"
  }

  private mutating func writeIndent(_ count: Int) {
    text += String(repeating: " ", count: count)
  }
}
