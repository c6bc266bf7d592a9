import Documents

/// Schemas as the published OpenAPI documents carry them.
struct OpenAPISchemas: Sendable {
  /// The two versions of OpenAPI that an API server publishes.
  enum Version: Sendable {
    case v2, v3

    /// What references to definitions begin with.
    var prefix: String { self == .v2 ? "#/definitions/" : "#/components/schemas/" }
  }

  let version: Version

  /// The definition of a type: its own fields, others by reference.
  func definition(_ schema: Schema, kind: Kind? = nil) -> Value {
    var value = inline(schema)
    if let kind { value["x-kubernetes-group-version-kind"] = [Self.identity(kind)] }
    return value
  }

  /// Group, version and kind as extensions name them.
  static func identity(_ kind: Kind) -> Value {
    ["group": .string(kind.group), "kind": .string(kind.kind), "version": .string(kind.version)]
  }

  /// The definition of a custom resource: what its own definition says, with what all objects have.
  func definition(custom definition: ResourceDefinition) -> Value {
    var value = definition.schema.content.source ?? ["type": "object"]
    if version == .v2 { value = Self.reduced(value) }
    let texts = Self.objectTexts
    var properties: Value = [
      "apiVersion": ["description": .string(texts.apiVersion), "type": "string"],
      "kind": ["description": .string(texts.kind), "type": "string"],
      "metadata": reference(
        "io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta", texts.metadata, isInline: true),
    ]
    for (name, field) in value["properties"]?.object ?? Object() where properties[name] == nil {
      properties[name] = field
    }
    value["type"] = "object"
    value["properties"] = properties
    value["x-kubernetes-group-version-kind"] = [Self.identity(definition.kind)]
    return value
  }

  /// The name under which a custom resource's definition is published.
  static func name(custom kind: Kind) -> String {
    let reversed = kind.group.split(separator: ".").reversed().joined(separator: ".")
    return "\(reversed).\(kind.version).\(kind.kind)"
  }

  /// Every definition that a type leads to, itself included.
  static func definitions(from schema: Schema, into found: inout [String: Schema]) {
    if let name = schema.content.definition {
      guard found[name] == nil else { return }
      found[name] = schema
    }
    for (_, field) in schema.content.properties { definitions(from: field, into: &found) }
    if let items = schema.content.items { definitions(from: items, into: &found) }
    if let values = schema.content.values { definitions(from: values, into: &found) }
  }

  private func field(_ schema: Schema) -> Value {
    guard let name = schema.content.definition else { return inline(schema) }
    var value = reference(name, isInline: schema.content.isInline)
    addExtensions(&value, schema)
    return value
  }

  private func reference(_ name: String, _ summary: String = "", isInline: Bool) -> Value {
    let target: Value = ["$ref": .string(version.prefix + name)]
    var value: Value = summary.isEmpty ? [:] : ["description": .string(summary)]
    switch version {
    case .v2: value["$ref"] = target["$ref"]
    case .v3:
      value["allOf"] = [target]
      if isInline { value["default"] = [:] }
    }
    return value
  }

  private func inline(_ schema: Schema) -> Value {
    var value: Value = [:]
    if !schema.content.summary.isEmpty { value["description"] = .string(schema.content.summary) }
    addType(&value, schema)
    if let items = schema.content.items { value["items"] = field(items) }
    if let values = schema.content.values { value["additionalProperties"] = field(values) }
    if !schema.content.properties.isEmpty {
      value["properties"] = .object(
        Object(schema.content.properties.map { ($0.name, field($0.schema)) }))
    }
    if !schema.content.required.isEmpty {
      value["required"] = .array(schema.content.required.map(Value.string))
    }
    addExtensions(&value, schema)
    return value
  }

  private func addType(_ value: inout Value, _ schema: Schema) {
    let format = schema.content.rules.format
    switch schema.type {
    case .any:
      if format == "quantity" { value["type"] = "string" }
      if format == "fields" { value["type"] = "object" }
    case .intOrString:
      value["format"] = "int-or-string"
      if version == .v2 {
        value["type"] = "string"
      } else {
        value["oneOf"] = [["type": "integer"], ["type": "string"]]
      }
    default:
      value["type"] = .string(schema.type.rawValue)
      if let format { value["format"] = .string(format) }
    }
  }

  private func addExtensions(_ value: inout Value, _ schema: Schema) {
    switch schema.content.listType {
    case .map(let keys):
      value["x-kubernetes-list-type"] = "map"
      value["x-kubernetes-list-map-keys"] = .array(keys.map(Value.string))
    case .set: value["x-kubernetes-list-type"] = "set"
    case .atomic: if schema.type == .array { value["x-kubernetes-list-type"] = "atomic" }
    }
    if schema.content.isAtomic { value["x-kubernetes-map-type"] = "atomic" }
    let patch = schema.content.patch
    if let key = patch.mergeKey { value["x-kubernetes-patch-merge-key"] = .string(key) }
    let strategies = [patch.merges ? "merge" : nil, patch.retainsKeys ? "retainKeys" : nil]
      .compactMap { $0 }
    if !strategies.isEmpty {
      value["x-kubernetes-patch-strategy"] = .string(strategies.joined(separator: ","))
    }
  }

  /// A schema of OpenAPI 3 without what version 2 does not have.
  private static func reduced(_ value: Value) -> Value {
    switch value {
    case .object(let object):
      let unknown: Set<String> = [
        "nullable", "oneOf", "anyOf", "not", "allOf", "x-kubernetes-validations",
      ]
      if object["x-kubernetes-preserve-unknown-fields"]?.bool == true {
        return ["description": object["description"] ?? "", "type": object["type"] ?? "object"]
      }
      return .object(
        Object(object.filter { !unknown.contains($0.key) }.map { ($0.key, reduced($0.value)) }))
    case .array(let elements): return .array(elements.map(reduced))
    default: return value
    }
  }

  private static let objectTexts = (
    apiVersion: "APIVersion defines the versioned schema of this representation of an object.",
    kind: "Kind is a string value representing the REST resource this object represents.",
    metadata: "Standard object's metadata."
  )
}
