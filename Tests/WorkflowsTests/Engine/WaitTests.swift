import Documents
import FoundationEssentials
import KubernetesClient
import Synchronization
import Testing

@testable import Workflows

@Suite struct WaitTests {
  private let pair = Pair()

  /// Runs a wait as the only step of an operation.
  private func run(
    sink: any EventSink = DiscardingEventSink(), deadline: Deadline = .none,
    _ body: @escaping @Sendable (PlanningContext, StepContext) async throws -> StepResult
  ) async throws -> RunRecord {
    let workflow = OneStep { planning in
      Step.wait(id: "w", title: "wait", location: planning.hubLocation) { step in
        try await body(planning, step)
      }
    }
    let runner = PlanRunner(mode: .persist, deadline: deadline, sink: sink, now: { Pair.now })
    return try await runner.run(workflow, on: pair.clusters).record
  }

  private func fact(_ reason: String) -> BlockingFact {
    BlockingFact(goal: "a change", reason: reason)
  }

  @Test func endsWhenTheObjectsAreAsTheyShouldBe() async throws {
    pair.hub.put(.configMaps, ["metadata": ["name": "x", "namespace": "ns"]])
    let record = try await run { planning, step in
      let source = WatchSource(
        key: "maps", reader: planning.hub, type: .configMaps, namespace: "ns")
      let names = try await Wait<[String]>(sources: [source]) { objects in
        .satisfied(objects["maps"].compactMap { $0.at("metadata", "name")?.string })
      }.run(step)
      return StepResult(.done, message: names.joined())
    }
    #expect(record.results.first?.result.message == "x")
  }

  /// A CRD that an operator brings later is no failure.
  @Test func takesATypeThatIsNotServedForEmpty() async throws {
    let record = try await run { planning, step in
      let source = WatchSource(key: "k", reader: planning.hub, type: .pods, namespace: "ns")
      let missing = ResourceType(
        group: "x.example", version: "v1", plural: "things", kind: "Thing", isNamespaced: false)
      let other = WatchSource(key: "t", reader: planning.hub, type: missing)
      let count = try await Wait<Int>(sources: [source, other]) { objects in
        .satisfied(objects["k"].count + objects["t"].count)
      }.run(step)
      return StepResult(.done, message: "\(count)")
    }
    #expect(record.results.first?.result.message == "0")
  }

  @Test func tellsWhatItWaitsForOnceAChange() async throws {
    let sink = RecordingSink()
    let looks = Mutex(0)
    _ = try await run(sink: sink) { planning, step in
      let source = WatchSource(key: "k", reader: planning.hub, type: .pods, namespace: "ns")
      try await Wait<Void>(sources: [source]) { _ in
        let look = looks.withLock { count in
          count += 1
          return count
        }
        return look < 3 ? .waiting(fact("not yet")) : .satisfied(())
      }.run(step)
      return StepResult(.done)
    }
    #expect(sink.names.count { $0 == "waitingOn" } == 1)
  }

  @Test func prefersTheRootCause() async throws {
    let sink = RecordingSink()
    let told = Mutex(false)
    _ = try await run(sink: sink) { planning, step in
      let source = WatchSource(key: "k", reader: planning.hub, type: .pods, namespace: "ns")
      try await Wait<Void>(
        sources: [source],
        explain: {
          told.withLock { $0 = true }
          return fact("ImagePullBackOff")
        }
      ) { _ in
        told.withLock { $0 } ? .satisfied(()) : .waiting(fact("no answer"))
      }.run(step)
      return StepResult(.done)
    }
    let reasons = sink.events.compactMap { event -> String? in
      if case .waitingOn(let fact) = event.kind { fact.reason } else { nil }
    }
    #expect(reasons == ["no answer", "ImagePullBackOff"])
  }

  /// A diagnosis speaks of its own goal. It is looked for now and then; in between it stands.
  @Test func keepsTheRootCauseBetweenTwoLooks() async throws {
    let sink = RecordingSink()
    let looks = Mutex(0)
    _ = try await run(sink: sink) { planning, step in
      let source = WatchSource(key: "k", reader: planning.hub, type: .pods, namespace: "ns")
      let cause = BlockingFact(goal: "something larger", reason: "ImagePullBackOff")
      try await Wait<Void>(sources: [source], explain: { cause }) { _ in
        let look = looks.withLock { count in
          count += 1
          return count
        }
        return look < 6 ? .waiting(fact("no answer")) : .satisfied(())
      }.run(step)
      return StepResult(.done)
    }
    #expect(sink.names.count { $0 == "waitingOn" } == 2)
  }

  /// What a server said before it was gone is no reason that it is waited for now.
  @Test func saysThatTheServerIsGoneAndThatItIsBack() async throws {
    let sink = RecordingSink()
    let reasons: @Sendable () -> [String] = {
      sink.events.compactMap { event -> String? in
        if case .waitingOn(let fact) = event.kind { fact.reason } else { nil }
      }
    }
    _ = try await run(sink: sink) { planning, step in
      let source = WatchSource(key: "k", reader: planning.hub, type: .pods, namespace: "ns")
      try await Wait<Void>(sources: [source]) { _ in
        let told = reasons()
        if told.count > 1, told.last == "not yet" { return .satisfied(()) }
        pair.hub.isDown = told.count == 1
        return .waiting(fact("not yet"))
      }.run(step)
      return StepResult(.done)
    }
    let told = reasons()
    #expect(told.first == "not yet" && told.last == "not yet", "\(told)")
    let between = told.dropFirst().dropLast()
    #expect(!between.isEmpty)
    for reason in between {
      #expect(reason.hasPrefix("hub (https://hub.example:6443) cannot be asked: "), "\(told)")
    }
  }

  @Test func givesUpWithoutPatience() async throws {
    let record = try await run { planning, step in
      let source = WatchSource(key: "k", reader: planning.hub, type: .pods, namespace: "ns")
      let outcome: Void? = try await Wait<Void>(sources: [source]) { _ in
        .waiting(fact("never"))
      }
      .run(step, patience: 0)
      return StepResult(outcome == nil ? .skipped : .done)
    }
    #expect(record.results.first?.result.state == .skipped)
  }

  @Test func passesOnWhatTheServerRefuses() async throws {
    let error = await #expect(throws: WorkflowError.self) {
      try await run { planning, step in
        let source = WatchSource(key: "k", reader: planning.hub, type: .pods, namespace: "ns")
        try await Wait<Void>(sources: [source]) { _ in
          throw ClusterUnknown(name: "c1", hub: planning.hubLocation)
        }.run(step)
        return StepResult(.done)
      }
    }
    #expect(error?.id == .clusterNotFound)
  }
}

/// An operation of a single step.
struct OneStep: Workflow {
  struct Report: WorkflowReport { let document: Value }

  let operation = "test"
  let subject: String? = nil
  let step: @Sendable (PlanningContext) -> Step

  func plan(_ context: PlanningContext) async throws -> Plan<Report> {
    Plan(operation: operation, subject: subject, steps: [step(context)]) { _ in
      Report(document: .object(Object()))
    }
  }
}
