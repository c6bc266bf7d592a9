import Crypto
import Documents
import Foundation
import KubernetesClient
import SwiftASN1
import Testing
import X509

@testable import OpenClusterManagement

@Suite("The hub that an agent knows")
struct KnownHubTests {
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
      token: Secret(RegistrationExpectationTests.token(["jti": "one"]))
    ).text
  }

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
  }

  @Test("is the same by an authority in common, or by the URL where authorities are not told")
  func same() throws {
    let authority = try Self.authority("hub")
    let other = try Self.authority("other")
    func isSame(_ known: [UInt8]?, _ url: String, _ theirs: [UInt8]?) throws -> Bool {
      let hub = try #require(
        KnownHub(
          secret: secret(["kubeconfig": kubeconfig("https://Hub.example.com:443/", known)])))
      return hub.isSame(as: [
        try ClusterEndpoint(url: url, certificateAuthorities: theirs, source: .given)
      ])
    }
    #expect(try isSame(authority, "https://hub.example.com", authority))
    #expect(try isSame(authority, "https://10.0.0.1:6443", other + authority))
    #expect(try isSame(authority, "https://hub.example.com", nil))
    #expect(try isSame(nil, "https://hub.example.com", other))
    #expect(try !isSame(authority, "https://hub.example.com", other))
    #expect(try !isSame(authority, "https://10.0.0.1:6443", nil))
    #expect(try !isSame(nil, "https://hub.example.com:6443", nil))
  }

  @Test("a Secret without a kubeconfig tells no hub")
  func nothing() {
    #expect(KnownHub(secret: secret(["cluster-name": "c1"])) == nil)
    #expect(KnownHub(secret: secret(["kubeconfig": "{{"])) == nil)
    #expect(KnownHub(secret: secret(["kubeconfig": "apiVersion: v1"])) == nil)
    #expect(KnownHub(secret: .null) == nil)
  }

  @Test("a real agent's Secret")
  func recorded() throws {
    let hub = try #require(
      KnownHub(secret: try Recording.object("ocm-join/hub-kubeconfig-secret-without-key")))
    #expect(hub.server == "https://127.0.0.1:22000")
    #expect(hub.clusterName == "c1")
    #expect(hub.agentName == "f2c1ab5e-c943-489a-87e6-e82243627811")
    #expect(hub.certificateExpires.map { $0 > Date(timeIntervalSince1970: 1_795_000_000) } == true)
    #expect(hub.tokenIdentifier == nil)
    let cluster = ManagedCluster(try Recording.object("ocm-join/managedcluster-available"))
    let config = try #require(cluster.clientConfigs.first)
    #expect(config.url == "https://api.c1.example.com:6443")
    let endpoint = try ClusterEndpoint(
      url: "https://elsewhere:6443", certificateAuthorities: config.certificateAuthorities,
      source: .given)
    // Hub and managed cluster were the same cluster.
    #expect(hub.isSame(as: [endpoint]))
    #expect(RegistrationState.evaluate(cluster, now: Date()).isRegistered)
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
