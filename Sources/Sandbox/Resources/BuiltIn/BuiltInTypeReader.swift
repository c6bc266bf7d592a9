import Documents

/// Reads the tables of built-in types; see `BuiltInTypes`.
///
/// Types are used after the table line that declares them, so that one pass is enough.
struct BuiltInTypeReader {
  private(set) var definitions: [String: Schema] = [:]
  /// By `group/version/kind`.
  private(set) var kinds: [String: Schema] = [:]

  private var package = BuiltInTypes.Package(name: "", group: "", version: "")
  /// Number of the latest field in the protobuf form of its type.
  private var lastNumber = 0
  private var current: (name: String, content: Schema.Content, isKind: Bool)?

  private static let common = [
    "io.k8s.api.core.v1", "io.k8s.apimachinery.pkg.apis.meta.v1",
  ]

  /// Reads one table.
  mutating func read(_ table: String) {
    for line in table.split(separator: "\n") {
      if line.hasPrefix("  ") {
        readField(line.trimming(while: { $0 == " " }))
      } else if line.hasPrefix("package ") {
        finish()
        let words = line.split(separator: " ").map(String.init)
        let group = words[2] == "core" ? "" : words[2]
        package = BuiltInTypes.Package(name: words[1], group: group, version: words[3])
      } else {
        finish()
        start(String(line))
      }
    }
    finish()
  }

  private mutating func start(_ line: String) {
    let parts = line.split(separator: ":", maxSplits: 1).map {
      $0.trimming(while: { $0 == " " })
    }
    let isKind = parts[0].hasPrefix("kind ")
    let name = isKind ? String(parts[0].dropFirst(5)) : parts[0]
    var content = Schema.Content(type: .object)
    content.definition = "\(package.name).\(name)"
    content.summary = parts.count > 1 ? parts[1] : ""
    if isKind { content.properties = Self.objectFields(meta: find("ObjectMeta") ?? .any) }
    current = (name, content, isKind)
    // `metadata` is the first field of every kind.
    lastNumber = isKind ? 1 : 0
  }

  private mutating func finish() {
    guard let (name, content, isKind) = current else { return }
    current = nil
    let schema = Schema(content)
    if let definition = content.definition { definitions[definition] = schema }
    if isKind { kinds["\(package.group)/\(package.version)/\(name)"] = schema }
  }

  /// Reads `name type marks…`.
  private mutating func readField(_ line: String) {
    let words = line.split(separator: " ").map(String.init)
    guard words.count >= 2 else { return }
    var content = type(words[1][...]).content
    lastNumber += 1
    content.wireNumbers = [lastNumber]
    for mark in words.dropFirst(2) {
      if mark == "*" {
        current?.content.required.append(words[0])
      } else {
        Self.apply(mark, to: &content)
      }
    }
    lastNumber = content.wireNumbers.first ?? lastNumber
    current?.content.properties.append((name: words[0], schema: Schema(content)))
  }

  private static func apply(_ mark: String, to content: inout Schema.Content) {
    let rest = String(mark.dropFirst())
    switch mark.first {
    case "!": content.isInline = true
    case "#": content.isAtomic = true
    case "%": content.patch.retainsKeys = true
    case "~":
      content.listType = .set
      content.patch.merges = true
    case "@":
      let keys = rest.split(separator: ",").map(String.init)
      content.listType = .map(keys: keys)
      content.patch.merges = true
      content.patch.mergeKey = keys.first
    case "^":
      content.patch.merges = true
      content.patch.mergeKey = rest
    case ":": content.wireNumbers = rest.split(separator: ".").compactMap { Int($0) }
    case "=":
      content.defaultValue = (try? JSON.decode(rest)) ?? .string(rest)
    default: break
    }
  }

  private func type(_ text: Substring) -> Schema {
    if text.hasPrefix("[") {
      return Schema(Schema.Content(type: .array, items: type(text.dropFirst().dropLast())))
    }
    if text.hasPrefix("{") {
      return Schema(Schema.Content(type: .object, values: type(text.dropFirst().dropLast())))
    }
    return Self.scalar(text) ?? find(String(text)) ?? .any
  }

  private static func scalar(_ text: Substring) -> Schema? {
    switch text {
    case "string": scalar(.string)
    case "bool": scalar(.boolean)
    case "int": scalar(.integer, format: "int32")
    case "long": scalar(.integer, format: "int64")
    case "number": scalar(.number, format: "double")
    case "time": scalar(.string, format: "date-time")
    case "bytes": scalar(.string, format: "byte")
    case "quantity": scalar(.any, format: "quantity")
    case "intOrString": scalar(.intOrString)
    case "fields": scalar(.any, format: "fields")
    case "any": .any
    default: nil
    }
  }

  private static func scalar(_ type: Schema.ValueType, format: String? = nil) -> Schema {
    Schema(Schema.Content(type: type, rules: ValueRules(format: format)))
  }

  private func find(_ name: String) -> Schema? {
    for prefix in [package.name] + Self.common {
      if let known = definitions["\(prefix).\(name)"] { return known }
    }
    return nil
  }

  private static func objectFields(meta: Schema) -> [(name: String, schema: Schema)] {
    var metadata = meta.content
    metadata.isInline = true
    metadata.wireNumbers = [1]
    return [
      ("kind", scalar(.string)), ("apiVersion", scalar(.string)), ("metadata", Schema(metadata)),
    ]
  }
}
