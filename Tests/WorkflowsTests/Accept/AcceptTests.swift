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
