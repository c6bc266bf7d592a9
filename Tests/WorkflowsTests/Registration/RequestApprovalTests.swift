import Documents
import KubernetesClient
import OpenClusterManagement
import Testing

@testable import Workflows

@Suite struct RequestApprovalTests {
  private let approval = RequestApproval(clusterName: "c1")
  private let expectation = RegistrationExpectation.anyBootstrap(clusterName: "c1")

  private func picture(
    _ requests: [Value], _ expectation: RegistrationExpectation? = nil
  ) -> RequestApproval.Picture {
    approval.picture(
      of: requests.map(CertificateSigningRequest.init), expecting: expectation ?? self.expectation)
  }

  @Test func tellsWhatMayBeApproved() {
    let picture = picture([
      signingRequest("new"), signingRequest("done", condition: "Approved"),
      signingRequest("denied", condition: "Denied"), signingRequest("foreign", username: "eve"),
    ])
    #expect(picture.pending.map(\.request.name) == ["new"])
    #expect(picture.approved == ["done"])
    #expect(picture.refused.map(\.request.name) == ["foreign"])
    #expect(picture.count == 4)
  }

  /// The same user with another token than the one minted is somebody else.
  @Test func goesByTheMintedToken() {
    var expectation = expectation
    expectation.tokenIdentifiers = ["another-token"]
    let picture = picture([signingRequest()], expectation)
    #expect(picture.pending.isEmpty)
    #expect(picture.refused.first?.verdict.failures.map(\.kind) == [.credential])
  }

  /// Two credentials, or two agents, claim the same name; requests of one replace each other.
  @Test func tellsWhoClaimsTheName() {
    #expect(picture([signingRequest("a"), signingRequest("b")]).claimants.count == 1)
    let two = picture([signingRequest("a"), signingRequest("b", token: "another")])
    #expect(two.claimants.count == 2)
    let hub = ClusterLocation(
      side: .hub, connection: ConnectionDescription(contextName: "hub", server: "https://hub"))
    let reason = two.blockingFact(cluster: "c1", hub: hub).reason
    for word in ["several agents", "a (pending)", "b (pending)", "another", "key sha256:"] {
      #expect(reason.contains(word), "\(reason)")
    }
  }

  @Test func explainsWhatIsMissing() {
    let hub = ClusterLocation(
      side: .hub, connection: ConnectionDescription(contextName: "hub", server: "https://hub"))
    func reason(_ requests: [Value]) -> String {
      picture(requests).blockingFact(cluster: "c1", hub: hub).reason
    }
    #expect(reason([]).contains("has not asked yet"))
    #expect(reason([signingRequest(username: "eve")]).contains("asked by \"eve\""))
    let old = (0..<10).map { signingRequest("old-\($0)", condition: "Denied") }
    #expect(reason(old).contains("10 requests carry the cluster's label"))
  }
}
