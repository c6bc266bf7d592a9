import Documents
import Testing

@testable import OpenClusterManagement

@Suite("Who may ask for a cluster's certificate")
struct RequesterTests {
  typealias Requester = RegistrationExpectation.Requester

  private func isAccepted(_ requesters: [Requester], _ builder: RequestBuilder) throws -> Bool {
    let expectation = RegistrationExpectation(clusterName: "c1", requesters: requesters)
    return RegistrationRequestVerifier(expectation).verify(try builder.build()).isAcceptable
  }

  @Test("a bootstrap token counts by its group")
  func bootstrapTokens() throws {
    var builder = RequestBuilder()
    builder.username = "system:bootstrap:abcdef"
    builder.groups = ["system:bootstrappers", "system:bootstrappers:managedcluster"]
    #expect(try isAccepted([.sharedBootstrapToken], builder))
    #expect(try !isAccepted([.joinCredential], builder))
    builder.groups = ["system:bootstrappers", "system:bootstrappers:kubeadm:default-node-token"]
    #expect(try !isAccepted([.sharedBootstrapToken], builder))
  }

  @Test("a user who merely has a bootstrapper's group is not one")
  func groupAlone() throws {
    var builder = RequestBuilder()
    builder.username = "mallory"
    builder.groups = ["system:bootstrappers:managedcluster"]
    #expect(try !isAccepted([.sharedBootstrapToken], builder))
  }

  @Test("a renewal is asked by the very agent of the common name")
  func renewal() throws {
    var builder = RequestBuilder()
    builder.username = "system:open-cluster-management:c1:agent1"
    builder.groups = ["system:open-cluster-management:c1", "system:authenticated"]
    #expect(try isAccepted([.agent], builder))
    builder.username = "system:open-cluster-management:c1:agent2"
    #expect(try !isAccepted([.agent], builder))
    builder.username = "system:open-cluster-management:c1:agent1"
    builder.groups = ["system:authenticated"]
    #expect(try !isAccepted([.agent], builder))
  }

  @Test("any of several may ask, and a user may be named")
  func several() throws {
    var builder = RequestBuilder()
    builder.username = "alice"
    #expect(try isAccepted([.joinCredential, .user("alice")], builder))
    #expect(try !isAccepted([.joinCredential, .user("bob")], builder))
    #expect(try !isAccepted([], builder))
  }

  @Test("without knowing the credential, OCM's usual ones are taken")
  func anyBootstrap() throws {
    let verifier = RegistrationRequestVerifier(.anyBootstrap(clusterName: "c1"))
    let recorded = try Recording.items("01-csr-pending").map(CertificateSigningRequest.init)
    #expect(recorded.count == 2)
    for request in recorded {
      let verdict = verifier.verify(request)
      #expect(verdict.isAcceptable, "\(verdict.failures)")
    }
    #expect(recorded.map { verifier.verify($0).agentName } == ["25jlq", "scwj7"])
  }

  @Test("a real request made with a cluster's own credential is tied to the minted token")
  func recordedCredential() throws {
    let request = CertificateSigningRequest(try Recording.object("ocm-join/csr-pending"))
    var expectation = RegistrationExpectation(
      clusterName: "c1", requesters: [.joinCredential],
      tokenIdentifiers: ["589151f2-e63a-4688-8fa2-7f96d6f63430"],
      credentialMinted: Timestamp.date("2026-11-22T22:13:40Z"))
    let verdict = RegistrationRequestVerifier(expectation).verify(request)
    #expect(verdict.isAcceptable, "\(verdict.failures)")
    #expect(verdict.agentName == "f2c1ab5e-c943-489a-87e6-e82243627811")
    expectation.tokenIdentifiers = ["another"]
    let other = RegistrationRequestVerifier(expectation).verify(request)
    #expect(other.failures.map(\.kind) == [.credential])
  }

  @Test("a real request for one cluster is not one for another")
  func recordedElsewhere() throws {
    let request = try CertificateSigningRequest(Recording.items("01-csr-pending")[1])
    let verifier = RegistrationRequestVerifier(.anyBootstrap(clusterName: "c2"))
    #expect(verifier.verify(request).failures.map(\.kind) == [.label, .commonName, .organization])
  }
}
