import Documents
import FoundationEssentials
import KubernetesClient
import OpenClusterManagement
import Testing

@testable import Workflows

/// What mcctl notes and reads of the credentials of one cluster.
@Suite struct JoinCredentialTests {
  private let pair = Pair()

  private func account(_ annotations: [String: String] = [:]) -> Value {
    var account: Value = [
      "apiVersion": "v1", "kind": "ServiceAccount",
      "metadata": [
        "name": "mcctl-join-c1", "namespace": "open-cluster-management",
        "creationTimestamp": "2026-11-22T20:00:00Z",
        "labels": [Names.Label.joinCredential: "c1"],
      ],
    ]
    for (key, value) in annotations {
      account.set(.string(value), at: "metadata", "annotations", key)
    }
    return account
  }

  private func secret(_ id: String) -> Value {
    [
      "apiVersion": "v1", "kind": "Secret", "type": "bootstrap.kubernetes.io/token",
      "metadata": [
        "name": .string("bootstrap-token-\(id)"), "namespace": "kube-system",
        "creationTimestamp": "2026-11-22T20:01:00Z",
        "labels": [Names.Label.joinCredential: "c1"],
        "annotations": [Names.Annotation.expires: "2026-11-23T20:00:00Z"],
      ],
    ]
  }

  @Test func expectsEveryCredentialOfTheCluster() async throws {
    #expect(try await JoinCredentials.read("c1", pair.context().hub).expectation == nil)
    pair.hub.put(
      .serviceAccounts,
      account([
        Names.Annotation.tokenIdentifier: "new", Names.Annotation.earlierTokens: "old,older",
      ]))
    pair.hub.put(.secrets, secret("abcdef"))
    let credentials = try await JoinCredentials.read("c1", pair.context().hub)
    let expectation = try #require(credentials.expectation)
    #expect(expectation.tokenIdentifiers == ["new", "old", "older"])
    #expect(expectation.requesters == [.joinCredential, .bootstrapToken(id: "abcdef")])
    #expect(expectation.credentialMinted == Timestamp.date("2026-11-22T20:00:00Z"))
    #expect(!credentials.areKept)
  }

  @Test func listsThemWithTheirLastUse() async throws {
    pair.hub.put(.serviceAccounts, account())
    pair.hub.put(.secrets, secret("abcdef"))
    pair.hub.put(
      .certificateSigningRequests,
      signingRequest(
        "asked", username: "system:serviceaccount:open-cluster-management:mcctl-join-c1"))
    let rows = try await TokenList().rows(on: pair.clusters.hub)
    #expect(rows.map(\.kind) == [.bootstrapToken, .serviceAccount])
    #expect(rows.map(\.user).first == "system:bootstrap:abcdef")
    #expect(rows.map(\.lastRequest) == [nil, "asked"])
  }

  @Test func aBootstrapTokenMayDoWhatTheAccountMay() throws {
    let token = BootstrapToken(clusterName: "c1")
    let objects = token.objects(expires: Date(timeIntervalSince1970: 1_800_000_000))
    #expect(objects.map(\.type.kind) == ["ClusterRole", "ClusterRoleBinding", "Secret"])
    #expect(objects[0].name == "mcctl:join:c1")
    let group = objects[1].value.at("subjects")?[0]?["name"]?.string
    #expect(group == "system:bootstrappers:mcctl:c1")
    #expect(objects[2].name == "bootstrap-token-\(token.id)")
    #expect(token.token.revealed.wholeMatch(of: /[a-z0-9]{6}\.[a-z0-9]{16}/) != nil)
    #expect(BootstrapToken(clusterName: "c1").token != token.token)
  }
}
