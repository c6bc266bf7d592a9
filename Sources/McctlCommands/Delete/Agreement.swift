import Synchronization

/// What an operator has agreed to in this run. Work that a lost connection made begin anew does not ask again.
final class Agreement: Sendable {
  private let answers = Mutex<Set<String>>([])

  /// Shows and asks, unless the same has been agreed to; what the body throws declines it.
  func once(_ answer: String, _ body: () async throws -> Void) async throws {
    guard !answers.withLock({ $0.contains(answer) }) else { return }
    try await body()
    _ = answers.withLock { $0.insert(answer) }
  }
}
