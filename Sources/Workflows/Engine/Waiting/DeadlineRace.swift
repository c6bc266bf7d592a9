import OpenClusterManagement

extension Deadline {
  /// Runs `body` until it ends or the deadline passes. In the second case `body` is cancelled and
  /// ``DeadlinePassed`` is thrown with what `waitingFor` says at that moment.
  ///
  /// - Parameter onlyReads: whether nothing can have been changed by then.
  func race<Outcome: Sendable>(
    onlyReads: Bool = false, waitingFor fact: @escaping @Sendable () -> BlockingFact,
    _ body: @escaping @Sendable () async throws -> Outcome
  ) async throws -> Outcome {
    guard let remaining else { return try await body() }
    let budget = self.budget ?? remaining
    return try await withThrowingTaskGroup(of: Outcome.self) { group in
      group.addTask(operation: body)
      group.addTask {
        try await Task.sleep(for: remaining)
        throw DeadlinePassed(fact: fact(), budget: budget, onlyRead: onlyReads)
      }
      defer { group.cancelAll() }
      guard let outcome = try await group.next() else { throw CancellationError() }
      return outcome
    }
  }
}

/// The command's time ran out.
struct DeadlinePassed: WorkflowFailure {
  /// What it was waiting for.
  let fact: BlockingFact
  /// How long the whole command was given.
  let budget: Duration
  /// Whether nothing had been changed.
  var onlyRead = false

  var id: ErrorID { .timedOut }
  var category: ExitCategory { .timedOut }
  var what: String { "timed out after \(budget.spoken) waiting for \(fact.goal)" }
  var location: ClusterLocation? { fact.location }
  var why: String? {
    guard let since = fact.since else { return fact.reason }
    return "\(fact.reason) (since \(Timestamp.text(since)))"
  }
  var next: [String] {
    (fact.inspect.map { [$0] } ?? []) + [
      onlyRead
        ? "nothing was changed; if the server is only slow, run it again with a longer --timeout"
        : "what was started goes on in the cluster; run the same command again to go on waiting"
    ]
  }
}
