import Documents
import KubernetesClient
import OpenClusterManagement
import Testing

@testable import Workflows

@Suite("Readiness gates")
struct GateTests {
  private let pair = Pair()

  private func put(gates: String? = nil, condition: Value? = nil) {
    var value = record()
    value.set(
      gates.map(Value.string), at: "metadata", "annotations", Names.Annotation.readinessGates)
    if let condition, let conditions = value.at("status", "conditions")?.array {
      value.set(.array(conditions + [condition]), at: "status", "conditions")
    }
    pair.hub.put(.managedClusters, value)
  }

  private var annotation: String? {
    pair.hub.object(.managedClusters, "c1")?
      .at("metadata", "annotations", Names.Annotation.readinessGates)?.string
  }

  @Test(
    "adding and removing keep the other gates, and write only what changes",
    arguments: [
      (nil, ChangeGatesRequest.Change.add, ["A", "x.io/B"], "A,x.io/B", 1),
      ("A", .add, ["A"], "A", 0),
      ("A, B", .add, ["C"], "A,B,C", 1),
      ("A,B", .remove, ["A"], "B", 1),
      ("A", .remove, ["A"], nil, 1),
      ("A", .remove, ["B"], "A", 0),
      (nil, .remove, ["B"], nil, 0),
    ] as [(String?, ChangeGatesRequest.Change, [String], String?, Int)])
  func changes(
    before: String?, change: ChangeGatesRequest.Change, types: [String], after: String?,
    writes: Int
  ) async throws {
    put(gates: before)
    let request = ChangeGatesRequest(cluster: "c1", change, types)
    let result = try await pair.runner(.persist).run(ChangeGates(request), on: pair.clusters)
    #expect(annotation == after)
    #expect(pair.hub.writes.count { !$0.path.hasSuffix("/status") } == writes)
    #expect(result.report?.isUnchanged == (writes == 0))
    #expect(
      result.report?.gates.map(\.type)
        == (after?.split(separator: ",").map(String.init) ?? []))
  }

  @Test("setting writes the status alone, and says when nothing waits for it")
  func set() async throws {
    put()
    let request = SetGateRequest(cluster: "c1", type: "A", status: .isTrue, reason: "Done")
    let workflow = SetGate(request)
    let plan = try await pair.runner(.plan).prepare(workflow, on: pair.clusters)
    #expect(plan.warnings == ["A is no gate of c1: it holds nothing back"])
    #expect(pair.hub.writes.isEmpty)
    _ = try await pair.runner(.persist).run(workflow, on: pair.clusters)
    #expect(pair.hub.writes.map(\.path).allSatisfy { $0.hasSuffix("/managedclusters/c1/status") })
    #expect(pair.hub.writes.count == 2)
  }

  @Test("the outcome is noted on the record: held back by a gate, and registered once it is open")
  func outcome() async throws {
    put()
    func registered() -> Condition? {
      pair.hub.object(.managedClusters, "c1").map(ManagedCluster.init)?
        .condition(Names.ConditionType.registered)
    }
    let runner = pair.runner(.persist)
    _ = try await runner.run(
      ChangeGates(ChangeGatesRequest(cluster: "c1", .add, ["A"])), on: pair.clusters)
    #expect(registered()?.status == .isFalse)
    #expect(registered()?.reason == "ReadinessGateNotReported")
    for (status, reason) in [
      (Condition.Status.isFalse, "ReadinessGateClosed"), (.isTrue, "Registered"),
    ] {
      let request = SetGateRequest(cluster: "c1", type: "A", status: status, reason: "Test")
      _ = try await runner.run(SetGate(request), on: pair.clusters)
      #expect(registered()?.reason == reason)
    }
    #expect(registered()?.isTrue == true)
    let writes = pair.hub.writes.count
    _ = try await runner.run(
      ChangeGates(ChangeGatesRequest(cluster: "c1", .add, ["A"])), on: pair.clusters)
    #expect(pair.hub.writes.count == writes)
    _ = try await runner.run(
      ChangeGates(ChangeGatesRequest(cluster: "c1", .add, ["B"])), on: pair.clusters)
    #expect(registered()?.reason == "ReadinessGateNotReported")
  }

  @Test("a condition that says so already is left alone")
  func setUnchanged() async throws {
    put(
      gates: "A",
      condition: [
        "type": "A", "status": "True", "reason": "Done", "message": "",
        "lastTransitionTime": "2026-11-22T20:03:14Z",
      ])
    let request = SetGateRequest(cluster: "c1", type: "A", status: .isTrue, reason: "Done")
    let result = try await pair.runner(.persist).run(SetGate(request), on: pair.clusters)
    #expect(pair.hub.writes.count == 1, "the outcome alone, which nobody had noted yet")
    #expect(result.report?.isUnchanged == true)
    #expect(result.report?.gates.map(\.isOpen) == [true])
  }

  @Test(
    "what cannot be a condition's type is refused before anything is read",
    arguments: ["", "a b", "x/y/z", "-A", "A,B", "EXAMPLE.com/A", "ManagedClusterJoined"])
  func refuses(type: String) async {
    put()
    let request = ChangeGatesRequest(cluster: "c1", .add, [type])
    let error = await #expect(throws: WorkflowError.self) {
      try await pair.runner(.persist).run(ChangeGates(request), on: pair.clusters)
    }
    #expect(error?.category == .usage)
    #expect(pair.hub.writes.isEmpty)
  }

  @Test("a list shows gates nobody has set as closed")
  func list() async throws {
    put(gates: "A")
    let rows = try await GateList().rows(on: pair.clusters.hub)
    #expect(rows.map(\.type) == ["A"])
    #expect(rows.map(\.isOpen) == [false])
    await #expect(throws: WorkflowError.self) {
      try await GateList(names: ["nope"]).rows(on: pair.clusters.hub)
    }
  }
}
