import Documents

/// Merging of applied configurations into objects, and taking fields out again.
enum FieldMerge {
  /// The object with the fields of a configuration in it; lists known by keys or values are merged
  /// element by element, everything else is replaced.
  static func merge(_ object: Value, with applied: Value, _ schema: Schema) -> Value {
    switch (FieldStructure(object, schema), FieldStructure(applied, schema)) {
    case (.members(var members), .members(let wanted)):
      for (name, value) in wanted {
        let present = members[name]
        members[name] = present.map { merge($0, with: value, schema.field(name) ?? .any) } ?? value
      }
      return .object(members)
    case (.elements(let present), .elements(let wanted)):
      return .array(mergeElements(present, wanted, schema))
    default: return applied
    }
  }

  private static func mergeElements(
    _ present: [(step: FieldStep, value: Value)], _ wanted: [(step: FieldStep, value: Value)],
    _ schema: Schema
  ) -> [Value] {
    var result = present
    for (step, value) in wanted {
      if let index = result.firstIndex(where: { $0.step == step }) {
        result[index].value = merge(result[index].value, with: value, schema.below(step))
      } else {
        result.append((step: step, value: value))
      }
    }
    return ordered(result, like: wanted.map(\.step)).map(\.value)
  }

  /// Puts the wanted elements in their order, in the places that such elements have now.
  private static func ordered(
    _ elements: [(step: FieldStep, value: Value)], like order: [FieldStep]
  ) -> [(step: FieldStep, value: Value)] {
    let wanted = Set(order)
    let byStep = Dictionary(
      elements.map { ($0.step, $0) }, uniquingKeysWith: { first, _ in first })
    var queue = order.compactMap { byStep[$0] }[...]
    return elements.map { element in
      guard wanted.contains(element.step), let next = queue.popFirst() else { return element }
      return next
    }
  }

  /// The object without a set of fields. An object that is in the set itself goes too once nothing
  /// is left in it.
  static func remove(_ fields: FieldSet, from object: Value, _ schema: Schema) -> Value {
    switch FieldStructure(object, schema) {
    case .leaf: return object
    case .members(var members):
      for step in fields.steps {
        guard case .field(let name) = step, let value = members[name] else { continue }
        members[name] = removed(step, value, fields, schema)
      }
      return .object(members)
    case .elements(let elements):
      return .array(
        elements.compactMap { step, value in
          fields.steps.contains(step) ? removed(step, value, fields, schema) : value
        })
    }
  }

  /// What is left of a value when the fields are taken out; nil when nothing is.
  private static func removed(
    _ step: FieldStep, _ value: Value, _ fields: FieldSet, _ schema: Schema
  ) -> Value? {
    let below = schema.below(step)
    let rest = remove(fields.below(step), from: value, below)
    guard fields.members.contains(step) else { return rest }
    switch FieldStructure(rest, below) {
    case .leaf: return nil
    case .members(let members):
      let isKeyed: Bool = if case .key = step { true } else { false }
      return members.isEmpty || isKeyed ? nil : rest
    case .elements(let elements): return elements.isEmpty ? nil : rest
    }
  }
}
