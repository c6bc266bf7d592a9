import Documents
import FoundationEssentials
import KubernetesClient
import OpenClusterManagement
import Testing

@testable import Workflows

/// The whole story, against simulated clusters over the network.
@Suite(.serialized, .timeLimit(.minutes(10))) struct RegistrationStoryTests {
  private func runner(_ mode: RunMode = .persist, sink: any EventSink = DiscardingEventSink())
    -> PlanRunner
  {
    PlanRunner(mode: mode, deadline: .after(.seconds(90)), sink: sink)
  }

  private func importRequest(_ name: String) -> ImportRequest {
    var request = ImportRequest(name: name)
    request.allowsLoopback = true
    return request
  }

  private func clusters(
    _ fleet: Fleet, _ index: Int = 0, _ life: Life = Life()
  ) -> Clusters {
    Clusters(hub: fleet.hub.access(life), managed: fleet.managed[index].access(life))
  }

  @Test func importsSeesAndRemoves() async throws {
    try await Fleet.run(clusters: 1) { fleet in
      let before = (try await fleet.hub.inventory(), try await fleet.managed[0].inventory())
      let first = try await runner().run(Import(importRequest("c1")), on: clusters(fleet))
      #expect(first.report?.outcome == .registered)
      #expect(first.report?.approvedRequests.count == 1)

      let life = Life()
      let second = try await runner().run(
        Import(importRequest("c1")), on: clusters(fleet, 0, life))
      #expect(second.report?.outcome == .unchanged)
      #expect(life.writes == [])

      let status = try await Status(StatusRequest(names: ["c1"])).report(on: fleet.hub.access())
      let row = try #require(status.rows.first)
      #expect(row.isRegistered)
      #expect(row.url == fleet.managed[0].config.server)
      #expect(row.hasCABundle)

      try await handOut(fleet)
      let removed = try await runner().run(
        Unregister(UnregisterRequest(name: "c1")), on: clusters(fleet))
      #expect(removed.report?.outcome == .removed)
      #expect(try await fleet.hub.inventory().symmetricDifference(before.0) == [])
      #expect(try await fleet.managed[0].inventory().symmetricDifference(before.1) == [])
    }
  }

  /// A work appears on the cluster, and goes again.
  private func handOut(_ fleet: Fleet) async throws {
    let map: Value = [
      "apiVersion": "v1", "kind": "ConfigMap",
      "metadata": ["name": "hello", "namespace": "default"], "data": ["a": "b"],
    ]
    let request = ApplyWorkRequest(cluster: "c1", name: "hello", manifests: [map])
    let applied = try await runner().run(ApplyWork(request), on: clusters(fleet))
    #expect(applied.report?.isAvailable == true)
    let seen = try await fleet.managed[0].access().reader.getIfPresent(
      .configMaps, "hello", namespace: "default")
    #expect(seen?.at("data", "a") == "b")
    let again = try await runner().run(ApplyWork(request), on: clusters(fleet))
    #expect(again.report?.isUnchanged == true)
  }

  @Test(arguments: [RunMode.plan, .planWithDiff, .serverDryRun])
  func dryRunsWriteNothing(mode: RunMode) async throws {
    try await Fleet.run(clusters: 1) { fleet in
      let life = Life()
      _ = try await runner(mode).run(Import(importRequest("c1")), on: clusters(fleet, 0, life))
      #expect(life.writes == [])
      _ = try await runner().run(Import(importRequest("c1")), on: clusters(fleet))
      let before = (try await fleet.hub.inventory(), try await fleet.managed[0].inventory())
      _ = try await runner(mode).run(
        Unregister(UnregisterRequest(name: "c1")), on: clusters(fleet, 0, life))
      #expect(life.writes == [])
      #expect(try await fleet.hub.inventory() == before.0)
      #expect(try await fleet.managed[0].inventory() == before.1)
    }
  }

  /// Kills an import after each single write, and a deletion too: the same command finishes each.
  @Test func convergesAfterEveryWrite() async throws {
    let lanes = 3
    try await Fleet.run(clusters: lanes) { fleet in
      try await withThrowingTaskGroup(of: Void.self) { group in
        for lane in 0..<lanes {
          group.addTask { try await kills(fleet, lane: lane, step: lanes) }
        }
        try await group.waitForAll()
      }
    }
  }

  private func kills(_ fleet: Fleet, lane: Int, step: Int) async throws {
    let before = try await fleet.managed[lane].inventory()
    for number in stride(from: lane + 1, to: 100, by: step) {
      let name = "kill-\(number)"
      let imported = try await dies(Import(importRequest(name)), fleet, lane, after: number)
      let result = try await runner().run(Import(importRequest(name)), on: clusters(fleet, lane))
      #expect(result.report?.outcome != .applied, "import killed after write \(number)")
      let life = Life()
      _ = try await runner().run(Import(importRequest(name)), on: clusters(fleet, lane, life))
      #expect(life.writes == [], "third import after a kill at write \(number)")

      var request = UnregisterRequest(name: name)
      let removed = try await dies(Unregister(request), fleet, lane, after: number)
      request.ignoresNotFound = true
      _ = try await runner().run(Unregister(request), on: clusters(fleet, lane))
      let left = try await fleet.hub.inventory().filter { $0.contains(name) }
      #expect(left == [], "deletion killed after write \(number)")
      let after = try await fleet.managed[lane].inventory()
      #expect(after.symmetricDifference(before) == [], "deletion killed after write \(number)")
      if !imported, !removed { return }
    }
  }

  /// Runs an operation that is killed after a number of writes; false when it ended before that.
  private func dies<W: Workflow>(
    _ workflow: W, _ fleet: Fleet, _ lane: Int, after number: Int
  ) async throws -> Bool {
    let life = Life(writes: number)
    do {
      _ = try await runner().run(workflow, on: clusters(fleet, lane, life))
    } catch {
      guard life.isOver else { throw error }
    }
    return life.isOver
  }
}
