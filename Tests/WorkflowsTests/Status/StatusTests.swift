import Documents
import FoundationEssentials
import KubernetesClient
import OpenClusterManagement
import Testing

@testable import Workflows

@Suite struct StatusTests {
  private let pair = Pair()

  private func report(_ request: StatusRequest) async throws -> StatusReport {
    try await Status(request, now: { Pair.now }).report(on: pair.clusters.hub)
  }

  @Test func tellsWhoIsRegisteredAndWhyNot() async throws {
    pair.hub.put(.managedClusters, record("b"))
    pair.hub.put(
      .managedClusters,
      record("a", isAccepted: true, isJoined: false, isAvailable: false))
    var pending = signingRequest("a-1")
    pending.set("a", at: "metadata", "labels", Names.Label.clusterName)
    pair.hub.put(.certificateSigningRequests, pending)
    let report = try await report(StatusRequest())
    #expect(report.rows.map(\.name) == ["a", "b"])
    #expect(report.rows.map(\.isRegistered) == [false, true])
    #expect(report.rows[0].pendingRequests == ["a-1"])
    #expect(report.rows[0].blocker?.reason == "WaitingForApproval")
    #expect(report.rows[1].blocker == nil)
  }

  /// That nobody has asked is another thing than a request that nobody approved.
  @Test func tellsThatNoAgentHasAsked() async throws {
    pair.hub.put(
      .managedClusters, record("a", isAccepted: false, isJoined: false, isAvailable: false))
    let row = try await report(StatusRequest()).rows[0]
    #expect(row.blocker?.reason == "NotAccepted")
    #expect(row.blocker?.message == "no request of its agent to join is on the hub")
  }

  @Test func namesWhatIsMissing() async throws {
    pair.hub.put(.managedClusters, record("b"))
    let report = try await report(StatusRequest(names: ["b", "nope"]))
    #expect(report.rows.map(\.name) == ["b"])
    #expect(report.missing == ["nope"])
  }

  @Test func readsHeartbeatsWhenAsked() async throws {
    pair.hub.put(.managedClusters, record("b"))
    pair.hub.put(
      .leases,
      [
        "metadata": ["name": "managed-cluster-lease", "namespace": "b"],
        "spec": ["renewTime": "2026-11-22T20:02:54.229956Z"],
      ])
    #expect(try await report(StatusRequest()).rows[0].lastHeartbeat == nil)
    var request = StatusRequest()
    request.readsHeartbeats = true
    let row = try await report(request).rows[0]
    #expect(row.lastHeartbeat == Timestamp.date("2026-11-22T20:02:54.229956Z"))
  }

  /// A gate that nobody has set is another thing than one that somebody closed.
  @Test func tellsAClosedGateFromOneThatNobodySet() async throws {
    var gated = record("b")
    gated.set("A,B", at: "metadata", "annotations", Names.Annotation.readinessGates)
    var conditions = gated.at("status", "conditions")?.array ?? []
    conditions.append(["type": "B", "status": "False", "reason": "Closed"])
    gated.set(.array(conditions), at: "status", "conditions")
    pair.hub.put(.managedClusters, gated)
    let row = try await report(StatusRequest()).rows[0]
    #expect(row.gates.map(\.status) == [.unknown, .isFalse])
    #expect(
      row.document["gates"] == [
        ["type": "A", "true": false, "status": "Unknown"],
        ["type": "B", "true": false, "status": "False"],
      ])
  }

  /// A watch of a name that is not there must not be silent about it.
  @Test(arguments: [(["b", "nope"], ["nope"]), (["nope"], ["nope"])])
  func watchTellsWhatItWaitsFor(names: [String], missing: [String]) async throws {
    pair.hub.put(.managedClusters, record("b"))
    let (told, tell) = AsyncStream<[String]>.makeStream()
    let changes = Status(StatusRequest(names: names), now: { Pair.now })
      .changes(on: pair.clusters.hub) { tell.yield($0) }
    let watching = Task { for try await _ in changes {} }
    var iterator = told.makeAsyncIterator()
    #expect(await iterator.next() == missing)
    watching.cancel()
  }

  @Test func explainsACompleteStranger() async {
    let cluster = StaticCluster.kubernetes(uid: "x").access("plain", server: "https://plain")
    let error = await #expect(throws: WorkflowError.self) {
      try await Status(StatusRequest()).report(on: cluster)
    }
    #expect(error?.id == .hubOCMMissing)
    #expect(error?.next.first == "mcctl init --context plain")
  }

  @Test func selectsOnTheServer() async throws {
    var labelled = record("b")
    labelled.set("prod", at: "metadata", "labels", Names.Label.clusterSet)
    pair.hub.put(.managedClusters, labelled)
    pair.hub.put(.managedClusters, record("c"))
    var request = StatusRequest()
    request.clusterSet = "prod"
    #expect(try await report(request).rows.map(\.name) == ["b"])
  }
}
