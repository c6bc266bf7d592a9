import Documents

/// Takes the fields out of objects that their schema does not know, and tells which they were.
struct FieldPruning {
  /// Paths of the fields that were taken out, such as `spec.taints[0].bogus`.
  private(set) var unknown: [String] = []
  /// Whether fields that are null are taken out too, as decoding into Go structs does.
  let dropsNulls: Bool

  init(dropsNulls: Bool) { self.dropsNulls = dropsNulls }

  /// Returns the value without unknown fields, its known ones in the order of the schema when that
  /// is of a built-in type.
  mutating func prune(_ value: Value, _ schema: Schema, at path: String = "") -> Value {
    if schema.content.isEmbeddedResource { return pruneEmbedded(value, schema, at: path) }
    switch value {
    case .object(let object):
      return .object(prune(object, schema, at: path))
    case .array(let elements):
      guard let items = schema.content.items else { return value }
      return .array(
        elements.enumerated().map { prune($0.element, items, at: "\(path)[\($0.offset)]") })
    default:
      return value
    }
  }

  private mutating func prune(_ object: Object, _ schema: Schema, at path: String) -> Object {
    guard schema.type != .any || schema.isStruct else { return object }
    var kept = Object()
    if dropsNulls {
      for (name, field) in schema.content.properties {
        guard let value = object[name], !value.isNull else { continue }
        kept[name] = prune(value, field, at: Self.join(path, name))
      }
    }
    for (name, value) in object where kept[name] == nil {
      let here = Self.join(path, name)
      if let field = schema.field(name) {
        if value.isNull, dropsNulls { continue }
        kept[name] = prune(value, field, at: here)
      } else if schema.allowsAnyField {
        kept[name] = value
      } else {
        unknown.append(here)
      }
    }
    return kept
  }

  /// Keeps what makes a value an object of Kubernetes, whatever its schema declares.
  private mutating func pruneEmbedded(_ value: Value, _ schema: Schema, at path: String) -> Value {
    guard case .object(let object) = value else { return value }
    var rest = object
    var kept = Object()
    for name in ["apiVersion", "kind", "metadata"] {
      if let field = rest.removeValue(forKey: name) { kept[name] = field }
    }
    for (name, field) in prune(rest, schema, at: path) { kept[name] = field }
    return .object(kept)
  }

  private static func join(_ path: String, _ name: String) -> String {
    path.isEmpty ? name : "\(path).\(name)"
  }
}
