import Documents

/// How a value is taken apart into fields that can be owned one by one.
enum FieldStructure: Sendable {
  /// Owned as a whole.
  case leaf
  /// An object whose members are owned one by one.
  case members(Object)
  /// A list whose elements are known by key fields or by value.
  case elements([(step: FieldStep, value: Value)])

  init(_ value: Value, _ schema: Schema) {
    switch value {
    case .object(let object) where !schema.content.isAtomic: self = .members(object)
    case .array(let elements):
      guard let steps = Self.steps(elements, schema) else {
        self = .leaf
        return
      }
      self = .elements(Array(zip(steps, elements)).map { (step: $0.0, value: $0.1) })
    default: self = .leaf
    }
  }

  /// The steps to the elements of a list; nil when the list is owned as a whole.
  static func steps(_ elements: [Value], _ schema: Schema) -> [FieldStep]? {
    switch schema.content.listType {
    case .atomic: return nil
    case .set: return elements.map(FieldStep.value)
    case .map(let keys):
      let items = schema.content.items ?? .any
      return elements.map { element in
        var identity = Object()
        for key in keys {
          identity[key] = element[key] ?? items.property(key)?.content.defaultValue
        }
        return .key(identity)
      }
    }
  }
}

extension Schema {
  /// The schema of what a step leads to.
  func below(_ step: FieldStep) -> Schema {
    switch step {
    case .field(let name): field(name) ?? .any
    case .key, .value, .index: content.items ?? .any
    }
  }
}
