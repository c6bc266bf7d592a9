/// JSON merge patches (RFC 7386): objects merge member by member, null removes, all else replaces.
public enum MergePatch {
  /// The value that applying `patch` to `target` gives (RFC 7386, section 2).
  public static func apply(_ patch: Value, to target: Value) -> Value {
    guard case .object(let changes) = patch else { return patch }
    var result = target.object ?? Object()
    for (key, change) in changes {
      result[key] = change.isNull ? nil : apply(change, to: result[key] ?? .null)
    }
    return .object(result)
  }

  /// The smallest patch that turns `old` into `new`; nil when they are equal.
  ///
  /// A patch cannot set a member to null, so nulls in objects of `new` come out as absent members.
  public static func between(_ old: Value, _ new: Value) -> Value? {
    guard old != new else { return nil }
    guard case .object(let oldMembers) = old, case .object(let newMembers) = new else { return new }
    var patch = Object()
    for key in oldMembers.keys where newMembers[key] == nil {
      patch[key] = .null
    }
    for (key, value) in newMembers {
      if let previous = oldMembers[key] {
        if let change = between(previous, value) { patch[key] = change }
      } else {
        patch[key] = value
      }
    }
    return .object(patch)
  }
}
