import Documents

/// The fields of an object that a field manager set by an earlier apply, as `metadata.managedFields`
/// keeps them (FieldsV1). What was applied before and is not wanted any more is removed by the next
/// apply, which a plan has to foresee.
struct OwnedFields {
  private let tree: Value

  /// Reads what `manager` owns through `Apply`; nil when it never applied the object.
  init?(of object: Value, manager: String) {
    let entries = object.at("metadata", "managedFields")?.array ?? []
    let entry = entries.first {
      $0["manager"]?.string == manager && $0["operation"]?.string == "Apply"
        && $0["subresource"]?.string == nil
    }
    guard let tree = entry?["fieldsV1"] else { return nil }
    self.tree = tree
  }

  /// The object without the fields that are owned and not wanted.
  func pruning(_ object: Value, wanted: Value) -> Value {
    Self.prune(object, wanted: wanted, tree: tree)
  }

  private static func prune(_ object: Value, wanted: Value, tree: Value) -> Value {
    guard case .object(let branches) = tree else { return object }
    var result = object
    for (branch, subtree) in branches where branch.hasPrefix("f:") {
      let field = String(branch.dropFirst(2))
      guard let present = result[field] else { continue }
      if let wish = wanted[field] {
        result[field] = prune(present, wanted: wish, tree: subtree)
      } else if isLeaf(subtree) || ownsAll(of: present, tree: subtree) {
        result[field] = nil
      } else {
        result[field] = prune(present, wanted: .null, tree: subtree)
      }
    }
    return result
  }

  private static func isLeaf(_ tree: Value) -> Bool {
    tree.object?.isEmpty ?? true
  }

  /// True when no member of the present object lies outside the tree, so that it vanishes whole.
  private static func ownsAll(of present: Value, tree: Value) -> Bool {
    guard let members = present.object else { return true }
    return members.keys.allSatisfy { tree["f:\($0)"] != nil }
  }
}
