import Documents

/// One step of a path to a field, as `managedFields` names it (structured-merge-diff's
/// `PathElement`).
enum FieldStep: Sendable, Hashable {
  /// A member of an object.
  case field(String)
  /// The element of a list whose key fields have these values.
  case key(Object)
  /// The element of a set with this value.
  case value(Value)
  /// The element of a list at this place.
  case index(Int)

  /// Reads a key of `fieldsV1` such as `f:name`; nil for anything else.
  init?(encoded: String) {
    let rest = String(encoded.dropFirst(2))
    switch encoded.prefix(2) {
    case "f:": self = .field(rest)
    case "k:":
      guard let object = (try? JSON.decode(rest))?.object else { return nil }
      self = .key(object)
    case "v:":
      guard let value = try? JSON.decode(rest) else { return nil }
      self = .value(value)
    case "i:":
      guard let index = Int(rest) else { return nil }
      self = .index(index)
    default: return nil
    }
  }

  /// The step as a key of `fieldsV1`.
  var encoded: String {
    switch self {
    case .field(let name): "f:\(name)"
    case .key(let object): "k:\(JSON.text(.object(object), sortedKeys: true))"
    case .value(let value): "v:\(JSON.text(value))"
    case .index(let index): "i:\(index)"
    }
  }

  /// The step as messages about conflicts show it.
  var shown: String {
    switch self {
    case .field(let name): ".\(name)"
    case .key(let object):
      "["
        + object.sorted().map { "\($0.key)=\(JSON.text($0.value))" }.joined(separator: ",") + "]"
    case .value(let value): "[=\(JSON.text(value))]"
    case .index(let index): "[\(index)]"
    }
  }
}

extension FieldStep: Comparable {
  /// The order in which `fieldsV1` lists steps: fields, keys, values, places.
  static func < (a: FieldStep, b: FieldStep) -> Bool {
    if case .index(let a) = a, case .index(let b) = b { return a < b }
    return (a.rank, a.encoded) < (b.rank, b.encoded)
  }

  private var rank: Int {
    switch self {
    case .field: 0
    case .key: 1
    case .value: 2
    case .index: 3
    }
  }
}
