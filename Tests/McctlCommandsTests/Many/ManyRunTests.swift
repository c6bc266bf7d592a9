import Documents
import FoundationEssentials
import Synchronization
import Terminal
import Testing
import Workflows

@testable import McctlCommands

@Suite("Many at a time")
struct ManyRunTests {
  /// Who is at work, and who was.
  final class Floor: Sendable {
    struct State {
      var present = 0
      var most = 0
      var begun: [String] = []
    }

    let state = Mutex(State())

    func enter(_ name: String) {
      state.withLock {
        $0.present += 1
        $0.most = max($0.most, $0.present)
        $0.begun.append(name)
      }
    }

    func leave() { state.withLock { $0.present -= 1 } }

    var begun: [String] { state.withLock(\.begun) }
    var most: Int { state.withLock(\.most) }
  }

  let floor = Floor()
  let error = RecordingSink()

  func context(events: String? = nil, verbosity: Int = 0) throws -> CommandContext {
    let invocation = Trial(error: error).invocation()
    let reporter = try Reporter(
      operation: "test",
      settings: ReportingSettings(events: events, progress: .plain, verbosity: verbosity),
      invocation: invocation)
    return CommandContext(
      invocation: invocation, reporter: reporter,
      printer: ResultPrinter(streams: invocation.streams, format: .table, color: .never))
  }

  static func done(_ name: String) -> CommandOutcome {
    CommandOutcome(document: ["name": .string(name), "outcome": "registered"], human: .nothing)
  }

  static let refusal = UserFacingError(.usage, status: .refused, what: "no rights")

  func run(
    _ run: ManyRun, _ names: [String],
    _ work: @escaping @Sendable (String) async throws -> Void
  ) async throws -> [ResultRow<CommandOutcome>] {
    try await run.run(names, name: { $0 }, tell: { $0.telling }) { [floor] name in
      floor.enter(name)
      defer { floor.leave() }
      try await work(name)
      return Self.done(name)
    }
  }

  @Test("never more at a time than was said, and the rows in the order of the input")
  func order() async throws {
    let names = (0..<40).map { "edge-\($0)" }
    let rows = try await run(ManyRun(context: try context(), parallel: 4), names) { name in
      // The first take longest.
      try await Task.sleep(for: .milliseconds(name.hasSuffix("0") ? 20 : 1))
    }
    #expect(rows.map(\.name) == names)
    #expect(floor.most <= 4)
    #expect(floor.most > 1)
  }

  @Test("one that fails keeps nobody; its row and its line say why")
  func failure() async throws {
    let rows = try await run(ManyRun(context: try context(), parallel: 2), ["a", "b", "c"]) {
      if $0 == "b" { throw Self.refusal }
    }
    #expect(rows.map { $0.failure?.what } == [nil, "no rights", nil])
    #expect(rows[1].failure?.subject == "b")
    #expect(error.text.contains("b: failed (0.0s): no rights\n"))
    #expect(error.text.contains("c: done (0.0s): registered\n"))
  }

  @Test("after so many failures no more are begun")
  func limit() async throws {
    let names = (0..<10).map { "edge-\($0)" }
    let run = ManyRun(context: try context(), parallel: 1, maxFailures: 2)
    let rows = try await self.run(run, names) { _ in throw Self.refusal }
    #expect(floor.begun == ["edge-0", "edge-1"])
    let skipped = rows.filter(\.isSkipped)
    #expect(skipped.count == 8)
    #expect(CommandOutcome(rows).status == .refused)
    #expect(
      error.text.contains("edge-9: skipped: not begun: 2 had failed, and --max-failures is 2"))
  }

  @Test(
    "a canary goes alone; when it fails no other is begun, and each says so",
    arguments: [false, true])
  func canary(fails: Bool) async throws {
    var run = ManyRun(context: try context(), parallel: 4)
    run.hasCanary = true
    let rows = try await self.run(run, ["a", "b", "c", "d"]) { [floor] name in
      guard name == "a" else { return }
      try await Task.sleep(for: .milliseconds(20))
      #expect(floor.begun == ["a"])
      if fails { throw Self.refusal }
    }
    #expect(Set(floor.begun) == (fails ? ["a"] : ["a", "b", "c", "d"]))
    #expect(rows.map(\.isSkipped) == [false, fails, fails, fails])
    let line = "d: skipped: not begun: the first one, a, has not come through"
    #expect(error.text.contains(line) == fails)
  }

  @Test("of a request that failed, its row says only why")
  func gist() {
    var failure = UserFacingError(
      id: "cluster.unreachable", status: .failed, what: "cannot list pods", why: "nobody listens")
    #expect(failure.gist == "nobody listens")
    failure.id = "wait.timed-out"
    #expect(failure.gist == "timed out: nobody listens")
    failure.id = "delete.needs-cluster"
    failure.what = "it needs the cluster"
    #expect(failure.gist == "it needs the cluster")
  }

  @Test("when it is stopped, those that run stop and the others are not begun")
  func cancelled() async throws {
    let context = try context()
    let task = Task {
      try await run(ManyRun(context: context, parallel: 2), ["a", "b", "c", "d"]) { _ in
        try await Task.sleep(for: .seconds(600))
      }
    }
    while floor.begun.count < 2 { try await Task.sleep(for: .milliseconds(1)) }
    task.cancel()
    let rows = try await task.value
    #expect(rows.map { $0.failure?.status } == [.interrupted, .interrupted, nil, nil])
    #expect(rows.map(\.isSkipped) == [false, false, true, true])
  }

  @Test("once the time is up no more are begun")
  func deadline() async throws {
    let run = ManyRun(context: try context(), parallel: 1, deadline: .after(.zero))
    let rows = try await self.run(run, ["a", "b"]) { _ in }
    #expect(floor.begun.isEmpty)
    #expect(rows.map(\.isSkipped) == [true, true])
    #expect(CommandOutcome(rows).status == .timedOut)
  }

  @Test("notes and warnings name the cluster they are about")
  func names() async throws {
    let context = try context()
    _ = try await run(ManyRun(context: context, parallel: 2), ["a", "b"]) { name in
      context.reporter.note("noted")
      context.reporter.warn("old API")
    }
    for line in ["b: noted\n", "warning: b: old API\n"] {
      #expect(error.text.contains(line))
    }
    context.reporter.note("after")
    #expect(error.text.hasSuffix("\nafter\n"))
  }

  @Test("each is an event as it ends, with its item of the result")
  func events() async throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "rows-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: file) }
    let context = try context(events: file.path(percentEncoded: false))
    _ = try await run(ManyRun(context: context, parallel: 1, maxFailures: 1), ["a", "b", "c"]) {
      if $0 == "b" { throw Self.refusal }
    }
    let text = try String(contentsOf: file, encoding: .utf8)
    let events = try text.split(separator: "\n").map { try JSON.decode(String($0)) }
    #expect(events.map { $0["event"] } == ["row", "row", "row"])
    #expect(events.map { $0["subject"] } == ["a", "b", "c"])
    #expect(events.map { $0["state"] } == ["done", "failed", "skipped"])
    #expect(events[0].at("result", "outcome") == "registered")
    #expect(events[1].at("result", "error", "id") == "usage")
  }

  @Test("one alone is as if there were no list, and a name that is there twice is done once")
  func single() async throws {
    let context = try context()
    let single = try await context.each(["a", "a"]) { [floor] name in
      floor.enter(name)
      return Self.done(name)
    }
    #expect(single.document["name"] == "a")
    #expect(floor.begun == ["a"])
    await #expect(throws: UserFacingError.self) {
      try await context.each(["a"]) { _ in throw Self.refusal }
    }
  }
}
