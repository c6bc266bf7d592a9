/// The keys that a controller has to look at: each waits at most once however often it is added.
actor WorkQueue {
  private var waiting: [String] = []
  private var members: Set<String> = []
  private var due: [String: ContinuousClock.Instant] = [:]
  private let wakeUps: AsyncStream<Void>
  private let wake: AsyncStream<Void>.Continuation
  private let delays: AsyncStream<(key: String, at: ContinuousClock.Instant)>
  private let delay: AsyncStream<(key: String, at: ContinuousClock.Instant)>.Continuation

  init() {
    (wakeUps, wake) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    (delays, delay) = AsyncStream.makeStream()
  }

  /// Adds a key to be handed out as soon as possible.
  func add(_ key: String) {
    due[key] = nil
    guard members.insert(key).inserted else { return }
    waiting.append(key)
    wake.yield()
  }

  /// Adds a key to be handed out after a while; an earlier appointment of the same key stands.
  func add(_ key: String, after wait: Duration) {
    let instant = ContinuousClock.now + wait
    if let earlier = due[key], earlier <= instant { return }
    due[key] = instant
    delay.yield((key, instant))
  }

  /// Hands every key to `work`, one after the other, until the task is cancelled.
  func drain(_ work: @Sendable (String) async -> Void) async {
    for await _ in wakeUps {
      while let key = take() {
        await work(key)
        if Task.isCancelled { return }
      }
    }
  }

  /// Adds the delayed keys when their time has come, until the task is cancelled.
  func keepAppointments() async {
    await withDiscardingTaskGroup { group in
      for await appointment in delays {
        group.addTask { [self] in
          try? await Task.sleep(until: appointment.at, clock: .continuous)
          await keep(appointment.key, appointment.at)
        }
      }
      group.cancelAll()
    }
  }

  private func keep(_ key: String, _ instant: ContinuousClock.Instant) {
    guard due[key] == instant, !Task.isCancelled else { return }
    add(key)
  }

  private func take() -> String? {
    guard !waiting.isEmpty else { return nil }
    let key = waiting.removeFirst()
    members.remove(key)
    return key
  }
}
