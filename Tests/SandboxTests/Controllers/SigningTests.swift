import Crypto
import Documents
import Foundation
import SwiftASN1
import Testing
import X509

@testable import Sandbox

struct SigningTests {
  private let authority: CertificateAuthority

  init() throws {
    authority = try CertificateAuthority(commonName: "test-ca")
  }

  private func request(
    _ pair: AgentKeyPair, usages: [String] = ["client auth", "digital signature"],
    seconds: Int? = nil
  ) -> Value {
    var spec: Value = [
      "request": .string(Data(pair.request).base64EncodedString()),
      "signerName": .string(SigningController.signerName), "usages": Value(usages),
    ]
    if let seconds { spec["expirationSeconds"] = .integer(seconds) }
    return [
      "apiVersion": "certificates.k8s.io/v1", "kind": "CertificateSigningRequest",
      "metadata": ["name": "r"], "spec": spec,
    ]
  }

  @Test("A certificate carries the requested subject and key, and the CA's signature")
  func certificate() throws {
    let pair = try AgentKeyPair(commonName: "user", organizations: ["a", "b"])
    let pem = try SigningPolicy(authority: authority).sign(request(pair))
    let certificate = try Certificate(pemEncoded: pem)
    #expect(certificate.subject.texts(of: .RDNAttributeType.commonName) == ["user"])
    #expect(certificate.subject.texts(of: .RDNAttributeType.organizationName) == ["a", "b"])
    #expect(
      authority.certificate.publicKey.isValidSignature(certificate.signature, for: certificate))
    let usage = try #require(try certificate.extensions.extendedKeyUsage)
    #expect(usage.contains(.clientAuth))
    let key = try P256.Signing.PrivateKey(
      pemRepresentation: String(decoding: pair.privateKey, as: UTF8.self))
    #expect(certificate.publicKey == Certificate.PublicKey(key.publicKey))
  }

  @Test(
    "The lifetime is what was asked for, within bounds, back-dated five minutes",
    arguments: [
      (nil, SigningPolicy.longest - 300), (3600, 3600), (10, 600), (99_999_999, 31_535_700),
    ] as [(Int?, Int)])
  func lifetime(seconds: Int?, expected: Int) {
    let now = Date(timeIntervalSince1970: 1_800_000_000)
    let period = SigningPolicy(authority: authority).validity(seconds: seconds, now: now)
    #expect(period.lowerBound == now.addingTimeInterval(-300))
    #expect(period.upperBound == now.addingTimeInterval(TimeInterval(expected)))
  }

  @Test("No certificate outlives its CA")
  func boundedByAuthority() {
    let end = authority.certificate.notValidAfter
    let period = SigningPolicy(authority: authority).validity(
      seconds: 86_400, now: end.addingTimeInterval(-3600))
    #expect(period.upperBound == end)
  }

  @Test(
    "Only client certificates are signed",
    arguments: [["server auth"], ["digital signature"], ["client auth", "server auth"]])
  func usages(usages: [String]) throws {
    let pair = try AgentKeyPair(commonName: "user", organizations: ["a"])
    #expect(throws: SigningFailure.usages(usages)) {
      try SigningPolicy(authority: authority).sign(request(pair, usages: usages))
    }
  }

  @Test("Approved requests are signed, denied ones never, and wrong ones marked as failed")
  func controller() async throws {
    let cluster = FakeCluster()
    let signing = SigningController(client: cluster, authority: authority, pace: Pace())
    let pair = try AgentKeyPair(commonName: "user", organizations: ["a"])
    let cases: [(name: String, object: Value, conditions: [String])] = [
      ("approved", request(pair), ["Approved"]), ("pending", request(pair), []),
      ("denied", request(pair), ["Approved", "Denied"]),
      ("wrong", request(pair, usages: ["server auth"]), ["Approved"]),
    ]
    for (name, object, conditions) in cases {
      var object = object
      object.set(.string(name), at: "metadata", "name")
      _ = try await cluster.create(.certificateSigningRequests, object, nil)
      try await cluster.modify(.certificateSigningRequests, name, subresource: "status") {
        for type in conditions { $0.setCondition(StatusCondition(type, .yes, "Test", "")) }
      }
      _ = try await signing.reconcile(name)
    }
    func certificate(_ name: String) async throws -> String? {
      try await cluster.get(.certificateSigningRequests, name, nil)
        .at("status", "certificate")?.string
    }
    let issued = try #require(try await certificate("approved"))
    #expect(AgentCertificate(Data(base64Encoded: issued).map(Array.init))?.commonName == "user")
    #expect(try await certificate("pending") == nil)
    #expect(try await certificate("denied") == nil)
    #expect(try await certificate("wrong") == nil)
    let wrong = try await cluster.get(.certificateSigningRequests, "wrong", nil)
    #expect(wrong.condition("Failed")?["reason"] == "SignerValidationFailure")
  }
}
