import Documents

/// Which fields differ between two states of an object (structured-merge-diff's `typed.Compare`).
struct FieldComparison: Sendable {
  private(set) var added = FieldSet()
  private(set) var modified = FieldSet()
  private(set) var removed = FieldSet()

  /// Compares two states; nil stands for an object that does not exist.
  init(_ old: Value?, _ new: Value?, _ schema: Schema) {
    compare(old, new, schema, at: [])
  }

  var isSame: Bool { added.isEmpty && modified.isEmpty && removed.isEmpty }

  private mutating func compare(
    _ old: Value?, _ new: Value?, _ schema: Schema, at path: [FieldStep]
  ) {
    guard old != nil || new != nil else { return }
    let oldStructure = old.map { FieldStructure($0, schema) }
    let newStructure = new.map { FieldStructure($0, schema) }
    switch (oldStructure, newStructure) {
    case (.members(let a)?, .members(let b)?) where !(a.isEmpty && b.isEmpty):
      compareMembers(a, b, schema, at: path)
    case (nil, .members(let b)?) where !b.isEmpty:
      note(nil, new, schema, at: path)
      compareMembers(Object(), b, schema, at: path)
    case (.members(let a)?, nil) where !a.isEmpty:
      note(old, nil, schema, at: path)
      compareMembers(a, Object(), schema, at: path)
    case (.elements(let a)?, .elements(let b)?) where !(a.isEmpty && b.isEmpty):
      compareElements(a, b, schema, at: path)
    case (nil, .elements(let b)?) where !b.isEmpty:
      note(nil, new, schema, at: path)
      compareElements([], b, schema, at: path)
    case (.elements(let a)?, nil) where !a.isEmpty:
      note(old, nil, schema, at: path)
      compareElements(a, [], schema, at: path)
    default: note(old, new, schema, at: path)
    }
  }

  private mutating func compareMembers(
    _ old: Object, _ new: Object, _ schema: Schema, at path: [FieldStep]
  ) {
    for (name, value) in old {
      compare(value, new[name], schema.field(name) ?? .any, at: path + [.field(name)])
    }
    for (name, value) in new where old[name] == nil {
      compare(nil, value, schema.field(name) ?? .any, at: path + [.field(name)])
    }
  }

  private mutating func compareElements(
    _ old: [(step: FieldStep, value: Value)], _ new: [(step: FieldStep, value: Value)],
    _ schema: Schema, at path: [FieldStep]
  ) {
    let before = Dictionary(
      old.map { ($0.step, $0.value) }, uniquingKeysWith: { first, _ in first })
    let after = Dictionary(new.map { ($0.step, $0.value) }, uniquingKeysWith: { first, _ in first })
    for (step, value) in before {
      compare(value, after[step], schema.below(step), at: path + [step])
    }
    for (step, value) in after where before[step] == nil {
      compare(nil, value, schema.below(step), at: path + [step])
    }
  }

  /// Takes note of a difference of the field itself. Structs that are always there in Go belong to
  /// nobody by themselves.
  private mutating func note(_ old: Value?, _ new: Value?, _ schema: Schema, at path: [FieldStep]) {
    if schema.content.isInline, (old ?? new)?.object != nil { return }
    switch (old, new) {
    case (nil, _?): added.insert(path)
    case (_?, nil): removed.insert(path)
    default: if old != new { modified.insert(path) }
    }
  }
}

extension FieldSet {
  /// The fields that somebody who applies an object claims (structured-merge-diff's `ToFieldSet`).
  init(appliedBy value: Value, _ schema: Schema) {
    collect(value, schema, at: [])
  }

  private mutating func collect(_ value: Value, _ schema: Schema, at path: [FieldStep]) {
    switch FieldStructure(value, schema) {
    case .leaf: insert(path)
    case .members(let object):
      for (name, member) in object {
        let here = path + [.field(name)]
        collect(member, schema.field(name) ?? .any, at: here)
        let isEmpty = member.isNull || member.object?.isEmpty == true
        if isEmpty || schema.property(name) == nil { insert(here) }
      }
    case .elements(let elements):
      for (step, element) in elements {
        collect(element, schema.below(step), at: path + [step])
        insert(path + [step])
      }
    }
  }
}
