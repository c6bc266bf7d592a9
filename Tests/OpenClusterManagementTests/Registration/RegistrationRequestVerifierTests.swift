import Crypto
import Documents
import Foundation
import Testing
import X509

@testable import OpenClusterManagement

@Suite("A certificate request is only approved when everything fits")
struct RegistrationRequestVerifierTests {
  static let expectation = RegistrationExpectation(
    clusterName: "c1", requesters: [.joinCredential], tokenIdentifiers: ["token-1"],
    credentialMinted: Timestamp.date("2026-11-22T19:59:58Z"))

  let verifier = RegistrationRequestVerifier(expectation)

  /// One way of being wrong, and the one check that has to find it.
  struct Fault: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let found: RegistrationCheck.Kind
    let change: @Sendable (inout RequestBuilder) -> Void

    init(
      _ testDescription: String, _ found: RegistrationCheck.Kind,
      _ change: @escaping @Sendable (inout RequestBuilder) -> Void
    ) {
      self.testDescription = testDescription
      self.found = found
      self.change = change
    }
  }

  static let faults: [Fault] = [
    Fault("no label", .label) { $0.label = nil },
    Fault("another cluster's label", .label) { $0.label = "c2" },
    Fault("an addon's request", .purpose) { $0.addOn = "work-manager" },
    Fault("another signer", .signer) { $0.signer = "kubernetes.io/kubelet-serving" },
    Fault("denied", .state) { $0.conditions = [["type": "Denied", "status": "True"]] },
    Fault("failed", .state) { $0.conditions = [["type": "Failed", "status": "True"]] },
    Fault("no PEM", .request) { $0.pem = "hello" },
    Fault("a PEM block of another kind", .request) {
      $0.pem = "-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----\n"
    },
    Fault("no PKCS#10 in the PEM", .request) {
      $0.pem = "-----BEGIN CERTIFICATE REQUEST-----\nMAA=\n-----END CERTIFICATE REQUEST-----\n"
    },
    Fault("empty", .request) { $0.pem = "" },
    Fault("signed with another key", .signature) {
      $0.claimedKey = Certificate.PrivateKey(P256.Signing.PrivateKey()).publicKey
    },
    Fault("another cluster's common name", .commonName) {
      $0.commonNames = ["system:open-cluster-management:c2:agent1"]
    },
    Fault("a cluster whose name begins alike", .commonName) {
      $0.commonNames = ["system:open-cluster-management:c10:agent1"]
    },
    Fault("an administrator's common name", .commonName) { $0.commonNames = ["admin"] },
    Fault("no agent in the common name", .commonName) {
      $0.commonNames = ["system:open-cluster-management:c1:"]
    },
    Fault("a colon in the agent's name", .commonName) {
      $0.commonNames = ["system:open-cluster-management:c1:a:b"]
    },
    Fault("no common name", .commonName) { $0.commonNames = [] },
    Fault("two common names", .commonName) { $0.commonNames.append("admin") },
    Fault("masters among the groups", .organization) { $0.organizations.append("system:masters") },
    Fault("only masters", .organization) { $0.organizations = ["system:masters"] },
    Fault("another cluster's group", .organization) {
      $0.organizations = ["system:open-cluster-management:c2"]
    },
    Fault("no group", .organization) { $0.organizations = [] },
    Fault("only the common group", .organization) { $0.organizations.removeFirst() },
    Fault("the cluster's group twice", .organization) {
      $0.organizations.append("system:open-cluster-management:c1")
    },
    Fault("an organisational unit", .extras) { $0.units = ["x"] },
    Fault("an alternative name", .extras) { $0.alternativeNames = [.dnsName("kubernetes")] },
    Fault("a server's usage", .usages) { $0.usages.append("server auth") },
    Fault("no usage as a client", .usages) { $0.usages.removeLast() },
    Fault("no usages", .usages) { $0.usages = [] },
    Fault("asked by another cluster's credential", .requester) {
      $0.username = "system:serviceaccount:open-cluster-management:mcctl-join-c2"
    },
    Fault("asked by a credential of that name elsewhere", .requester) {
      $0.username = "system:serviceaccount:default:mcctl-join-c1"
    },
    Fault("asked by the shared credential", .requester) {
      $0.username = "system:serviceaccount:open-cluster-management:agent-registration-bootstrap"
    },
    Fault("made with another token", .credential) { $0.tokenIdentifier = "token-2" },
    Fault("older than the credential", .freshness) { $0.created = "2026-11-22T19:59:00Z" },
    Fault("without time", .freshness) { $0.created = nil },
    Fault("a weak RSA key", .key) { $0.pem = WeakRequests.rsa1024 },
    Fault("an odd curve", .key) { $0.pem = WeakRequests.p224 },
  ]

  @Test("refuses", arguments: faults)
  func refuses(_ fault: Fault) throws {
    var builder = RequestBuilder()
    fault.change(&builder)
    let verdict = verifier.verify(try builder.build())
    #expect(verdict.failures.map(\.kind) == [fault.found], "\(verdict.failures)")
    #expect(throws: RegistrationRequestRefused.self) { try verdict.requireAcceptable() }
  }

  @Test("accepts a good request and names the agent")
  func accepts() throws {
    let verdict = verifier.verify(try RequestBuilder().build())
    #expect(verdict.isAcceptable)
    #expect(verdict.agentName == "agent1")
    #expect(verdict.checks.map(\.kind) == RegistrationCheck.Kind.allCases)
    try verdict.requireAcceptable()
  }

  @Test(
    "accepts every sound key",
    arguments: [
      Certificate.PrivateKey(P256.Signing.PrivateKey()),
      Certificate.PrivateKey(P384.Signing.PrivateKey()),
      Certificate.PrivateKey(P521.Signing.PrivateKey()),
      Certificate.PrivateKey(Curve25519.Signing.PrivateKey()),
    ])
  func acceptsKeys(_ key: Certificate.PrivateKey) throws {
    var builder = RequestBuilder()
    builder.key = key
    #expect(verifier.verify(try builder.build()).isAcceptable)
  }

  @Test("accepts without the common group, without key encipherment, and when already approved")
  func acceptsVariants() throws {
    var builder = RequestBuilder()
    builder.organizations.removeLast()
    builder.usages = ["client auth", "digital signature"]
    builder.conditions = [["type": "Approved", "status": "True"]]
    #expect(verifier.verify(try builder.build()).isAcceptable)
  }

  @Test("an API server that does not tell the token leaves that check out")
  func oldAPIServer() throws {
    var builder = RequestBuilder()
    builder.tokenIdentifier = nil
    let verdict = verifier.verify(try builder.build())
    #expect(verdict.isAcceptable)
    let credential = try #require(verdict.checks.first { $0.kind == .credential })
    guard case .skipped = credential.outcome else {
      Issue.record("\(credential.outcome)")
      return
    }
  }

  @Test("a request in the very second of minting is fresh")
  func sameSecond() throws {
    var expectation = Self.expectation
    expectation.credentialMinted = Timestamp.date("2026-11-22T20:00:00.900Z")
    let verifier = RegistrationRequestVerifier(expectation)
    #expect(verifier.verify(try RequestBuilder().build()).isAcceptable)
  }

  @Test("letters that only look alike are not the same name")
  func lookalikes() throws {
    var builder = RequestBuilder()
    // U+037E is equal to a semicolon for Unicode, and U+212A to K.
    builder.label = "c1\u{212A}"
    var expectation = Self.expectation
    expectation.clusterName = "c1K"
    let verdict = RegistrationRequestVerifier(expectation).verify(try builder.build())
    #expect("c1\u{212A}" == "c1K")
    #expect(verdict.failures.contains { $0.kind == .label })
  }

  @Test("says everything that is wrong at once, and shows what was found")
  func wholeMessage() throws {
    var builder = RequestBuilder()
    builder.organizations = ["system:masters"]
    builder.username = "mallory"
    let verdict = verifier.verify(try builder.build())
    #expect(verdict.failures.map(\.kind) == [.organization, .requester])
    let text = RegistrationRequestRefused(verdict: verdict).description
    #expect(text.contains("system:masters"))
    #expect(text.contains("mallory"))
    #expect(text.contains("c1-abcde"))
  }

  @Test("the newest request comes first")
  func newestFirst() throws {
    var builder = RequestBuilder()
    builder.created = "2026-11-22T20:00:00Z"
    let older = try builder.build()
    builder.created = "2026-11-22T20:05:00Z"
    let newer = try builder.build()
    let verdicts = verifier.verify([older, newer])
    let freshness = verdicts.compactMap { $0.checks.first { $0.kind == .freshness }?.message }
    #expect(freshness.first?.contains("20:05:00Z") == true)
    #expect(verdicts.count == 2)
  }
}

/// Requests that the certificate library does not make (OpenSSL 3).
enum WeakRequests {
  static let rsa1024 = """
    -----BEGIN CERTIFICATE REQUEST-----
    MIIBnTCCAQYCAQAwXTEqMCgGA1UECgwhc3lzdGVtOm9wZW4tY2x1c3Rlci1tYW5h
    Z2VtZW50OmMxMS8wLQYDVQQDDCZzeXN0ZW06b3Blbi1jbHVzdGVyLW1hbmFnZW1l
    bnQ6YzE6d2VhazCBnzANBgkqhkiG9w0BAQEFAAOBjQAwgYkCgYEAlT69dg6BbqdN
    v88+daiqJ7ya+Yg6Ks1AC70xSTuU0CkLCI4epvLaXFktdLz4jDF884oQhMwZ6QSY
    per9reiqv1XjZTaMWSXsNr3gVo88Pt+bLSw32YENbJYe8iOzoCzoB+mwNQULglB2
    b6ZtwnkFZwaMxZpTgjJxozvTr8M83OsCAwEAAaAAMA0GCSqGSIb3DQEBCwUAA4GB
    AGDK6NYBVnvt6436oosmmZTe/WDZtlhmB4MOdqcQ9pJVGLmT2Q4+8zDhjnVZnx5p
    FC4/GpFEf+H+msF4wWxQ992qHkArl8ANA6E+wHsvERg9xshMKExk43GSiQM94jmP
    8aDl9PcAtPd9+9qmx0lxyiWpc9EzzLk2mOAGAFYvmqsM
    -----END CERTIFICATE REQUEST-----
    """

  static let p224 = """
    -----BEGIN CERTIFICATE REQUEST-----
    MIIBAzCBswIBADBcMSowKAYDVQQKDCFzeXN0ZW06b3Blbi1jbHVzdGVyLW1hbmFn
    ZW1lbnQ6YzExLjAsBgNVBAMMJXN5c3RlbTpvcGVuLWNsdXN0ZXItbWFuYWdlbWVu
    dDpjMTpvZGQwTjAQBgcqhkjOPQIBBgUrgQQAIQM6AATYVFoPCfnYrSTvYqufQSWi
    pnd7NOpHVhB7pA+9Ww02dTtN+X85qT8TV90F3dOwgjrRrG/Gr7afdKAAMAoGCCqG
    SM49BAMCAz8AMDwCHGRipE1z/5MF/pfj85B0dalvNet+NYu/cmTr7+kCHFNtPo4k
    NjhCeKT7gSChlW1+Ahtf6ofcoLiLmRs=
    -----END CERTIFICATE REQUEST-----
    """
}
