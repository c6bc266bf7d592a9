import Documents

/// Fills in the defaults that schemas declare.
enum FieldDefaults {
  /// Returns the value with every missing field that has a default, at any depth of what is there.
  static func fill(_ value: Value, _ schema: Schema) -> Value {
    switch value {
    case .object(var object):
      for (name, field) in schema.content.properties {
        let present = object[name]
        if present == nil || (present?.isNull == true && !field.content.isNullable) {
          guard let value = field.content.defaultValue else { continue }
          object[name] = fill(value, field)
        } else if let present {
          object[name] = fill(present, field)
        }
      }
      if let values = schema.content.values {
        for (name, member) in object where schema.property(name) == nil {
          object[name] = fill(member, values)
        }
      }
      return .object(object)
    case .array(let elements):
      guard let items = schema.content.items else { return value }
      return .array(elements.map { fill($0, items) })
    default:
      return value
    }
  }
}
