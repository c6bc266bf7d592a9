import FoundationEssentials
import KubernetesClient
import OpenClusterManagement
import Testing

@testable import Workflows

@Suite("Bundles made without a hub")
struct OfflineBundleTests {
  private func failure(
    _ change: (inout OfflineBundleRequest) -> Void
  ) -> WorkflowError? {
    var request = BundleSamples.request()
    change(&request)
    return #expect(throws: WorkflowError.self) {
      try OfflineBundle(request, now: { Pair.now }).bundle()
    }
  }

  @Test("know from the token when it ends, and whose it is")
  func expiry() throws {
    let description = try BundleSamples.bundle().description
    #expect(description.expires == Pair.now.addingTimeInterval(86_400))
    #expect(description.user == "system:serviceaccount:open-cluster-management:mcctl-join-c1")
    #expect(description.hubServer == "https://hub.example:6443")
  }

  @Test("are made with a token that tells nothing, such as a bootstrap token")
  func opaqueToken() throws {
    var request = BundleSamples.request()
    request.token = Secret(" abcdef.0123456789abcdef\n")
    let bundle = try OfflineBundle(request, now: { Pair.now }).bundle()
    #expect(bundle.description.expires == nil)
    #expect(bundle.manifests.objectsText.contains("bootstrap-hub-kubeconfig"))
  }

  @Test("are refused for a token that has ended, is empty, or is no token")
  func badTokens() {
    let ended = BundleSamples.token(expires: Pair.now)
    #expect(failure { $0.token = Secret(ended) }?.id == .bundleCredential)
    #expect(failure { $0.token = Secret(" \n") }?.id == .bundleCredential)
    let words = failure { $0.token = Secret("token: planted-word") }
    #expect(words?.id == .bundleCredential)
    #expect(words?.description.contains("planted-word") == false)
  }

  @Test("trust the pinned authority alone")
  func pin() throws {
    var request = BundleSamples.request()
    request.hubCABundle = TestAuthorities.both
    request.hubCAPin = AuthorityPin(parsing: TestAuthorities.twoPin)
    let bundle = try OfflineBundle(request, now: { Pair.now }).bundle()
    #expect(bundle.description.authorityPins == [TestAuthorities.twoPin])
    let other = failure { $0.hubCAPin = AuthorityPin(parsing: TestAuthorities.twoPin) }
    #expect(other?.id == .hubCAPin)
    #expect(other?.category == .refused)
    #expect(other?.why?.contains(TestAuthorities.onePin) == true)
  }

  @Test("are refused for addresses and names that cannot be right")
  func badInput() {
    #expect(failure { $0.hubServer = "http://hub.example" }?.category == .usage)
    #expect(failure { $0.hubServer = "https://127.0.0.1:6443" }?.id == .loopbackURL)
    #expect(failure { $0.hubCABundle = Array("none".utf8) }?.id == .hubCAMissing)
    #expect(failure { $0.name = "../c1" }?.id == .invalidClusterName)
    #expect(failure { $0.agent.mode = .hosted }?.category == .usage)
  }
}
