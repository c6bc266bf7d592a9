import Documents

/// Predicts what an object looks like after a server-side apply: the wanted fields laid over the
/// present ones, everything else kept.
enum Overlay {
  /// Lists whose elements the API merges by a key instead of replacing the list as a whole
  /// (`x-kubernetes-list-map-keys` of the built-in workload types).
  private static let mapKeys: [String: String] = [
    "containers": "name", "initContainers": "name", "env": "name", "volumes": "name",
    "imagePullSecrets": "name", "volumeMounts": "mountPath", "ports": "containerPort",
  ]

  /// Lists to which anybody adds elements of his own (`x-kubernetes-list-type: set`).
  private static let sets: Set<String> = ["finalizers"]

  /// The present object with the wanted fields in place. Defaults that the server filled in within
  /// list elements stay, so that an object that was applied as wanted comes out equal to itself.
  static func laying(_ wanted: Value, over present: Value) -> Value {
    merged(wanted, present, list: nil)
  }

  private static func merged(_ wanted: Value, _ present: Value, list: String?) -> Value {
    switch (wanted, present) {
    case (.object(let wantedMembers), .object):
      var result = present
      for (key, member) in wantedMembers {
        if let existing = present[key] {
          result[key] = merged(member, existing, list: key)
        } else if !isVoid(member) {
          result[key] = member
        }
      }
      return result
    case (.array(let wantedElements), .array(let presentElements)):
      return .array(elements(wantedElements, presentElements, list: list))
    case (.null, _):
      return present
    default:
      return wanted
    }
  }

  private static func elements(_ wanted: [Value], _ present: [Value], list: String?) -> [Value] {
    if let key = list.flatMap({ mapKeys[$0] }) {
      return keyed(wanted, present, by: key)
    }
    if list.map(sets.contains) == true { return present + wanted.filter { !present.contains($0) } }
    guard wanted.count == present.count else { return wanted }
    return zip(wanted, present).map { merged($0, $1, list: nil) }
  }

  private static func keyed(_ wanted: [Value], _ present: [Value], by key: String) -> [Value] {
    var result = present
    for element in wanted {
      if let index = result.firstIndex(where: { $0[key] == element[key] }) {
        result[index] = merged(element, result[index], list: nil)
      } else {
        result.append(element)
      }
    }
    return result
  }

  /// Servers drop empty lists and objects, so wanting one is no wish.
  private static func isVoid(_ value: Value) -> Bool {
    switch value {
    case .null: true
    case .array(let elements): elements.isEmpty
    case .object(let members): members.isEmpty
    default: false
    }
  }
}
