/// The JSON Schema (draft 2020-12) of a file format.
package enum FileSchema {
  /// The schema of a whole document.
  package static func document(_ fields: [FileField], title: String) -> Value {
    var schema = object(fields)
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["title"] = .string(title)
    return schema
  }

  private static func object(_ fields: [FileField]) -> Value {
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

  private static func schema(_ kind: FileField.Kind) -> Value {
    switch kind {
    case .text: ["type": "string"]
    case .flag: ["type": "boolean"]
    case .number: ["type": "integer"]
    case .choice(let words): ["enum": .array(words.map(Value.string))]
    case .texts: ["type": "array", "items": ["type": "string"]]
    case .textMap: ["type": "object", "additionalProperties": ["type": "string"]]
    case .flagMap: ["type": "object", "additionalProperties": ["type": "boolean"]]
    case .special(_, let schema, _): schema
    case .anything: .object(Object())
    case .object(let fields): object(fields)
    case .objects(let fields): ["type": "array", "items": object(fields)]
    }
  }
}
