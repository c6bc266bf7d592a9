import Documents

/// From what a client sent to an object of its kind: unknown fields out, defaults in.
struct ObjectDecoding {
  let definition: ResourceDefinition

  /// Prunes and completes an object; tells the client of unknown fields as it asked for it.
  ///
  /// - Parameter fillsDefaults: false for what is applied, which owns only what it says.
  func decode(_ object: Value, _ context: WriteContext, fillsDefaults: Bool = true)
    throws(APIFailure) -> Value
  {
    var pruning = FieldPruning(dropsNulls: !definition.isCustom)
    var object = pruning.prune(object, definition.schema)
    try report(pruning.unknown, context)
    if !definition.isCustom { try checkTypes(object) }
    if fillsDefaults {
      object = FieldDefaults.fill(object, definition.schema)
      definition.strategy.fillDefaults(&object)
    }
    object["apiVersion"] = .string(definition.kind.apiVersion)
    object["kind"] = .string(definition.kind.kind)
    return object
  }

  private func report(_ unknown: [String], _ context: WriteContext) throws(APIFailure) {
    guard !unknown.isEmpty else { return }
    let texts = unknown.map { "unknown field \"\($0)\"" }
    switch context.fieldValidation {
    case .ignore: return
    case .warn: for text in texts { context.warnings.add(text) }
    case .strict:
      let kind = definition.kind
      let all = texts.joined(separator: ", ")
      throw .badRequest(
        definition.isCustom
          ? "strict decoding error: \(all)"
          : "\(kind.kind) in version \"\(kind.version)\" cannot be handled as a \(kind.kind):"
            + " strict decoding error: \(all)")
    }
  }

  /// Refuses values of the wrong JSON type, as decoding into Go structs does.
  private func checkTypes(_ object: Value) throws(APIFailure) {
    guard let mismatch = TypeMismatch.first(in: object, definition.schema) else { return }
    let kind = definition.kind
    throw .badRequest(
      "\(kind.kind) in version \"\(kind.version)\" cannot be handled as a \(kind.kind): json:"
        + " cannot unmarshal \(mismatch.found) into Go struct field"
        + " \(kind.kind).\(mismatch.path) of type \(mismatch.wanted)")
  }
}

/// A value whose JSON type is not that of its field.
struct TypeMismatch {
  let path: String
  /// JSON type that was sent, in Go's words.
  let found: String
  /// Go type of the field.
  let wanted: String

  /// The first such value of an object.
  static func first(in value: Value, _ schema: Schema, path: String = "") -> TypeMismatch? {
    if let wanted = goType(wantedBy: schema, for: value) {
      return TypeMismatch(path: path, found: name(value), wanted: wanted)
    }
    switch value {
    case .object(let object):
      for (name, member) in object {
        guard let field = schema.field(name) else { continue }
        let here = path.isEmpty ? name : "\(path).\(name)"
        if let found = first(in: member, field, path: here) { return found }
      }
    case .array(let elements):
      guard let items = schema.content.items else { return nil }
      for element in elements {
        if let found = first(in: element, items, path: path) { return found }
      }
    default: break
    }
    return nil
  }

  /// The Go type of the field when the value does not fit it, else nil.
  private static func goType(wantedBy schema: Schema, for value: Value) -> String? {
    switch (schema.type, value) {
    case (_, .null), (.any, _), (.object, .object), (.array, .array), (.string, .string),
      (.boolean, .bool), (.integer, .integer), (.number, .integer), (.number, .decimal),
      (.intOrString, .integer), (.intOrString, .string):
      return nil
    default: return goName(schema)
    }
  }

  private static func goName(_ schema: Schema) -> String {
    switch schema.type {
    case .object:
      if let values = schema.content.values { return "map[string]\(goName(values))" }
      return schema.content.definition.flatMap { $0.split(separator: ".").last }.map {
        "v1.\($0)"
      } ?? "struct"
    case .array: return "[]" + (schema.content.items.map(goName) ?? "interface {}")
    case .string: return schema.content.rules.format == "byte" ? "[]uint8" : "string"
    case .integer: return schema.content.rules.format ?? "int32"
    case .number: return "float64"
    case .boolean: return "bool"
    case .intOrString: return "intstr.IntOrString"
    case .any: return "interface {}"
    }
  }

  private static func name(_ value: Value) -> String {
    switch value {
    case .null: "null"
    case .bool: "bool"
    case .integer, .decimal: "number"
    case .string: "string"
    case .array: "array"
    case .object: "object"
    }
  }
}
