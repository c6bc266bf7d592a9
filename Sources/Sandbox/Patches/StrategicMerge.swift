import Documents

/// Strategic merge patches of built-in kinds (`apimachinery/pkg/util/strategicpatch`).
enum StrategicMerge {
  /// The object that a patch makes of another.
  static func apply(_ patch: Value, to object: Value, _ schema: Schema) throws(APIFailure) -> Value
  {
    guard case .object(let changes) = patch, case .object(let members) = object else {
      throw .badRequest("error decoding patch: json: cannot unmarshal into map")
    }
    return .object(try merge(changes, into: members, schema))
  }

  private static let setElementOrder = "$setElementOrder/"
  private static let deleteFromList = "$deleteFromPrimitiveList/"

  private static func merge(_ patch: Object, into object: Object, _ schema: Schema)
    throws(APIFailure) -> Object
  {
    var patch = patch
    switch patch.removeValue(forKey: "$patch")?.string {
    case "replace": return patch
    case "delete": return Object()
    default: break
    }
    var object = object
    if let kept = patch.removeValue(forKey: "$retainKeys")?.strings {
      for key in object.keys where !kept.contains(key) { object.removeValue(forKey: key) }
    }
    for (key, value) in patch where key.hasPrefix(deleteFromList) {
      let name = String(key.dropFirst(deleteFromList.count))
      let rest = (object[name]?.array ?? []).filter { !(value.array ?? []).contains($0) }
      object[name] = .array(rest)
    }
    for (key, value) in patch where !key.hasPrefix("$") {
      object[key] = try merged(key, value, object[key], patch, schema.field(key) ?? .any)
    }
    for (key, order) in patch where key.hasPrefix(setElementOrder) {
      let name = String(key.dropFirst(setElementOrder.count))
      guard patch[name] == nil, let elements = object[name]?.array else { continue }
      object[name] = .array(
        ordered(elements, order.array ?? [], mergeKey: schema.field(name)?.content.patch.mergeKey))
    }
    return object
  }

  /// The new value of one member; nil when it goes.
  private static func merged(
    _ key: String, _ value: Value, _ present: Value?, _ patch: Object, _ schema: Schema
  ) throws(APIFailure) -> Value? {
    switch (value, present) {
    case (.null, _): return nil
    case (.object(let changes), .object(let members)?):
      return .object(try merge(changes, into: members, schema))
    case (.object(let changes), _):
      return .object(try merge(changes, into: Object(), schema))
    case (.array(let changes), _) where schema.content.patch.merges:
      let list = try mergeList(changes, into: present?.array ?? [], schema)
      let order = patch[setElementOrder + key]?.array
      return .array(
        order.map { ordered(list, $0, mergeKey: schema.content.patch.mergeKey) } ?? list)
    default: return value
    }
  }

  private static func mergeList(_ patch: [Value], into list: [Value], _ schema: Schema)
    throws(APIFailure) -> [Value]
  {
    guard let key = schema.content.patch.mergeKey else {
      return list + patch.filter { !list.contains($0) }
    }
    if patch.contains(where: { $0["$patch"]?.string == "replace" }) {
      return patch.filter { $0["$patch"] == nil }
    }
    var list = list
    for element in patch {
      guard let changes = element.object else { continue }
      guard let identity = changes[key] else {
        throw .badRequest("map: \(JSON.text(element)) does not contain declared merge key: \(key)")
      }
      if changes["$patch"]?.string == "delete" {
        list.removeAll { $0[key] == identity }
      } else if let index = list.firstIndex(where: { $0[key] == identity }),
        let members = list[index].object
      {
        list[index] = .object(try merge(changes, into: members, schema.content.items ?? .any))
      } else {
        list.append(.object(try merge(changes, into: Object(), schema.content.items ?? .any)))
      }
    }
    return list
  }

  /// Puts the elements that an order names in that order; others keep their places behind those
  /// they came after.
  private static func ordered(_ list: [Value], _ order: [Value], mergeKey: String?) -> [Value] {
    func identity(_ element: Value) -> Value { mergeKey.flatMap { element[$0] } ?? element }
    let wanted = order.map(identity)
    let places = Dictionary(
      wanted.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    var place = -1
    let keyed = list.enumerated().map { offset, element -> (Int, Int, Value) in
      place = places[identity(element)] ?? place
      return (place, offset, element)
    }
    return keyed.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
  }
}
