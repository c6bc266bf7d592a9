/// The latest changes of the storage, from which watches resume and earlier lists are rebuilt.
struct History {
  /// How many changes are kept at least.
  private let capacity: Int
  private var events: [StoreEvent] = []
  /// Changes up to and including this revision are forgotten.
  private(set) var compacted: UInt64 = 0

  init(capacity: Int) { self.capacity = capacity }

  /// Adds a change; when twice the capacity is reached the older half is forgotten.
  mutating func append(_ event: StoreEvent) {
    events.append(event)
    guard events.count >= capacity * 2 else { return }
    compacted = events[capacity - 1].revision
    events.removeFirst(capacity)
  }

  /// Forgets every change up to a revision.
  mutating func compact(through revision: UInt64) {
    compacted = max(compacted, revision)
    events.removeAll { $0.revision <= compacted }
  }

  /// The changes of some resources after a revision, in order.
  func changes(of resources: Set<ResourceKey>, after revision: UInt64) -> [StoreEvent] {
    events[firstIndex(after: revision)...].filter { resources.contains($0.resource) }
  }

  private func firstIndex(after revision: UInt64) -> Int {
    var low = 0
    var high = events.count
    while low < high {
      let middle = (low + high) / 2
      if events[middle].revision <= revision { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
