/// Writes the difference of two values as marked lines.
struct DifferenceWriter {
  private(set) var lines: [Difference.Line] = []

  /// Appends the difference of two documents.
  mutating func write(from before: Value, to after: Value) {
    guard before != after else { return }
    write(before, after, prefix: "", indent: 0)
  }

  /// Appends the difference of two values that differ and stand behind `prefix`, which is a key
  /// with its colon, the dash of an element, or nothing.
  private mutating func write(_ before: Value, _ after: Value, prefix: String, indent: Int) {
    switch (before, after) {
    case (.object(let old), .object(let new)) where !old.isEmpty && !new.isEmpty:
      if !prefix.isEmpty { add(.context, prefix, indent: indent) }
      write(old, new, indent: prefix.isEmpty ? indent : indent + 2)
    case (.array(let old), .array(let new)) where !old.isEmpty && !new.isEmpty:
      if !prefix.isEmpty { add(.context, prefix, indent: indent) }
      write(old, new, indent: prefix == "-" ? indent + 2 : indent)
    case (.string(let old), .string(let new)) where old.isBlock && new.isBlock:
      add(.context, prefix.isEmpty ? "|" : "\(prefix) |", indent: indent)
      writeBlock(old, new, indent: indent + 2)
    default:
      writeWhole(.removed, before, prefix: prefix, indent: indent)
      writeWhole(.added, after, prefix: prefix, indent: indent)
    }
  }

  private mutating func write(_ old: Object, _ new: Object, indent: Int) {
    for (key, before) in old {
      let prefix = "\(YAMLScalarText.key(key)):"
      guard let after = new[key] else {
        writeWhole(.removed, before, prefix: prefix, indent: indent)
        continue
      }
      if before != after { write(before, after, prefix: prefix, indent: indent) }
    }
    for (key, after) in new where old[key] == nil {
      writeWhole(.added, after, prefix: "\(YAMLScalarText.key(key)):", indent: indent)
    }
  }

  private mutating func write(_ old: [Value], _ new: [Value], indent: Int) {
    for pair in ElementPair.pairs(old, new) {
      switch (pair.before, pair.after) {
      case (let before?, let after?) where before != after:
        write(before, after, at: pair.index, indent: indent)
      case (let before?, nil):
        writeWhole(.removed, before, prefix: "-", indent: indent)
      case (nil, let after?):
        writeWhole(.added, after, prefix: "-", indent: indent)
      default:
        break
      }
    }
  }

  /// Appends the difference of two elements. Objects that carry the same name are shown under it.
  private mutating func write(_ before: Value, _ after: Value, at index: Int, indent: Int) {
    guard case .object(var old) = before, case .object(var new) = after else {
      write(before, after, prefix: "-", indent: indent)
      return
    }
    if let key = ["name", "key", "type"].first(where: { old[$0] != nil && old[$0] == new[$0] }),
      let name = old[key]?.string
    {
      add(.context, "- \(YAML.text([key: .string(name)]).dropLast())", indent: indent)
      old.removeValue(forKey: key)
      new.removeValue(forKey: key)
    } else {
      add(.context, "- # [\(index)]", indent: indent)
    }
    write(old, new, indent: indent + 2)
  }

  /// Appends the lines that differ between two texts, with up to two lines around each place.
  private mutating func writeBlock(_ old: String, _ new: String, indent: Int) {
    var isGap = false
    for line in LineDifference.lines(from: old, to: new, context: 2) {
      if let line {
        add(line.kind, line.text, indent: indent)
      } else if !isGap {
        add(.context, "...", indent: indent)
      }
      isGap = line == nil
    }
  }

  private mutating func writeWhole(
    _ kind: Difference.Line.Kind, _ value: Value, prefix: String, indent: Int
  ) {
    guard !prefix.isEmpty else {
      for line in Self.yamlLines(value) { add(kind, line, indent: indent) }
      return
    }
    let wrapped: Value = prefix == "-" ? [value] : ["k": value]
    for (number, line) in Self.yamlLines(wrapped).enumerated() {
      let isKeyed = number == 0 && prefix != "-"
      add(kind, isKeyed ? prefix + line.dropFirst(2) : line, indent: indent)
    }
  }

  private mutating func add(_ kind: Difference.Line.Kind, _ text: String, indent: Int) {
    lines.append(
      Difference.Line(kind: kind, text: String(repeating: " ", count: indent) + text))
  }

  private static func yamlLines(_ value: Value) -> [String] {
    YAML.text(value).dropLast().split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
  }
}

extension String {
  /// Whether this has several lines that can be shown as they are, without characters that would move
  /// a terminal's cursor.
  fileprivate var isBlock: Bool {
    YAMLScalarText.Analysis(self).fitsLiteralBlock
  }
}
