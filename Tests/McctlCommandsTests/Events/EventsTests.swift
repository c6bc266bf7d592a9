import Documents
import FoundationEssentials
import KubernetesClient
import Terminal
import Testing
import Workflows

@testable import McctlCommands

@Suite("Events")
struct EventsTests {
  static let step = StepSummary(
    id: "agent", title: "install the agent", location: ErrorLayoutTests.hub, changes: [])

  static func event(_ kind: Event.Kind, step: StepSummary? = step, subject: String = "edge-7")
    -> Event
  {
    Event(time: Trial.now, operation: "import", subject: subject, step: step, kind: kind)
  }

  @Test("every kind of event, as it is written")
  func schema() throws {
    let fact = BlockingFact(
      goal: "the request", reason: "ImagePullBackOff", location: ErrorLayoutTests.hub,
      since: Trial.now, inspect: "kubectl get pods")
    let events: [Event] = [
      Self.event(.planned([Self.step]), step: nil), Self.event(.started),
      Self.event(.progress("14 of 20 objects")), Self.event(.waitingOn(fact)),
      Self.event(.done(StepResult(.done, message: "20 objects", writes: 20))),
      Self.event(.done(StepResult(.skipped, message: "dry run"))),
      Self.event(.warning("old API"), step: nil),
      Self.event(.failed(WorkflowError(id: .forbidden, category: .authentication, what: "no"))),
      Self.event(.finished(["name": "edge-7"]), step: nil),
    ]
    let lines = events.map { JSON.text($0.document) + "\n" }.joined()
    try Golden.compare(lines, with: "events/kinds.jsonl")
  }

  @Test("a run's events begin with begin and end with result")
  func wholeRun() async throws {
    let result = await Trial().run("version", "--events", "-")
    let events = try result.output.split(separator: "\n").map { try JSON.decode(String($0)) }
    #expect(events.map { $0["event"] } == ["begin", "result"])
    #expect(events.allSatisfy { $0["v"] == 1 && $0["operation"] == "version" && $0["time"] != nil })
    #expect(events.last?.at("result", "client", "version") == .string(ProgramVersion.current))
    #expect(events.last?["exitCode"] == 0)
  }

  @Test("a failure is in the last event, too")
  func failedRun() async throws {
    let result = await Trial().run("status", "--events", "-", "--kubeconfig", "/nonexistent")
    let events = try result.output.split(separator: "\n").map { try JSON.decode(String($0)) }
    #expect(events.last?["event"] == "result")
    #expect(events.last?["exitCode"] == 1)
    #expect(events.last?["errors"]?[0]?["id"] == "kubeconfig.missing")
    #expect(result.error.contains("kubeconfig.missing"))
  }

  @Test(
    "a file that cannot be written is an error before any server is asked",
    arguments: [
      "/dev/full", "/nonexistent-directory/events.jsonl",
    ])
  func unwritable(path: String) async throws {
    let kubeconfig = try KubeconfigFile()
    let hub = FakeCluster()
    let trial = Trial(clusters: ["hub": hub])
    let result = await trial.run("status", "--events", path, "--kubeconfig", kubeconfig.path)
    #expect(result.status == 1)
    #expect(result.error.contains("events.unwritable"))
    #expect(result.error.contains(path))
    #expect(result.output == "")
    #expect(hub.requests.isEmpty)
  }

  @Test("a disk that fills up later stops the work and is told")
  func fullLater() throws {
    let sink = RecordingSink(
      capacity: 400, failure: .cannotWrite(target: "e.jsonl", reason: "No space left on device"))
    let log = EventLog(sink: sink, target: "e.jsonl")
    let event = Self.event(.progress(String(repeating: "x", count: 150))).document
    try log.write(event)
    #expect(throws: EventLogFailure.self) { try log.write(event) }
    #expect(sink.text.split(separator: "\n").count == 1)
  }

  @Test("a reader that is gone stops nothing")
  func brokenPipe() throws {
    let sink = RecordingSink(capacity: 0, failure: .brokenPipe(target: "events"))
    let log = EventLog(sink: sink, target: "-")
    try log.write(["event": "begin"])
    try log.write(["event": "result"], isLast: true)
    #expect(sink.text == "")
  }

  @Test("nothing comes after the last event")
  func last() throws {
    let sink = RecordingSink()
    let log = EventLog(sink: sink, target: "-")
    try log.write(["event": "result"], isLast: true)
    try log.write(["event": "progress"])
    #expect(sink.text == "{\"event\":\"result\"}\n")
  }

  @Test("what events become in the checklist")
  func progress() {
    let id = "import/edge-7/agent"
    let changes = [
      Self.event(.planned([Self.step]), step: nil), Self.event(.started),
      Self.event(.progress("half")),
      Self.event(.waitingOn(BlockingFact(goal: "g", reason: "why"))),
      Self.event(.done(StepResult(.unchanged))),
      Self.event(.done(StepResult(.skipped, message: "dry run"))),
      Self.event(.failed(WorkflowError(id: .forbidden, category: .authentication, what: "no"))),
      Self.event(.warning("w")), Self.event(.finished([:]), step: nil),
    ].flatMap(ProgressChange.changes)
    #expect(
      changes == [
        .planned(id: id, group: "edge-7", title: "install the agent"),
        .started(id: id, group: "edge-7", title: "install the agent"),
        .noted(id: id, note: "half"), .waiting(id: id, fact: "why"),
        .finished(id: id, outcome: .done, note: "unchanged"),
        .finished(id: id, outcome: .skipped, note: "dry run"),
        .finished(id: id, outcome: .failed, note: nil),
      ])
  }

  @Test("-v1 tells what each step will change")
  func verbosity() {
    let change = PlannedChange(
      location: ErrorLayoutTests.hub, object: ObjectReference(type: .namespaces, name: "edge-7"),
      action: .create)
    let step = StepSummary(
      id: "record", title: "t", location: ErrorLayoutTests.hub, changes: [change])
    let event = Self.event(.planned([step]), step: nil)
    #expect(EventLines(verbosity: 0).lines(for: event).isEmpty)
    #expect(
      EventLines(verbosity: 1).lines(for: event) == [
        "info: record: create Namespace edge-7 in hub (context hub, https://hub.example:6443)"
      ])
  }

  @Test("the documentation names every kind of event and every field")
  func documented() throws {
    let page = try String(
      contentsOf: Repository.root.appending(path: "docs/events.md"), encoding: .utf8)
    let recorded = try String(
      contentsOf: Repository.root.appending(
        path: "Tests/Fixtures/golden/commands/events/kinds.jsonl"),
      encoding: .utf8)
    for line in recorded.split(separator: "\n") {
      let event = try JSON.decode(String(line))
      let words = (event.object?.keys.map { $0 } ?? []) + [event["event"]?.string ?? ""]
      for word in words { #expect(page.contains("`\(word)`"), "\(word)") }
    }
  }
}
