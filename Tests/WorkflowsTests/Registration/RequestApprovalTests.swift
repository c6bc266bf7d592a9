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
    #expect(picture.pending.map(\.name) == ["new"])
    #expect(picture.approved == ["done"])
    #expect(picture.refused.map(\.requestName) == ["foreign"])
    #expect(picture.count == 4)
  }

  /// The same user with another token than the one minted is somebody else.
  @Test func goesByTheMintedToken() {
    var expectation = expectation
    expectation.tokenIdentifiers = ["another-token"]
    let picture = picture([signingRequest()], expectation)
    #expect(picture.pending.isEmpty)
    #expect(picture.refused.first?.failures.map(\.kind) == [.credential])
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
