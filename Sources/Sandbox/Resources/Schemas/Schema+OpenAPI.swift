import Documents

/// Reading of the structural schemas that CustomResourceDefinitions carry (`openAPIV3Schema`).
extension Schema {
  /// Reads a schema; what it does not know of is kept in `content.source` alone.
  convenience init(openAPI source: Value) {
    self.init(Self.content(source))
  }

  private static func content(_ source: Value) -> Content {
    var content = Content()
    content.source = source
    content.type = valueType(source)
    content.summary = source["description"]?.string ?? ""
    content.properties = (source["properties"]?.object ?? Object()).map {
      (name: $0.key, schema: Schema(openAPI: $0.value))
    }
    content.items = source["items"].map(Schema.init(openAPI:))
    content.values = values(source["additionalProperties"])
    content.required = strings(source["required"])
    content.isNullable = source["nullable"]?.bool ?? false
    content.preservesUnknown = source["x-kubernetes-preserve-unknown-fields"]?.bool ?? false
    content.isEmbeddedResource = source["x-kubernetes-embedded-resource"]?.bool ?? false
    content.defaultValue = source["default"]
    content.listType = listType(source)
    content.isAtomic = source["x-kubernetes-map-type"]?.string == "atomic"
    content.rules = rules(source)
    return content
  }

  private static func valueType(_ source: Value) -> ValueType {
    if source["x-kubernetes-int-or-string"]?.bool == true { return .intOrString }
    return source["type"]?.string.flatMap(ValueType.init(rawValue:)) ?? .any
  }

  private static func values(_ source: Value?) -> Schema? {
    switch source {
    case .bool(true): .any
    case .object: source.map(Schema.init(openAPI:))
    default: nil
    }
  }

  private static func listType(_ source: Value) -> ListType {
    switch source["x-kubernetes-list-type"]?.string {
    case "set": .set
    case "map": .map(keys: strings(source["x-kubernetes-list-map-keys"]))
    default: .atomic
    }
  }

  private static func rules(_ source: Value) -> ValueRules {
    var rules = ValueRules()
    rules.allowed = source["enum"]?.array ?? []
    rules.pattern = source["pattern"]?.string
    rules.format = source["format"]?.string
    rules.minimum = source["minimum"]?.double
    rules.maximum = source["maximum"]?.double
    rules.isMinimumExclusive = source["exclusiveMinimum"]?.bool ?? false
    rules.isMaximumExclusive = source["exclusiveMaximum"]?.bool ?? false
    rules.multipleOf = source["multipleOf"]?.double
    rules.minLength = source["minLength"]?.int
    rules.maxLength = source["maxLength"]?.int
    rules.minItems = source["minItems"]?.int
    rules.maxItems = source["maxItems"]?.int
    rules.minProperties = source["minProperties"]?.int
    rules.maxProperties = source["maxProperties"]?.int
    rules.allOf = schemas(source["allOf"])
    rules.anyOf = schemas(source["anyOf"])
    rules.oneOf = schemas(source["oneOf"])
    rules.not = source["not"].map(Schema.init(openAPI:))
    return rules
  }

  private static func schemas(_ source: Value?) -> [Schema] {
    (source?.array ?? []).map(Schema.init(openAPI:))
  }

  private static func strings(_ source: Value?) -> [String] {
    (source?.array ?? []).compactMap(\.string)
  }
}
