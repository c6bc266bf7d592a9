import Documents
import KubernetesClient
import OpenClusterManagement
import Testing

@testable import Workflows

@Suite struct AcceptTests {
  private let pair = Pair()

  private func accept(_ mode: RunMode = .persist) async throws -> RunResult<AcceptReport> {
    try await pair.runner(mode).run(
      Accept(AcceptRequest(name: "c1")), on: Clusters(hub: pair.clusters.hub))
  }

  private func putUnaccepted() {
    pair.hub.put(
      .managedClusters, record(isAccepted: false, isJoined: false, isAvailable: false))
  }

  @Test func approvesAndThenAccepts() async throws {
    putUnaccepted()
    pair.hub.put(.certificateSigningRequests, signingRequest())
    let result = try await accept()
    #expect(
      pair.hub.writes.map { "\($0.method) \($0.path)" } == [
        "PUT /apis/certificates.k8s.io/v1/certificatesigningrequests/c1-wr5g7/approval",
        "PATCH /apis/cluster.open-cluster-management.io/v1/managedclusters/c1",
      ])
    #expect(result.report?.approvedRequests == ["c1-wr5g7"])
    #expect(result.report?.isAccepted == true)
    #expect(result.report?.isJoined == false)
  }

  /// Accepting without an approved request would claim what was never seen.
  @Test(arguments: [nil, "eve"])
  func acceptsNothingWithoutARequest(requester: String?) async {
    putUnaccepted()
    if let requester {
      pair.hub.put(.certificateSigningRequests, signingRequest(username: requester))
    }
    let error = await #expect(throws: WorkflowError.self) { try await accept() }
    #expect(error?.id == .noRequest)
    #expect(error?.category == .refused)
    #expect(pair.hub.writes.isEmpty)
  }

  /// A request that was named is looked for by that name, and said to be what it is.
  @Test(arguments: [
    (nil, ErrorID.requestNotFound, ExitCategory.notFound, "no request of c1 waits"),
    ("c2", .requestNotFound, .refused, "it asks for cluster c2"),
  ])
  func knowsNoSuchRequest(
    owner: String?, id: ErrorID, category: ExitCategory, words: String
  ) async throws {
    putUnaccepted()
    pair.hub.serve(.certificateSigningRequests)
    if let owner {
      var request = signingRequest("x-1")
      request.set(.string(owner), at: "metadata", "labels", Names.Label.clusterName)
      pair.hub.put(.certificateSigningRequests, request)
    }
    var request = AcceptRequest(name: "c1")
    request.requestNames = ["x-1"]
    let error = await #expect(throws: WorkflowError.self) {
      try await pair.runner(.persist).run(
        Accept(request), on: Clusters(hub: pair.clusters.hub))
    }
    #expect(error?.id == id)
    #expect(error?.category == category)
    #expect(error?.what.contains("x-1") == true)
    #expect(error?.why?.contains(words) == true)
    #expect(pair.hub.writes.isEmpty)
  }

  @Test func isUnchangedWhenAllIsDone() async throws {
    pair.hub.put(.managedClusters, record())
    let result = try await accept()
    #expect(result.report?.isUnchanged == true)
    #expect(pair.hub.writes.isEmpty)
  }

  @Test func finishesAnAcceptanceThatStoppedAfterApproval() async throws {
    putUnaccepted()
    pair.hub.put(
      .certificateSigningRequests, signingRequest(condition: "Approved"))
    _ = try await accept()
    #expect(pair.hub.writes.map(\.method) == ["PATCH"])
  }

  @Test func knowsNoSuchCluster() async {
    let error = await #expect(throws: WorkflowError.self) { try await accept() }
    #expect(error?.id == .clusterNotFound)
    #expect(error?.category == .notFound)
  }

  @Test func writesNothingWhenOnlyPlanned() async throws {
    putUnaccepted()
    pair.hub.put(.certificateSigningRequests, signingRequest())
    let result = try await accept(.plan)
    #expect(result.plan.hasDifferences)
    #expect(pair.hub.writes.isEmpty)
  }
}
