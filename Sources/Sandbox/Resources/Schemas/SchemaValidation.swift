import Documents

/// Checks values of custom resources against their schemas; worded as the validation of
/// `apiextensions-apiserver` words its answers.
struct SchemaValidation {
  /// What is wrong, in the order of the fields.
  private(set) var causes: [FieldCause] = []

  /// Checks a value and everything below it.
  static func causes(_ value: Value, _ schema: Schema, at path: String = "") -> [FieldCause] {
    var validation = SchemaValidation()
    validation.check(value, schema, path)
    return validation.causes
  }

  private mutating func check(_ value: Value, _ schema: Schema, _ path: String) {
    if value.isNull, schema.content.isNullable { return }
    guard checkType(value, schema, path) else { return }
    checkRules(value, schema, path)
    switch value {
    case .object(let object): checkFields(object, schema, path)
    case .array(let elements): checkElements(elements, schema, path)
    default: break
    }
  }

  private mutating func checkType(_ value: Value, _ schema: Schema, _ path: String) -> Bool {
    guard !Self.has(value, schema.type) else { return true }
    let found: String =
      switch value {
      case .null: "null"
      case .bool: "boolean"
      case .integer: "integer"
      case .decimal: "number"
      case .string: "string"
      case .array: "array"
      case .object: "object"
      }
    let wanted = schema.type == .intOrString ? "integer,string" : schema.type.rawValue
    causes.append(
      .typeInvalid(
        path, .string(found), "\(Self.name(path)) must be of type \(wanted): \"\(found)\""))
    return false
  }

  private static func has(_ value: Value, _ type: Schema.ValueType) -> Bool {
    switch (type, value) {
    case (.any, _), (.object, .object), (.array, .array), (.string, .string): true
    case (.integer, .integer), (.number, .integer), (.number, .decimal), (.boolean, .bool): true
    case (.intOrString, .integer), (.intOrString, .string): true
    default: false
    }
  }

  private mutating func checkFields(_ object: Object, _ schema: Schema, _ path: String) {
    for name in schema.content.required where object[name] == nil {
      causes.append(.required(Self.join(path, name)))
    }
    for (name, value) in object {
      if path.isEmpty, ["apiVersion", "kind", "metadata"].contains(name) { continue }
      guard let field = schema.field(name) else { continue }
      let isKey = schema.property(name) == nil
      check(value, field, isKey ? Self.join(path, key: name) : Self.join(path, name))
    }
  }

  private mutating func checkElements(_ elements: [Value], _ schema: Schema, _ path: String) {
    if let items = schema.content.items {
      for (index, element) in elements.enumerated() {
        check(element, items, "\(path)[\(index)]")
      }
    }
    checkDuplicates(elements, schema, path)
  }

  private mutating func checkDuplicates(_ elements: [Value], _ schema: Schema, _ path: String) {
    var seen: Set<Value> = []
    for (index, element) in elements.enumerated() {
      let identity: Value
      switch schema.content.listType {
      case .atomic: return
      case .set: identity = element
      case .map(let keys):
        identity = .object(Object(keys.compactMap { key in element[key].map { (key, $0) } }))
      }
      if !seen.insert(identity).inserted {
        causes.append(.duplicate("\(path)[\(index)]", identity))
      }
    }
  }

  private mutating func checkRules(_ value: Value, _ schema: Schema, _ path: String) {
    let rules = schema.content.rules
    if !rules.allowed.isEmpty, !rules.allowed.contains(value) {
      let names = rules.allowed.map { $0.string ?? JSON.text($0) }
      causes.append(.notSupported(path, value, names))
    }
    causes += ValueChecks.causes(value, rules, path: path, name: Self.name(path))
    checkJunctors(value, rules, path)
  }

  private mutating func checkJunctors(_ value: Value, _ rules: ValueRules, _ path: String) {
    let shown = "\"\(path)\""
    for schema in rules.allOf { check(value, schema, path) }
    if !rules.anyOf.isEmpty, !rules.anyOf.contains(where: { Self.isValid(value, $0) }) {
      causes.append(
        .invalid(path, value, "\(shown) must validate at least one schema (anyOf)"))
    }
    if !rules.oneOf.isEmpty {
      let count = rules.oneOf.count { Self.isValid(value, $0) }
      if count != 1 {
        let found = count == 0 ? "Found none valid" : "Found \(count) valid alternatives"
        causes.append(
          .invalid(
            path, value, "\(shown) must validate one and only one schema (oneOf). \(found)"))
      }
    }
    if let not = rules.not, Self.isValid(value, not) {
      causes.append(.invalid(path, value, "\(shown) must not validate the schema (not)"))
    }
  }

  private static func isValid(_ value: Value, _ schema: Schema) -> Bool {
    causes(value, schema, at: "x").isEmpty
  }

  /// How messages name the value in question.
  private static func name(_ path: String) -> String {
    path.isEmpty ? " in body" : "\(path) in body"
  }

  private static func join(_ path: String, _ name: String) -> String {
    path.isEmpty ? name : "\(path).\(name)"
  }

  private static func join(_ path: String, key: String) -> String { "\(path).\(key)" }
}
