/// Limits on how long something may take.
struct Deadlines: Sendable {
  /// The longest quiet; nil for any.
  var idle: Duration?
  /// The longest time in all; nil for any.
  var total: Duration?

  /// Runs the body within the limits; when one is over, the body is cancelled, and the error says which.
  func hold<R: Sendable>(
    host: String, clock: ActivityClock, idlePhase: RemoteHostError.TimeoutPhase = .idle,
    _ body: @escaping @Sendable () async throws -> R
  ) async throws -> R {
    let (idle, total) = (idle, total)
    guard idle != nil || total != nil else { return try await body() }
    return try await withThrowingTaskGroup(of: R?.self) { group in
      group.addTask { try await body() }
      if let idle {
        group.addTask {
          while clock.quiet < idle { try await Task.sleep(for: idle - clock.quiet) }
          throw RemoteHostError.timedOut(host: host, phase: idlePhase, after: idle)
        }
      }
      if let total {
        group.addTask {
          try await Task.sleep(for: total)
          throw RemoteHostError.timedOut(host: host, phase: .total, after: total)
        }
      }
      defer { group.cancelAll() }
      guard let first = try await group.next(), let result = first else {
        throw CancellationError()
      }
      return result
    }
  }
}
