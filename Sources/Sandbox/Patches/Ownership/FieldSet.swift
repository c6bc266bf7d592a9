import Documents

/// A set of paths to fields, as a tree (structured-merge-diff's `fieldpath.Set`).
struct FieldSet: Sendable, Hashable {
  /// Steps that are themselves in the set.
  private(set) var members: Set<FieldStep> = []
  /// What is in the set below a step.
  private(set) var children: [FieldStep: FieldSet] = [:]

  var isEmpty: Bool { members.isEmpty && children.isEmpty }

  /// Adds a path; an empty one adds nothing.
  mutating func insert(_ path: [FieldStep]) { insert(path[...]) }

  private mutating func insert(_ path: ArraySlice<FieldStep>) {
    guard let first = path.first else { return }
    if path.count == 1 {
      members.insert(first)
    } else {
      children[first, default: FieldSet()].insert(path.dropFirst())
    }
  }

  /// What is in the set below a step.
  func below(_ step: FieldStep) -> FieldSet { children[step] ?? FieldSet() }

  /// Every step that leads to something in the set.
  var steps: Set<FieldStep> { members.union(children.keys) }

  func union(_ other: FieldSet) -> FieldSet {
    var result = self
    result.members.formUnion(other.members)
    for (step, child) in other.children { result.children[step] = below(step).union(child) }
    return result
  }

  func intersection(_ other: FieldSet) -> FieldSet {
    var result = FieldSet()
    result.members = members.intersection(other.members)
    for (step, child) in children {
      let common = child.intersection(other.below(step))
      if !common.isEmpty { result.children[step] = common }
    }
    return result
  }

  /// This set without the paths of another; paths below those stay.
  func subtracting(_ other: FieldSet) -> FieldSet {
    var result = FieldSet()
    result.members = members.subtracting(other.members)
    for (step, child) in children {
      let rest = child.subtracting(other.below(step))
      if !rest.isEmpty { result.children[step] = rest }
    }
    return result
  }

  /// This set without the paths of another and everything below them.
  func subtractingBelow(_ other: FieldSet) -> FieldSet {
    var result = FieldSet()
    result.members = members.subtracting(other.members)
    for (step, child) in children where !other.members.contains(step) {
      let rest = child.subtractingBelow(other.below(step))
      if !rest.isEmpty { result.children[step] = rest }
    }
    return result
  }

  /// This set with every object that has paths in the set below it, as owning a field in effect
  /// means to own that the object is there.
  var withParents: FieldSet {
    var result = self
    for (step, child) in children {
      if case .field = step { result.members.insert(step) }
      result.children[step] = child.withParents
    }
    return result
  }

  /// All paths, in order.
  var paths: [[FieldStep]] {
    steps.sorted().flatMap { step -> [[FieldStep]] in
      let own: [[FieldStep]] = members.contains(step) ? [[step]] : []
      return own + below(step).paths.map { [step] + $0 }
    }
  }
}

/// `fieldsV1`.
extension FieldSet {
  /// Reads a set; keys that are none are left out.
  init(fieldsV1 value: Value) {
    for (name, child) in value.object ?? Object() where name != "." {
      guard let step = FieldStep(encoded: name) else { continue }
      let object = child.object ?? Object()
      if object.isEmpty || object["."] != nil { members.insert(step) }
      let below = FieldSet(fieldsV1: child)
      if !below.isEmpty { children[step] = below }
    }
  }

  /// The set as `fieldsV1`.
  var fieldsV1: Value {
    var object = Object()
    for step in steps.sorted() {
      var inner = Object()
      if children[step] != nil, members.contains(step) { inner["."] = .object(Object()) }
      for (name, value) in below(step).fieldsV1.object ?? Object() { inner[name] = value }
      object[step.encoded] = .object(inner)
    }
    return .object(object)
  }
}
