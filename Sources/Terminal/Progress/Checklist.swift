/// The state of every step seen so far, kept from changes; it draws nothing and knows no terminal.
///
/// Times are durations since the command began.
struct Checklist {
  /// One step.
  struct Item: Hashable {
    enum State: Hashable {
      case pending
      case running
      case waiting(fact: String, since: Duration)
      case ended(ProgressOutcome)
    }

    let id: String
    let group: String?
    let title: String
    var state: State
    var note: String?
    var began: Duration?
    var ended: Duration?

    /// The step runs or waits.
    var isActive: Bool {
      switch state {
      case .running, .waiting: true
      case .pending, .ended: false
      }
    }

    /// How long it ran, or has been running.
    func elapsed(at now: Duration) -> Duration {
      began.map { (ended ?? now) - $0 } ?? .zero
    }
  }

  private(set) var items: [Item] = []
  private var positions: [String: Int] = [:]

  /// More than one cluster (or other group) takes part, so each line says which it is about.
  var hasSeveralGroups: Bool {
    Set(items.lazy.compactMap(\.group)).count > 1
  }

  /// The step with an id, nil before it was planned or started.
  func item(_ id: String) -> Item? {
    positions[id].map { items[$0] }
  }

  /// Takes a change in; changes of unknown steps are ignored.
  mutating func apply(_ change: ProgressChange, at now: Duration) {
    switch change {
    case .planned(let id, let group, let title):
      insert(Item(id: id, group: group, title: title, state: .pending))
    case .started(let id, let group, let title):
      insert(Item(id: id, group: group, title: title, state: .pending))
      update(id) { item in
        item.state = .running
        item.began = now
        item.ended = nil
      }
    case .noted(let id, let note):
      update(id) { item in
        item.state = .running
        item.note = note
      }
    case .waiting(let id, let fact):
      update(id) { $0.wait(for: fact, at: now) }
    case .finished(let id, let outcome, let note):
      update(id) { item in
        item.state = .ended(outcome)
        item.note = note
        item.ended = now
        item.began = item.began ?? now
      }
    }
  }

  /// The checklist after the end: what still runs has been stopped.
  func stopped(at now: Duration) -> Checklist {
    var stopped = self
    for item in items where item.isActive {
      stopped.apply(.finished(id: item.id, outcome: .failed, note: "stopped"), at: now)
    }
    return stopped
  }

  private mutating func insert(_ item: Item) {
    guard positions[item.id] == nil else { return }
    positions[item.id] = items.count
    items.append(item)
  }

  private mutating func update(_ id: String, _ change: (inout Item) -> Void) {
    guard let position = positions[id] else { return }
    change(&items[position])
  }
}

extension Checklist.Item {
  /// A fact seen again keeps the moment since when it has held.
  fileprivate mutating func wait(for fact: String, at now: Duration) {
    if case .waiting(fact, _) = state { return }
    state = .waiting(fact: fact, since: now)
    began = began ?? now
  }
}
