import Documents
import FoundationEssentials
import KubernetesClient
import Testing

@testable import Workflows

/// An operation made of the given steps.
private struct Scripted: Workflow {
  struct Report: WorkflowReport { let document: Value }

  let operation = "test"
  let subject: String? = "c1"
  let steps: @Sendable (PlanningContext) async throws -> [Step]

  func plan(_ context: PlanningContext) async throws -> Plan<Report> {
    Plan(operation: operation, subject: subject, steps: try await steps(context)) { record in
      Report(document: ["changed": .array(record.changedSteps.map(Value.string))])
    }
  }
}

@Suite struct PlanRunnerTests {
  private let pair = Pair()
  private let config: Value = ["metadata": ["name": "x", "namespace": "ns"], "data": ["a": "1"]]

  private var ensuring: Scripted {
    Scripted { [config] context in
      [
        try await Step.ensuring(
          id: "one", title: "make it so",
          objects: [DesiredObject(type: .configMaps, value: config, method: .merge)],
          reconciler: context.hubReconciler())
      ]
    }
  }

  @Test(arguments: [RunMode.plan, .planWithDiff])
  func plansWithoutWriting(mode: RunMode) async throws {
    let result = try await pair.runner(mode).run(ensuring, on: pair.clusters)
    #expect(pair.hub.writes.isEmpty)
    #expect(result.plan.changes.map(\.action) == [.create])
    #expect(result.report == nil)
    #expect(result.plan.changes.first?.lines.isEmpty == (mode == .plan))
  }

  @Test func sendsDryRunsInThatMode() async throws {
    _ = try await pair.runner(.serverDryRun).run(ensuring, on: pair.clusters)
    #expect(pair.hub.writes.count == 1)
    #expect(pair.hub.writes.allSatisfy { $0.query.contains("dryRun=All") })
    #expect(pair.hub.object(.configMaps, "x", namespace: "ns") == nil)
  }

  @Test func writesOnceAndIsThenUnchanged() async throws {
    let first = try await pair.runner(.persist).run(ensuring, on: pair.clusters)
    #expect(first.report?.document == ["changed": ["make it so"]])
    let count = pair.hub.writes.count
    let second = try await pair.runner(.persist).run(ensuring, on: pair.clusters)
    #expect(second.plan.hasDifferences == false)
    #expect(pair.hub.writes.count == count)
  }

  @Test func refusesWhatIsNotPermitted() async throws {
    pair.hub.deny("create configmaps")
    let error = await #expect(throws: WorkflowError.self) {
      try await pair.runner(.persist).run(ensuring, on: pair.clusters)
    }
    #expect(error?.id == .notPermitted)
    #expect(error?.category == .authentication)
    #expect(error?.why?.contains("may not create configmaps in namespace ns") == true)
    #expect(pair.hub.writes.isEmpty)
  }

  @Test func marksWhatIsNotPermittedInAPlan() async throws {
    pair.hub.deny("create configmaps")
    let result = try await pair.runner(.plan).run(ensuring, on: pair.clusters)
    #expect(result.plan.changes.map(\.action) == [.notPermitted])
    #expect(result.plan.refusal?.id == .notPermitted)
    #expect(result.plan.refusal?.category == .authentication)
    #expect(pair.hub.writes.isEmpty)
  }

  @Test func tellsWhatWasDoneBeforeAFailure() async throws {
    let workflow = Scripted { context in
      let location = context.hubLocation
      return [
        Step(id: "a", title: "first", location: location, changes: []) { _ in
          StepResult(.done, writes: 1)
        },
        Step(id: "b", title: "second", location: location, changes: []) { _ in
          throw ClusterUnknown(name: "c9", hub: location)
        },
      ]
    }
    let sink = RecordingSink()
    let error = await #expect(throws: WorkflowError.self) {
      try await pair.runner(.persist, sink: sink).run(workflow, on: pair.clusters)
    }
    #expect(error?.id == .clusterNotFound)
    #expect(error?.done == ["first"])
    #expect(error?.step?.id == "b")
    #expect(sink.names == ["planned", "started", "done", "started", "failed"])
  }

  @Test func endsARunThatIsPending() async throws {
    let workflow = Scripted { context in
      [
        Step(id: "a", title: "a", location: context.hubLocation, changes: []) { _ in
          .pending("not yet", writes: 1)
        },
        Step(id: "b", title: "b", location: context.hubLocation, changes: []) { _ in
          Issue.record("a later step ran")
          return StepResult(.done)
        },
      ]
    }
    let result = try await pair.runner(.persist).run(workflow, on: pair.clusters)
    #expect(result.record.isPending)
    #expect(result.record.results.map(\.result.state) == [.done, .skipped])
  }

  @Test func stopsWhenEventsCannotBeWritten() async throws {
    struct Full: EventSink {
      struct DiskFull: Error {}
      func emit(_ event: Event) throws { throw DiskFull() }
    }
    let error = await #expect(throws: WorkflowError.self) {
      try await pair.runner(.persist, sink: Full()).run(ensuring, on: pair.clusters)
    }
    #expect(error?.id == .eventsUnwritable)
    #expect(pair.hub.writes.isEmpty)
  }

  @Test func namesTheBlockingFactOnTimeout() async throws {
    let fact = BlockingFact(
      goal: "the moon", reason: "it is behind a cloud", since: Pair.now, inspect: "look up")
    let passed = await #expect(throws: DeadlinePassed.self) {
      try await Deadline.after(.milliseconds(1)).race(waitingFor: { fact }) {
        try await Task.sleep(for: .seconds(3600))
      }
    }
    let error = WorkflowError(try #require(passed))
    #expect(error.id == .timedOut)
    #expect(error.category == .timedOut)
    #expect(error.what.contains("waiting for the moon"))
    #expect(error.why == "it is behind a cloud (since 2027-01-15T08:00:00Z)")
    #expect(error.next.first == "look up")
  }
}
