import Documents
import FoundationEssentials
import KubernetesClient
import OpenClusterManagement
import Testing

@testable import Workflows

@Suite struct CredentialDecisionTests {
  private static let server = "https://hub.example:6443"

  private func decide(
    record value: Value?, bootstrap: Value? = nil, joined: Value? = nil, account: Value? = nil,
    hub: HubOfAgent = .this, rejoins: Bool = false
  ) throws -> CredentialDecision {
    let agent = AgentSituation(
      clusterUID: "cluster-uid", klusterlet: nil,
      bootstrap: bootstrap.flatMap(KnownHub.init(secret:)),
      bootstrapRecord: bootstrap?.at("metadata", "annotations", Names.Annotation.registration)?
        .string,
      joined: joined.flatMap(KnownHub.init(secret:)))
    let facts = EndpointFacts(kubeconfigServer: Self.server, kubeconfigTrust: .system)
    let situation = ImportSituation(
      hubUID: "hub-uid", record: value.map(ManagedCluster.init), otherNames: [],
      hasRecordOfAgent: false,
      namespace: nil,
      joinAccount: account, hubFacts: facts, agent: agent, agentElsewhere: nil,
      clusterFacts: facts)
    return CredentialDecision(
      situation: situation, hub: try facts.best(), hubOfAgent: hub, now: Pair.now,
      rejoins: rejoins)
  }

  /// Whatever the agent has, it is to ask again.
  @Test func rejoinsARegisteredCluster() throws {
    let decision = try decide(record: record(), joined: joinedSecret, rejoins: true)
    #expect(decision.needsCredential && decision.hasStaleKubeconfig && decision.asksAnew)
    #expect(!decision.isSettled)
  }

  private var joinedSecret: Value {
    kubeconfigSecret("hub-kubeconfig-secret", server: Self.server, clusterName: "c1")
  }

  @Test func leavesARegisteredClusterAlone() throws {
    let decision = try decide(record: record(), joined: joinedSecret)
    #expect(decision.isSettled)
    #expect(!decision.needsCredential)
    #expect(!decision.hasStaleKubeconfig)
  }

  /// The record says so for up to five minutes after the agent has lost its certificate.
  @Test func repairsARegisteredClusterWhoseCertificateIsGone() throws {
    let decision = try decide(record: record())
    #expect(decision.asksAnew && decision.needsCredential && !decision.isSettled)
  }

  /// It goes on with what it has once it runs again.
  @Test func expectsNoRequestOfAnAgentThatIsMerelyNotHeardOf() throws {
    let decision = try decide(record: record(isAvailable: false), joined: joinedSecret)
    #expect(!decision.asksAnew)
  }

  @Test func mintsForANewCluster() throws {
    let decision = try decide(record: nil, hub: .none)
    #expect(decision.needsCredential)
    #expect(!decision.hasStaleKubeconfig)
  }

  /// After a deletion on the hub alone, the agent keeps its kubeconfig and never asks again.
  @Test func findsTheKubeconfigOfAnEarlierRegistration() throws {
    let decision = try decide(record: nil, joined: joinedSecret)
    #expect(decision.hasStaleKubeconfig)
    #expect(decision.needsCredential)
  }

  @Test func findsTheKubeconfigOfAnotherHub() throws {
    let decision = try decide(
      record: record(isJoined: false), joined: joinedSecret,
      hub: .other(server: "https://elsewhere", evidence: ""))
    #expect(decision.hasStaleKubeconfig)
  }

  /// An interrupted import finds that the agent got its certificate meanwhile.
  @Test func keepsTheKubeconfigOfThisRegistration() throws {
    let bootstrap = kubeconfigSecret(
      "bootstrap-hub-kubeconfig", server: Self.server,
      annotations: [Names.Annotation.registration: "record-uid"])
    let decision = try decide(
      record: record(isJoined: false), bootstrap: bootstrap, joined: joinedSecret)
    #expect(!decision.hasStaleKubeconfig)
  }

  @Test(arguments: [(600.0, false), (100.0, true)])
  func usesAnUnusedCredentialAgain(remaining: TimeInterval, needsAnother: Bool) throws {
    let claims = Data(#"{"jti":"token-1"}"#.utf8).base64EncodedString()
    let bootstrap = kubeconfigSecret(
      "bootstrap-hub-kubeconfig", server: Self.server, token: "e30.\(claims).c2ln",
      annotations: [Names.Annotation.registration: "record-uid"])
    let account: Value = [
      "metadata": [
        "annotations": [
          Names.Annotation.tokenIdentifier: "token-1",
          Names.Annotation.expires: .string(
            Timestamp.text(Pair.now.addingTimeInterval(remaining))),
        ]
      ]
    ]
    let decision = try decide(
      record: record(isJoined: false), bootstrap: bootstrap, account: account)
    #expect(decision.needsCredential == needsAnother)
  }

  @Test func mintsAgainWhenTheAccountIsGone() throws {
    let bootstrap = kubeconfigSecret(
      "bootstrap-hub-kubeconfig", server: Self.server,
      annotations: [Names.Annotation.registration: "record-uid"])
    #expect(try decide(record: record(isJoined: false), bootstrap: bootstrap).needsCredential)
  }

  @Test func repairsAClusterThatIsNotHeardOf() throws {
    #expect(try decide(record: record(isAvailable: false), joined: joinedSecret).needsCredential)
  }
}
