import Terminal
import Workflows

/// Runs a command until it ends, or until a signal and a short grace have passed.
struct CommandRace {
  /// How a command ended.
  struct Ending {
    /// What it returned or threw; nil when it did not end within the grace.
    let result: Result<CommandOutcome, any Error>?
    /// The signal that came meanwhile.
    let interruption: Interruption?

    /// The outcome; throws what the command threw, or that it was stopped.
    ///
    /// A command that had done everything when the signal came has succeeded; one with parts missing was stopped.
    func outcome() throws -> CommandOutcome {
      guard let result else { throw CancellationError() }
      var outcome = try result.get()
      let isIncomplete = !outcome.failures.isEmpty || outcome.status == .partial
      if let interruption, isIncomplete { outcome.status = interruption.status }
      return outcome
    }

    /// What is told about an error: after a signal, that it was stopped, and what had been done by then.
    func error(for error: any Error) -> UserFacingError {
      var failure = UserFacingError(mapping: error)
      guard let interruption else { return failure }
      failure = .stopped(by: interruption, during: failure)
      return failure
    }

    /// Stopping what only watches is the normal end of it.
    var isQuiet: Bool {
      guard interruption != nil, case .failure(let error) = result else { return false }
      return error is WatchStopped
    }
  }

  private enum Signal: Sendable {
    case ended(Result<CommandOutcome, any Error>)
    case interrupted(Interruption)
    case graceIsOver
  }

  /// How long a command may take to end after a signal.
  static let grace: Duration = .milliseconds(800)

  let invocation: Invocation
  let reporter: Reporter

  /// Runs the work in a task that a signal cancels.
  ///
  /// The task is not part of a task group on purpose: work that does not react to cancellation must not keep the
  /// process alive after the grace.
  func run(
    _ work: @escaping @Sendable () async throws -> CommandOutcome
  ) async -> Ending {
    let (signals, continuation) = AsyncStream<Signal>.makeStream()
    let running = Task {
      do {
        continuation.yield(.ended(.success(try await work())))
      } catch {
        continuation.yield(.ended(.failure(error)))
      }
    }
    let listening = Task { [invocation] in
      for await request in invocation.interruptions.requests() {
        continuation.yield(.interrupted(request))
      }
    }
    let ticking = Task { [reporter] in await keepTicking(reporter.renderer) }
    defer {
      listening.cancel()
      ticking.cancel()
    }
    return await firstEnding(signals, continuation, running)
  }

  private func firstEnding(
    _ signals: AsyncStream<Signal>, _ continuation: AsyncStream<Signal>.Continuation,
    _ running: Task<Void, Never>
  ) async -> Ending {
    var interruption: Interruption?
    for await signal in signals {
      switch signal {
      case .ended(let result):
        return Ending(result: result, interruption: interruption)
      case .interrupted(let request):
        interruption = interruption ?? request
        running.cancel()
        Task {
          try? await Task.sleep(for: Self.grace)
          continuation.yield(.graceIsOver)
        }
      case .graceIsOver:
        return Ending(result: nil, interruption: interruption)
      }
    }
    return Ending(result: nil, interruption: interruption)
  }
}

/// Thrown by a command that watches for ever, when it is cancelled.
struct WatchStopped: Error {}
