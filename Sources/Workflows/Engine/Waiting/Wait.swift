import FoundationEssentials
import KubernetesClient

/// What a look at the watched objects says.
enum WaitVerdict<Outcome: Sendable>: Sendable {
  case satisfied(Outcome)
  case waiting(BlockingFact)
}

/// Waits, by list and watch, until the objects of several sources are as they should be. It knows
/// no time of its own: the deadline of the command ends it, with the latest blocking fact.
struct Wait<Outcome: Sendable>: Sendable {
  /// What is looked at.
  let sources: [WatchSource]
  /// Looks for the root cause by reading more than is watched; asked now and then, and preferred
  /// over what `check` says. Failures to look are not failures of the wait.
  var explain: (@Sendable () async throws -> BlockingFact?)?
  /// Judges the objects; called after every change, and every second.
  let check: @Sendable (WatchedObjects) async throws -> WaitVerdict<Outcome>

  private enum Signal: Sendable {
    case change(key: String, event: WatchEvent)
    case interrupted(key: String, WatchInterruption)
    case resumed(key: String)
    case tick(Int)
  }

  /// A root cause, and what it is the cause of.
  private struct Explanation: Sendable {
    let goal: String
    let cause: BlockingFact
  }

  /// Seconds between two reminders that the same thing is still being waited for.
  private let reminder = 10

  init(
    sources: [WatchSource], explain: (@Sendable () async throws -> BlockingFact?)? = nil,
    check: @escaping @Sendable (WatchedObjects) async throws -> WaitVerdict<Outcome>
  ) {
    self.sources = sources
    self.explain = explain
    self.check = check
  }

  /// Returns what the check was satisfied with; throws what it, or a source, throws.
  func run(_ context: StepContext) async throws -> Outcome {
    guard let outcome = try await run(context, patience: nil) else { throw CancellationError() }
    return outcome
  }

  /// As ``run(_:)``, but gives up after that many seconds and returns nil.
  func run(_ context: StepContext, patience: Int?) async throws -> Outcome? {
    let (signals, continuation) = AsyncThrowingStream<Signal, any Error>.makeStream()
    return try await withThrowingTaskGroup(of: Void.self) { group in
      defer { group.cancelAll() }
      for source in sources {
        group.addTask { await follow(source, continuation) }
      }
      group.addTask { await tick(continuation) }
      return try await judge(signals, context, patience)
    }
  }

  private func judge(
    _ signals: AsyncThrowingStream<Signal, any Error>, _ context: StepContext, _ patience: Int?
  ) async throws -> Outcome? {
    var objects = WatchedObjects()
    var told: BlockingFact?
    var explanation: Explanation?
    var outages = WatchOutages()
    for try await signal in signals {
      var second: Int?
      switch signal {
      case .change(let key, let event): objects.apply(event, to: key)
      case .interrupted(let key, let why): outages.interrupt(key, why, at: Date())
      case .resumed(let key): outages.resume(key)
      case .tick(let count): second = count
      }
      var cause: BlockingFact?
      if sources.allSatisfy({ objects.isListed($0.key) }) {
        switch try await look(at: objects, told) {
        case .satisfied(let outcome): return outcome
        case .waiting(let fact):
          let outage = outages.fact(goal: fact.goal)
          // Between two looks for the cause the one last found stands, as long as the goal is the same.
          if outage == nil, let second, second % 5 == 1 { explanation = try await explain(fact) }
          let explained = explanation.flatMap { $0.goal == fact.goal ? $0.cause : nil }
          cause = outage ?? explained ?? fact
        }
      } else {
        cause = outages.fact(goal: told?.goal)
      }
      guard let cause else { continue }
      let isDue = second.map { $0 > 0 && $0.isMultiple(of: reminder) } ?? false
      if cause != told || isDue { try context.waiting(on: cause) }
      told = cause
      if let patience, let second, second >= patience { return nil }
    }
    throw CancellationError()
  }

  /// A server that stumbles for a moment is no reason to give up.
  private func look(
    at objects: WatchedObjects, _ told: BlockingFact?
  ) async throws -> WaitVerdict<Outcome> {
    do {
      return try await check(objects)
    } catch let error as KubernetesError where error.isTransient {
      return .waiting(
        BlockingFact(
          goal: told?.goal ?? "an answer of \(error.context.connection)", reason: error.reason))
    }
  }

  private func explain(_ fact: BlockingFact) async throws -> Explanation? {
    do {
      return try await explain?().map { Explanation(goal: fact.goal, cause: $0) }
    } catch is CancellationError {
      throw CancellationError()
    } catch {
      return nil
    }
  }

  private func follow(
    _ source: WatchSource, _ signals: AsyncThrowingStream<Signal, any Error>.Continuation
  ) async {
    let key = source.key
    do {
      try await source.follow(
        onInterruption: { signals.yield(.interrupted(key: key, $0)) },
        onResumption: { signals.yield(.resumed(key: key)) }
      ) { signals.yield(.change(key: key, event: $0)) }
    } catch {
      signals.finish(throwing: error)
    }
  }

  private func tick(_ signals: AsyncThrowingStream<Signal, any Error>.Continuation) async {
    for count in 0... {
      signals.yield(.tick(count))
      do { try await Task.sleep(for: .seconds(1)) } catch { return }
    }
  }
}
