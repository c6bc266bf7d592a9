import Documents
import Synchronization

/// The objects of one cluster with one counter of revisions, as etcd is for an API server.
final class ObjectStore: Sendable {
  /// What a write expects to find; anything else makes it fail.
  enum Expectation: Sendable {
    case absent
    case revision(UInt64)
  }

  /// The storage did not hold what a write expected.
  struct Mismatch: Error {
    /// What is stored instead; nil when there is no object.
    let current: StoredObject?
  }

  /// The changes asked for are no longer known.
  struct Compacted: Error {
    /// The oldest revision from which changes are known.
    let oldest: UInt64
  }

  /// The objects of a list and the revision at which they were so.
  struct Snapshot: Sendable {
    let objects: [StoredObject]
    let revision: UInt64
  }

  private struct State {
    var tables: [ResourceKey: ObjectTable] = [:]
    var revision: UInt64 = 1
    var history: History
    var watchers: [UInt64: Watcher] = [:]
    var nextWatcher: UInt64 = 0
  }

  private struct Watcher {
    let resource: ResourceKey
    let continuation: AsyncStream<StoreSignal>.Continuation
  }

  private let state: Mutex<State>

  /// - Parameter historyCapacity: how many changes are kept at least for watches to resume from.
  init(historyCapacity: Int = 20_000) {
    state = Mutex(State(history: History(capacity: historyCapacity)))
  }

  /// The revision of the latest write.
  var revision: UInt64 { state.withLock { $0.revision } }

  /// The current state of an object.
  func object(_ resource: ResourceKey, _ key: ObjectKey) -> StoredObject? {
    state.withLock { $0.tables[resource]?[key] }
  }

  /// All objects of a resource in a namespace, or in all when it is nil.
  func list(_ resource: ResourceKey, namespace: String?) -> Snapshot {
    state.withLock {
      Snapshot(
        objects: $0.tables[resource]?.all(in: namespace) ?? [], revision: $0.revision)
    }
  }

  /// The objects of a resource as they were at a revision.
  func list(_ resource: ResourceKey, namespace: String?, at revision: UInt64) throws(Compacted)
    -> Snapshot
  {
    let (current, changes) = try changes(of: resource, after: revision)
    var table = current
    for change in changes.reversed() { table.set(change.previous, at: change.object.key) }
    return Snapshot(objects: table.all(in: namespace), revision: revision)
  }

  /// The changes of some resources after a revision, in order, and the revision up to which they are all.
  func changes(of resources: Set<ResourceKey>, after revision: UInt64) throws(Compacted)
    -> (events: [StoreEvent], revision: UInt64)
  {
    try state.withLock { state throws(Compacted) in
      guard revision >= state.history.compacted else {
        throw Compacted(oldest: state.history.compacted)
      }
      return (state.history.changes(of: resources, after: revision), state.revision)
    }
  }

  /// Creates or replaces an object, and returns it with its new revision.
  @discardableResult
  func put(
    _ resource: ResourceKey, _ key: ObjectKey, _ value: Value, expecting: Expectation
  ) throws(Mismatch) -> StoredObject {
    try state.withLock { state throws(Mismatch) in
      let current = state.tables[resource]?[key]
      try Self.check(current, expecting)
      let object = Self.next(&state, key, value)
      state.tables[resource, default: ObjectTable()].set(object, at: key)
      let change: StoreEvent.Change = current == nil ? .added : .modified
      Self.announce(
        StoreEvent(change: change, resource: resource, object: object, previous: current), &state)
      return object
    }
  }

  /// Deletes an object, and returns its last state with the revision of the delete.
  ///
  /// - Parameter last: the last state as watches shall see it.
  @discardableResult
  func remove(
    _ resource: ResourceKey, _ key: ObjectKey, last: Value, expecting revision: UInt64
  ) throws(Mismatch) -> StoredObject {
    try state.withLock { state throws(Mismatch) in
      let current = state.tables[resource]?[key]
      try Self.check(current, .revision(revision))
      let object = Self.next(&state, key, last)
      state.tables[resource]?.set(nil, at: key)
      Self.announce(
        StoreEvent(change: .deleted, resource: resource, object: object, previous: current),
        &state)
      return object
    }
  }

  /// Starts to watch a resource from the present. The watch lasts until ``endWatch(_:)``.
  ///
  /// - Returns: the objects of all namespaces at the start, and every later change.
  func watch(_ resource: ResourceKey) -> (Snapshot, StoreWatch) {
    state.withLock { state in
      let snapshot = Snapshot(
        objects: state.tables[resource]?.all(in: nil) ?? [], revision: state.revision)
      return (snapshot, addWatcher(resource, &state, replay: []))
    }
  }

  /// Starts to watch a resource with the changes after a revision. The watch lasts until
  /// ``endWatch(_:)``.
  func watch(_ resource: ResourceKey, after revision: UInt64) throws(Compacted) -> StoreWatch {
    try state.withLock { state throws(Compacted) in
      guard revision >= state.history.compacted else {
        throw Compacted(oldest: state.history.compacted)
      }
      let replay = state.history.changes(of: [resource], after: revision)
      return addWatcher(resource, &state, replay: replay)
    }
  }

  /// Sends a watch the revision up to which it has seen everything.
  func reportProgress(to watch: UInt64) {
    state.withLock { state in
      _ = state.watchers[watch]?.continuation.yield(.progress(state.revision))
    }
  }

  /// Ends a watch: its stream finishes after what was sent.
  func endWatch(_ id: UInt64) {
    let watcher = state.withLock { $0.watchers.removeValue(forKey: id) }
    watcher?.continuation.finish()
  }

  /// Ends the watches of a resource, or every watch when it is nil.
  func endWatches(of resource: ResourceKey? = nil) {
    let ended = state.withLock { state in
      let ids = state.watchers.filter { resource == nil || $0.value.resource == resource }.keys
      return ids.compactMap { state.watchers.removeValue(forKey: $0) }
    }
    for watcher in ended { watcher.continuation.finish() }
  }

  /// Forgets the history, so that older watches and continue tokens answer 410.
  func compact() {
    state.withLock { $0.history.compact(through: $0.revision) }
  }

  private func changes(of resource: ResourceKey, after revision: UInt64) throws(Compacted)
    -> (ObjectTable, [StoreEvent])
  {
    try state.withLock { state throws(Compacted) in
      guard revision >= state.history.compacted else {
        throw Compacted(oldest: state.history.compacted)
      }
      let table = state.tables[resource] ?? ObjectTable()
      return (table, state.history.changes(of: [resource], after: revision))
    }
  }

  private func addWatcher(_ resource: ResourceKey, _ state: inout State, replay: [StoreEvent])
    -> StoreWatch
  {
    let (stream, continuation) = AsyncStream<StoreSignal>.makeStream()
    for event in replay { continuation.yield(.event(event)) }
    state.nextWatcher += 1
    let id = state.nextWatcher
    state.watchers[id] = Watcher(resource: resource, continuation: continuation)
    return StoreWatch(id: id, signals: stream)
  }

  private static func check(_ current: StoredObject?, _ expectation: Expectation) throws(Mismatch) {
    switch expectation {
    case .absent: if current != nil { throw Mismatch(current: current) }
    case .revision(let revision):
      if current?.revision != revision { throw Mismatch(current: current) }
    }
  }

  private static func next(_ state: inout State, _ key: ObjectKey, _ value: Value) -> StoredObject {
    state.revision += 1
    var value = value
    value.set(.string(String(state.revision)), at: "metadata", "resourceVersion")
    return StoredObject(key: key, value: value, revision: state.revision)
  }

  // Watchers are woken under the lock, which keeps changes in order. So nothing that runs when a task is
  // cancelled may take it: waking a task and cancelling it exclude each other inside the runtime.
  private static func announce(_ event: StoreEvent, _ state: inout State) {
    state.history.append(event)
    for watcher in state.watchers.values where watcher.resource == event.resource {
      watcher.continuation.yield(.event(event))
    }
  }
}

/// A running watch of the storage.
struct StoreWatch: Sendable {
  let id: UInt64
  let signals: AsyncStream<StoreSignal>
}
