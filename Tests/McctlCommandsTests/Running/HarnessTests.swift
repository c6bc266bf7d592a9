import Documents
import FoundationEssentials
import Synchronization
import Terminal
import Testing
import Workflows

@testable import McctlCommands

/// Interruptions that a test sends.
final class ScriptedInterruptions: InterruptionSource {
  private let stream: AsyncStream<Interruption>
  private let continuation: AsyncStream<Interruption>.Continuation

  init() {
    (stream, continuation) = AsyncStream.makeStream()
  }

  func requests() -> AsyncStream<Interruption> { stream }

  func send(_ interruption: Interruption) { continuation.yield(interruption) }
}

@Suite("Running a command")
struct HarnessTests {
  static func race(_ trial: Trial) throws -> CommandRace {
    let invocation = trial.invocation()
    let reporter = try Reporter(
      operation: "test", settings: ReportingSettings(progress: .none), invocation: invocation)
    return CommandRace(invocation: invocation, reporter: reporter)
  }

  static let done = CommandOutcome(document: [:], human: .nothing)

  @Test(
    "a signal cancels the work, whose ending is told as stopped", arguments: Interruption.allCases)
  func interrupted(interruption: Interruption) async throws {
    let source = ScriptedInterruptions()
    let race = try Self.race(Trial(interruptions: source))
    let ending = await race.run {
      source.send(interruption)
      try await Task.sleep(for: .seconds(600))
      return Self.done
    }
    let failure = #expect(throws: CancellationError.self) { try ending.outcome() }
    let error = ending.error(for: try #require(failure))
    #expect(error.status == interruption.status)
    #expect(error.what == "stopped by \(interruption.name)")
    #expect(error.next.first?.contains("run the same command again") == true)
  }

  @Test("work that does not listen is left behind after a grace")
  func deaf() async throws {
    let source = ScriptedInterruptions()
    let race = try Self.race(Trial(interruptions: source))
    let release = Mutex<CheckedContinuation<Void, Never>?>(nil)
    let ending = await race.run {
      await withCheckedContinuation { continuation in
        release.withLock { $0 = continuation }
        source.send(.terminate)
      }
      return Self.done
    }
    #expect(CommandRace.grace < .seconds(1))
    #expect(ending.result == nil)
    #expect(ending.interruption == .terminate)
    release.withLock { $0?.resume() }
  }

  @Test("work that was through when the signal came has succeeded")
  func finished() async throws {
    let ending = CommandRace.Ending(result: .success(Self.done), interruption: .interrupt)
    #expect(try ending.outcome().status == .done)
  }

  @Test("of several parts, those that were stopped count as stopped")
  func partlyStopped() throws {
    var outcome = Self.done
    outcome.failures = [UserFacingError(.usage, status: .interrupted, what: "stopped")]
    outcome.status = .partial
    let ending = CommandRace.Ending(result: .success(outcome), interruption: .terminate)
    #expect(try ending.outcome().status == .terminated)
  }

  @Test("stopping a watch is its normal end: nothing is printed")
  func watch() {
    let ending = CommandRace.Ending(result: .failure(WatchStopped()), interruption: .interrupt)
    #expect(ending.isQuiet)
    let other = CommandRace.Ending(result: .failure(CancellationError()), interruption: .interrupt)
    #expect(!other.isQuiet)
  }

  @Test("a reader of standard output that is gone is no failure")
  func brokenPipe() async {
    let trial = Trial(
      output: RecordingSink(capacity: 0, failure: .brokenPipe(target: "standard output")))
    for words in [["version"], ["--help"], ["completion", "bash"]] {
      let result = await trial.run(words)
      #expect(result.status == 0)
      #expect(result.error == "")
    }
  }

  @Test("a full disk under standard output is told")
  func fullDisk() async {
    let failure = TerminalError.cannotWrite(
      target: "standard output", reason: "No space left on device")
    let trial = Trial(output: RecordingSink(capacity: 0, failure: failure))
    let result = await trial.run("version")
    #expect(result.status == 1)
    #expect(result.error.contains("cannot write to standard output"))
    #expect(result.error.contains("No space left on device"))
  }

  @Test("version touches neither kubeconfig nor network")
  func light() async {
    var trial = Trial()
    trial.environment["KUBECONFIG"] = "/nonexistent"
    let result = await trial.run("version", "-o", "json")
    #expect(result.status == 0)
    #expect(result.error == "")
  }
}
