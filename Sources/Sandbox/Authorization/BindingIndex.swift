import Documents
import Synchronization

/// Who is bound to which role, by subject, kept up to date from the changes of the storage.
///
/// Every request is authorised, and a hub has a few bindings for every cluster: looking through all of
/// them each time would make a request of a big fleet many times as dear as one of a small fleet.
final class BindingIndex: Sendable {
  /// A binding and the subject of it that a user is.
  struct Entry: Sendable {
    /// The `ClusterRoleBinding` or `RoleBinding`.
    let binding: Value
    let subject: Value
    fileprivate let key: ObjectKey
    /// Which of the binding's subjects it is.
    fileprivate let position: Int
  }

  private struct Place: Hashable {
    /// Empty for bindings that hold everywhere.
    let namespace: String
    let subject: Subject
  }

  private enum Subject: Hashable {
    case user(String)
    case group(String)
  }

  private struct State {
    /// The changes up to this revision are in.
    var revision: UInt64 = 0
    var entries: [Place: [ObjectKey: Entry]] = [:]
    var rules: [UInt64: [RoleRule]] = [:]
  }

  private let store: ObjectStore
  private let state = Mutex(State())
  private static let resources: Set<ResourceKey> = [
    ResourceKey(group: Kind.clusterRoleBindings.group, plural: Kind.clusterRoleBindings.plural),
    ResourceKey(group: Kind.roleBindings.group, plural: Kind.roleBindings.plural),
  ]
  /// Roles whose rules are remembered at most; then all are forgotten, as most have changed.
  private static let ruleLimit = 4096

  init(store: ObjectStore) { self.store = store }

  /// The bindings of a user in order of their names: those that hold everywhere, then those of the namespace.
  func entries(of user: UserInfo, namespace: String?) -> [Entry] {
    let subjects = [Subject.user(user.name)] + user.groups.map(Subject.group)
    return state.withLock { state in
      update(&state)
      return [""].appending(namespace).flatMap { namespace in
        var first: [ObjectKey: Entry] = [:]
        for subject in subjects {
          let found = state.entries[Place(namespace: namespace, subject: subject)] ?? [:]
          first.merge(found) { $0.position <= $1.position ? $0 : $1 }
        }
        return first.values.sorted { $0.key < $1.key }
      }
    }
  }

  /// The rules of a stored role.
  func rules(of role: StoredObject) -> [RoleRule] {
    if let known = state.withLock({ $0.rules[role.revision] }) { return known }
    let rules = RoleRule.rules(of: role.value)
    state.withLock { state in
      if state.rules.count >= Self.ruleLimit { state.rules = [:] }
      state.rules[role.revision] = rules
    }
    return rules
  }

  private func update(_ state: inout State) {
    guard store.revision != state.revision else { return }
    do {
      let (events, revision) = try store.changes(of: Self.resources, after: state.revision)
      for event in events {
        if let previous = event.previous { Self.remove(previous, &state) }
        if event.change != .deleted { Self.add(event.object, &state) }
      }
      state.revision = revision
    } catch {
      rebuild(&state)
    }
  }

  /// Begins anew where the storage has forgotten what changed since.
  private func rebuild(_ state: inout State) {
    state.entries = [:]
    let snapshots = Self.resources.map { store.list($0, namespace: nil) }
    for object in snapshots.flatMap(\.objects) { Self.add(object, &state) }
    // What changed between the lists is put in once more: that does no harm.
    state.revision = snapshots.map(\.revision).min() ?? 0
  }

  private static func add(_ binding: StoredObject, _ state: inout State) {
    for (position, subject) in (binding.value["subjects"]?.array ?? []).enumerated() {
      guard let place = place(subject, home: binding.key.namespace) else { continue }
      if state.entries[place]?[binding.key] != nil { continue }
      state.entries[place, default: [:]][binding.key] = Entry(
        binding: binding.value, subject: subject, key: binding.key, position: position)
    }
  }

  private static func remove(_ binding: StoredObject, _ state: inout State) {
    for subject in binding.value["subjects"]?.array ?? [] {
      guard let place = place(subject, home: binding.key.namespace) else { continue }
      state.entries[place]?[binding.key] = nil
      if state.entries[place]?.isEmpty == true { state.entries[place] = nil }
    }
  }

  private static func place(_ subject: Value, home: String) -> Place? {
    let name = subject["name"]?.string ?? ""
    switch subject["kind"]?.string {
    case "User": return Place(namespace: home, subject: .user(name))
    case "Group": return Place(namespace: home, subject: .group(name))
    case "ServiceAccount":
      let account = ServiceAccountUser.info(
        namespace: subject["namespace"]?.string ?? home, name: name)
      return Place(namespace: home, subject: .user(account.name))
    default: return nil
    }
  }
}

extension [String] {
  fileprivate func appending(_ element: String?) -> [String] { element.map { self + [$0] } ?? self }
}
