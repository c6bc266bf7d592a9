import Documents

/// Pieces of structural OpenAPI schemas for CustomResourceDefinitions.
enum CRDSchema {
  static let boolean: Value = ["type": "boolean"]
  static let integer: Value = ["type": "integer", "format": "int64"]
  static let int32: Value = ["type": "integer", "format": "int32"]
  static let string: Value = ["type": "string"]
  static let date: Value = ["type": "string", "format": "date-time"]
  static let bytes: Value = ["type": "string", "format": "byte"]
  static let strings: Value = array(string)

  /// An object of which nothing is known and everything kept.
  static let free: Value = ["type": "object", "x-kubernetes-preserve-unknown-fields": true]

  /// A whole Kubernetes object.
  static let embedded: Value = [
    "type": "object", "x-kubernetes-embedded-resource": true,
    "x-kubernetes-preserve-unknown-fields": true,
  ]

  /// A quantity such as `500m` or `8Gi`.
  static let quantity: Value = [
    "anyOf": [["type": "integer"], ["type": "string"]], "x-kubernetes-int-or-string": true,
  ]

  /// One of some words.
  static func oneOf(_ words: String..., default standard: String? = nil) -> Value {
    var schema: Value = ["type": "string", "enum": Value(words)]
    if let standard { schema["default"] = .string(standard) }
    return schema
  }

  static func text(maximum: Int, minimum: Int? = nil, pattern: String? = nil) -> Value {
    var schema: Value = ["type": "string", "maxLength": .integer(maximum)]
    if let minimum { schema["minLength"] = .integer(minimum) }
    if let pattern { schema["pattern"] = .string(pattern) }
    return schema
  }

  static func object(_ properties: Value, required: [String] = []) -> Value {
    var schema: Value = ["type": "object", "properties": properties]
    if !required.isEmpty { schema["required"] = Value(required) }
    return schema
  }

  static func array(_ items: Value) -> Value { ["type": "array", "items": items] }

  /// An array whose elements are told apart by some of their members.
  static func list(_ items: Value, keys: String...) -> Value {
    [
      "type": "array", "items": items, "x-kubernetes-list-type": "map",
      "x-kubernetes-list-map-keys": Value(keys),
    ]
  }

  static func map(_ values: Value) -> Value { ["type": "object", "additionalProperties": values] }

  /// A label key: the form of condition types and taint keys.
  static let qualifiedName = text(
    maximum: 316,
    pattern: "^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?"
      + "(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])$")

  /// `[]metav1.Condition`.
  static let conditions = list(
    object(
      [
        "lastTransitionTime": date, "message": text(maximum: 32768),
        "observedGeneration": ["type": "integer", "format": "int64", "minimum": 0],
        "reason": text(
          maximum: 1024, minimum: 1, pattern: "^[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?$"),
        "status": oneOf("True", "False", "Unknown"), "type": qualifiedName,
      ], required: ["lastTransitionTime", "message", "reason", "status", "type"]),
    keys: "type")

  /// A label selector.
  static let selector = object([
    "matchExpressions": array(
      object(
        ["key": string, "operator": string, "values": strings], required: ["key", "operator"])),
    "matchLabels": map(string),
  ])

  /// Group, resource, namespace and name of a configuration object.
  static let configReference = object(
    ["group": string, "resource": string, "namespace": string, "name": string])
}
