public import Documents

/// The JSON Schema of the fleet file (draft 2020-12), for editors.
public enum FleetSchema {
  /// The schema.
  public static var document: Value {
    var schema = object(FleetGrammar.document)
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["title"] = "A fleet of clusters for mcctl"
    return schema
  }

  private static func object(_ fields: [FleetField]) -> Value {
    var properties = Object()
    for field in fields {
      var schema = schema(field.kind)
      schema["description"] = .string(field.about)
      properties[field.name] = schema
    }
    var schema: Value = ["type": "object", "additionalProperties": false]
    schema["properties"] = .object(properties)
    let required = fields.filter(\.isRequired).map { Value.string($0.name) }
    if !required.isEmpty { schema["required"] = .array(required) }
    return schema
  }

  private static func schema(_ kind: FleetField.Kind) -> Value {
    switch kind {
    case .text: ["type": "string"]
    case .flag: ["type": "boolean"]
    case .number: ["type": "integer"]
    case .duration:
      ["type": "string", "pattern": "^(0|([0-9]+h)?([0-9]+m)?([0-9]+s)?([0-9]+ms)?)$"]
    case .choice(let words): ["enum": .array(words.map(Value.string))]
    case .texts: ["type": "array", "items": ["type": "string"]]
    case .textMap: ["type": "object", "additionalProperties": ["type": "string"]]
    case .flagMap: ["type": "object", "additionalProperties": ["type": "boolean"]]
    case .secret: secret
    case .object(let fields): object(fields)
    case .objects(let fields): ["type": "array", "items": object(fields)]
    }
  }

  private static let secret: Value = [
    "oneOf": [
      ["type": "string", "pattern": "^\\$\\{[A-Za-z_][A-Za-z0-9_]*\\}$"],
      [
        "type": "object", "additionalProperties": false, "required": ["env"],
        "properties": ["env": ["type": "string"]],
      ],
      [
        "type": "object", "additionalProperties": false, "required": ["file"],
        "properties": ["file": ["type": "string"]],
      ],
    ]
  ]
}
