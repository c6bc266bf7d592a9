import Documents

/// A piece of an OpenAPI v3 schema, as CustomResourceDefinitions hold them ("structural schema",
/// Kubernetes apiextensions).
struct Schema: Sendable, Hashable {
  private(set) var document: Value

  /// Text.
  static func string(
    _ description: String? = nil, default value: String? = nil, oneOf: [String] = [],
    pattern: String? = nil, minLength: Int? = nil, maxLength: Int? = nil, format: String? = nil
  ) -> Schema {
    var schema = Schema(type: "string", description)
    schema.document["default"] = value.map(Value.string)
    if !oneOf.isEmpty { schema.document["enum"] = .strings(oneOf) }
    schema.document["format"] = format.map(Value.string)
    schema.document["minLength"] = minLength.map(Value.integer)
    schema.document["maxLength"] = maxLength.map(Value.integer)
    schema.document["pattern"] = pattern.map(Value.string)
    return schema
  }

  /// A whole number of 32 bits.
  static func integer(
    _ description: String? = nil, default value: Int? = nil, minimum: Int? = nil,
    maximum: Int? = nil, format: String = "int32"
  ) -> Schema {
    var schema = Schema(type: "integer", description)
    schema.document["default"] = value.map(Value.integer)
    schema.document["format"] = .string(format)
    schema.document["minimum"] = minimum.map(Value.integer)
    schema.document["maximum"] = maximum.map(Value.integer)
    return schema
  }

  /// Yes or no.
  static func boolean(_ description: String? = nil) -> Schema {
    Schema(type: "boolean", description)
  }

  /// An object with known members. Other members are kept too, since later releases of OCM add
  /// some: without that the API server would drop them silently.
  static func object(
    _ description: String? = nil, _ members: [(String, Schema)], required: [String] = [],
    default value: Value? = nil
  ) -> Schema {
    var schema = Schema(type: "object", description)
    schema.document["default"] = value
    schema.document["properties"] = .object(Object(members.map { ($0.0, $0.1.document) }))
    if !required.isEmpty { schema.document["required"] = .strings(required) }
    schema.document["x-kubernetes-preserve-unknown-fields"] = true
    return schema
  }

  /// An object with any names whose values are all alike.
  static func map(_ description: String? = nil, of values: Schema) -> Schema {
    var schema = Schema(type: "object", description)
    schema.document["additionalProperties"] = values.document
    return schema
  }

  /// A list. With `keys`, entries are told apart by these members, so that several writers can each
  /// own some (server-side apply).
  static func list(
    _ description: String? = nil, of items: Schema, keys: [String] = [], maximum: Int? = nil
  ) -> Schema {
    var schema = Schema(type: "array", description)
    schema.document["items"] = items.document
    schema.document["maxItems"] = maximum.map(Value.integer)
    if !keys.isEmpty {
      schema.document["x-kubernetes-list-map-keys"] = .strings(keys)
      schema.document["x-kubernetes-list-type"] = "map"
    }
    return schema
  }

  /// A quantity: a number, or text such as 100m and 2Gi.
  static let quantity = Schema(
    document: [
      "anyOf": [["type": "integer"], ["type": "string"]],
      "pattern": .string(
        #"^(\+|-)?(([0-9]+(\.[0-9]*)?)|(\.[0-9]+))"#
          + #"(([KMGTPE]i)|[numkMGTPE]|([eE](\+|-)?(([0-9]+(\.[0-9]*)?)|(\.[0-9]+))))?$"#),
      "x-kubernetes-int-or-string": true,
    ])

  /// An object whose members the API server knows by itself (`metadata`).
  static let plainObject = Schema(type: "object", nil)

  private init(type: String, _ description: String?) {
    document = .object(Object())
    document["description"] = description.map(Value.string)
    document["type"] = .string(type)
  }

  private init(document: Value) {
    self.document = document
  }
}
