import Documents

/// Who owns whom: every object seen, by uid, with the uids of its owners.
actor OwnershipGraph {
  /// Where an object is.
  struct Node: Sendable {
    let kind: Kind
    let namespace: String?
    let name: String
    let owners: [String]
    /// Whether the object asks for attention whatever its owners do.
    let isFinalizing: Bool
  }

  private var nodes: [String: Node] = [:]
  private var dependents: [String: Set<String>] = [:]

  /// Records a change and returns the uids that it makes worth a look.
  func observe(_ type: String, _ object: Value, kind: Kind) -> [String] {
    let uid = object.objectUID
    let formerOwners = forget(uid)
    guard type != "DELETED" else { return formerOwners + (dependents[uid] ?? []) }
    let owners = object.ownerReferences.compactMap { $0["uid"]?.string }
    let isFinalizing =
      object.isTerminating
      && !Set(object.finalizers).isDisjoint(with: [
        PropagationFinalizer.foreground, PropagationFinalizer.orphan,
      ])
    nodes[uid] = Node(
      kind: kind, namespace: object.objectNamespace, name: object.objectName, owners: owners,
      isFinalizing: isFinalizing)
    for owner in owners { dependents[owner, default: []].insert(uid) }
    if isFinalizing { return [uid] + (dependents[uid] ?? []) }
    // Owners that are no longer named may have waited for this.
    let left = formerOwners.filter { !owners.contains($0) }
    return owners.isEmpty ? left : left + [uid]
  }

  /// The object of that uid, when it exists as far as seen.
  func node(_ uid: String) -> Node? { nodes[uid] }

  /// The objects that name `uid` as an owner.
  func dependents(of uid: String) -> [(uid: String, node: Node)] {
    (dependents[uid] ?? []).compactMap { dependent in
      nodes[dependent].map { (dependent, $0) }
    }
  }

  /// Removes an object from the graph and returns the owners it had.
  private func forget(_ uid: String) -> [String] {
    guard let old = nodes.removeValue(forKey: uid) else { return [] }
    for owner in old.owners {
      dependents[owner]?.remove(uid)
      if dependents[owner]?.isEmpty == true { dependents[owner] = nil }
    }
    return old.owners
  }
}

/// The finalizers by which an API server records how a deletion propagates to dependents.
enum PropagationFinalizer {
  static let foreground = "foregroundDeletion"
  static let orphan = "orphan"
}
