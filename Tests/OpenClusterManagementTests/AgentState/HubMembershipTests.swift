import Crypto
import Documents
import Foundation
import KubernetesClient
import SwiftASN1
import Testing
import X509

@testable import OpenClusterManagement

@Suite("Which hub an agent belongs to")
struct HubMembershipTests {
  /// A certificate authority as PEM.
  static func authority(_ name: String) throws -> [UInt8] {
    let key = Certificate.PrivateKey(P256.Signing.PrivateKey())
    let subject = try DistinguishedName { CommonName(name) }
    let certificate = try Certificate(
      version: .v3, serialNumber: .init(), publicKey: key.publicKey,
      notValidBefore: Date(timeIntervalSince1970: 1_795_000_000),
      notValidAfter: Date(timeIntervalSince1970: 1_796_000_000), issuer: subject, subject: subject,
      signatureAlgorithm: .ecdsaWithSHA256, extensions: .init(), issuerPrivateKey: key)
    return Array(try certificate.serializeAsPEM().pemString.utf8)
  }

  private func secret(_ entries: [String: String]) -> Value {
    .object([
      "data": .object(
        Object(entries.map { ($0.key, .string(Data($0.value.utf8).base64EncodedString())) }))
    ])
  }

  private func kubeconfig(_ server: String, _ authority: [UInt8]?) -> String {
    JoinKubeconfig(
      server: server, certificateAuthorities: authority,
      token: Secret(BearerTokenClaimsTests.token(["jti": "one"]))
    ).text
  }

  private let klusterlet = Klusterlet(["spec": ["clusterName": "c1"]])

  @Test("the agent's own Secret tells hub, names, and when its certificate ends")
  func joined() throws {
    let authority = try Self.authority("hub")
    let hub = try #require(
      KnownHub(
        secret: secret([
          "kubeconfig": kubeconfig("https://hub:6443", authority), "cluster-name": "c9",
          "agent-name": "a1", "tls.crt": String(decoding: authority, as: UTF8.self),
        ])))
    #expect(hub.server == "https://hub:6443")
    #expect(hub.clusterName == "c9")
    #expect(hub.agentName == "a1")
    #expect(hub.certificateExpires == Date(timeIntervalSince1970: 1_796_000_000))
    #expect(hub.authorityFingerprints.count == 1)
    #expect(hub.tokenIdentifier == "one")
    let membership = HubMembership(
      klusterlet: klusterlet,
      hubKubeconfigSecret: secret([
        "kubeconfig": kubeconfig("https://hub:6443", authority), "cluster-name": "c9",
      ]), bootstrapSecret: nil)
    #expect(membership.clusterName == "c9")
  }

  @Test("the same hub by its URL, or by its authority under another URL")
  func same() throws {
    let authority = try Self.authority("hub")
    let other = try Self.authority("other")
    let membership = HubMembership(
      klusterlet: klusterlet, hubKubeconfigSecret: nil,
      bootstrapSecret: secret(["kubeconfig": kubeconfig("https://Hub.example.com:443/", authority)])
    )
    func relation(_ url: String, _ authority: [UInt8]?) throws -> HubMembership.Relation {
      membership.relation(
        to: [try ClusterEndpoint(url: url, certificateAuthorities: authority, source: .given)],
        identity: nil)
    }
    #expect(try relation("https://hub.example.com", nil) == .same)
    #expect(try relation("https://10.0.0.1:6443", other + authority) == .same)
    let bootstrap = try #require(membership.bootstrap)
    #expect(try relation("https://10.0.0.1:6443", other) == .other(bootstrap))
    #expect(try relation("https://10.0.0.1:6443", nil) == .other(bootstrap))
  }

  @Test("a noted identity decides, whatever the addresses say")
  func identity() throws {
    let authority = try Self.authority("hub")
    let membership = HubMembership(
      klusterlet: Klusterlet(["metadata": ["annotations": ["mcctl.dev/hub-identity": "uid-1"]]]),
      hubKubeconfigSecret: nil,
      bootstrapSecret: secret(["kubeconfig": kubeconfig("https://hub:6443", authority)]))
    let endpoint = try ClusterEndpoint(
      url: "https://hub:6443", certificateAuthorities: authority, source: .given)
    #expect(membership.relation(to: [endpoint], identity: "uid-1") == .same)
    #expect(membership.relation(to: [], identity: "uid-1") == .same)
    let known = try #require(membership.bootstrap)
    #expect(membership.relation(to: [endpoint], identity: "uid-2") == .other(known))
    #expect(membership.relation(to: [endpoint], identity: nil) == .same)
  }

  @Test("a certificate of one hub counts more than the bootstrap kubeconfig of another")
  func joinedCounts() throws {
    let authority = try Self.authority("hub")
    let membership = HubMembership(
      klusterlet: klusterlet,
      hubKubeconfigSecret: secret(["kubeconfig": kubeconfig("https://old:6443", nil)]),
      bootstrapSecret: secret(["kubeconfig": kubeconfig("https://new:6443", authority)]))
    let new = try ClusterEndpoint(
      url: "https://new:6443", certificateAuthorities: authority, source: .given)
    let joined = try #require(membership.joined)
    #expect(membership.relation(to: [new], identity: nil) == .other(joined))
  }

  @Test("nothing that tells a hub")
  func undecided() {
    let membership = HubMembership(
      klusterlet: klusterlet, hubKubeconfigSecret: secret(["cluster-name": "c1"]),
      bootstrapSecret: secret(["kubeconfig": "{{"]))
    #expect(membership.relation(to: [], identity: "x") == .undecided)
    #expect(membership.clusterName == "c1")
  }

  @Test("a cluster's identity is the UID of kube-system")
  func clusterIdentity() throws {
    let namespace = try Recording.body("07-namespace")
    #expect(
      ClusterIdentity.identity(fromKubeSystem: namespace) == "7462b00f-b0db-4edc-bb76-45d1664a7eb7")
    #expect(ClusterIdentity.identity(fromKubeSystem: [:]) == nil)
    #expect(ClusterIdentity.identity(fromKubeSystem: ["metadata": ["uid": ""]]) == nil)
  }
}
