/// What differs between two values: as a list of changes for programs, as marked lines for people.
public enum Difference {
  /// Every place where the values differ, in the order of the later value with removed members
  /// first.
  ///
  /// Elements of arrays are paired by place after leaving out what both begin and end with alike.
  ///
  /// - Parameter showsSecrets: false masks them; that they differ stays visible.
  public static func changes(
    from before: Value, to after: Value, showsSecrets: Bool = false
  ) -> [Change] {
    let shown = showsSecrets ? (before, after) : Masking.masked(before: before, after: after)
    var changes: [Change] = []
    collect(from: shown.0, to: shown.1, path: [], into: &changes)
    return changes
  }

  private static func collect(
    from before: Value, to after: Value, path: [PathElement], into changes: inout [Change]
  ) {
    guard before != after else { return }
    switch (before, after) {
    case (.object(let old), .object(let new)):
      for (key, value) in old where new[key] == nil {
        changes.append(Change(path: path + [.key(key)], before: value, after: nil))
      }
      for (key, value) in new {
        if let previous = old[key] {
          collect(from: previous, to: value, path: path + [.key(key)], into: &changes)
        } else {
          changes.append(Change(path: path + [.key(key)], before: nil, after: value))
        }
      }
    case (.array(let old), .array(let new)):
      for pair in ElementPair.pairs(old, new) {
        collect(pair, path: path, into: &changes)
      }
    default:
      changes.append(Change(path: path, before: before, after: after))
    }
  }

  private static func collect(
    _ pair: ElementPair, path: [PathElement], into changes: inout [Change]
  ) {
    let path = path + [.index(pair.index)]
    if let before = pair.before, let after = pair.after {
      collect(from: before, to: after, path: path, into: &changes)
    } else {
      changes.append(Change(path: path, before: pair.before, after: pair.after))
    }
  }
}
