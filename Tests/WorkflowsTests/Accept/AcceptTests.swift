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

  private func putCredential(tokens: String? = nil) {
    var account: Value = [
      "apiVersion": "v1", "kind": "ServiceAccount",
      "metadata": [
        "name": "mcctl-join-c1", "namespace": "open-cluster-management", "uid": "account-uid",
        "creationTimestamp": "2026-11-22T20:00:00Z",
        "labels": [Names.Label.joinCredential: "c1"],
      ],
    ]
    account.set(
      tokens.map(Value.string), at: "metadata", "annotations", Names.Annotation.tokenIdentifier)
    pair.hub.put(.serviceAccounts, account)
  }

  private let own = "system:serviceaccount:open-cluster-management:mcctl-join-c1"

  /// Whoever has the credential that all clusters share can ask in any name.
  @Test func takesOnlyTheClustersOwnCredentialWhenThereIsOne() async throws {
    putUnaccepted()
    putCredential()
    pair.hub.put(.certificateSigningRequests, signingRequest())
    let error = await #expect(throws: WorkflowError.self) { try await accept() }
    #expect(error?.id == .noRequest && error?.why?.contains(own) == true)
    pair.hub.put(.certificateSigningRequests, signingRequest("own", username: own))
    let result = try await accept()
    #expect(result.report?.approvedRequests == ["own"])
    let warning = result.plan.warnings.joined()
    #expect(warning.contains("is refused") && warning.contains("agent-registration-bootstrap"))
    #expect(warning.contains("own (pending)"))
  }

  @Test func warnsOfACredentialThatAllShare() async throws {
    putUnaccepted()
    pair.hub.put(.certificateSigningRequests, signingRequest())
    #expect(try await accept(.plan).plan.warnings.joined().contains("that all clusters share"))
  }

  /// Two with a right to the name: whoever is wrong is not let in by being quicker.
  @Test(arguments: [nil, "Approved"])
  func refusesBothOfTwoClaimants(first: String?) async {
    putUnaccepted()
    putCredential()
    pair.hub.put(
      .certificateSigningRequests,
      signingRequest("one", username: own, token: "token-1", condition: first))
    pair.hub.put(
      .certificateSigningRequests, signingRequest("two", username: own, token: "token-2"))
    let error = await #expect(throws: WorkflowError.self) { try await accept() }
    #expect(error?.id == .ambiguousRequests)
    #expect(error?.why?.contains("one") == true && error?.why?.contains("token-2") == true)
    #expect(pair.hub.writes.isEmpty)
  }

  @Test func refusesARequestBesideAConnectedAgent() async {
    pair.hub.put(.managedClusters, record())
    putCredential()
    pair.hub.put(.certificateSigningRequests, signingRequest("late", username: own))
    let error = await #expect(throws: WorkflowError.self) { try await accept() }
    #expect(error?.what.contains("agent is connected") == true)
    #expect(pair.hub.writes.isEmpty)
  }

  /// An agent that lost its certificate asks again.
  @Test func approvesForALostAgent() async throws {
    pair.hub.put(.managedClusters, record(isAvailable: false))
    putCredential()
    pair.hub.put(.certificateSigningRequests, signingRequest("again", username: own))
    #expect(try await accept().report?.approvedRequests == ["again"])
  }

  /// A token that mcctl did not mint for the cluster is somebody else's.
  @Test func goesByTheTokensThatWereMinted() async throws {
    putUnaccepted()
    putCredential(tokens: "minted")
    pair.hub.put(
      .certificateSigningRequests, signingRequest("other", username: own, token: "other"))
    let error = await #expect(throws: WorkflowError.self) { try await accept() }
    #expect(error?.why?.contains("not with the one minted") == true)
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
