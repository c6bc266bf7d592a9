import Synchronization

/// Things that happened, for tests to wait for.
final class EventLog<Event: Sendable>: Sendable {
  private struct Waiter: Sendable {
    let id: Int
    let isWanted: @Sendable (Event) -> Bool
    let continuation: CheckedContinuation<Event, any Error>
  }

  private struct State {
    var events: [Event] = []
    var waiters: [Waiter] = []
    var lastID = 0
  }

  private let state = Mutex(State())

  /// Everything so far.
  var all: [Event] { state.withLock { $0.events } }

  func add(_ event: Event) {
    let served = state.withLock { state in
      state.events.append(event)
      let served = state.waiters.filter { $0.isWanted(event) }
      state.waiters.removeAll { $0.isWanted(event) }
      return served
    }
    for waiter in served { waiter.continuation.resume(returning: event) }
  }

  /// The first event of that kind, past or to come; throws when the test runs out of time.
  func first(_ isWanted: @escaping @Sendable (Event) -> Bool) async throws -> Event {
    let id = state.withLock { state in
      state.lastID += 1
      return state.lastID
    }
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        wait(Waiter(id: id, isWanted: isWanted, continuation: continuation))
        if Task.isCancelled { giveUp(id) }
      }
    } onCancel: {
      giveUp(id)
    }
  }

  private func wait(_ waiter: Waiter) {
    let known = state.withLock { state in
      let known = state.events.first(where: waiter.isWanted)
      if known == nil { state.waiters.append(waiter) }
      return known
    }
    if let known { waiter.continuation.resume(returning: known) }
  }

  private func giveUp(_ id: Int) {
    let waiters = state.withLock { state in
      defer { state.waiters.removeAll { $0.id == id } }
      return state.waiters.filter { $0.id == id }
    }
    for waiter in waiters { waiter.continuation.resume(throwing: CancellationError()) }
  }
}
