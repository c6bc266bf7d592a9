import Crypto
import Foundation
import SwiftASN1
import X509

/// The client certificate of an agent.
struct AgentCertificate: Sendable {
  let commonName: String
  let organizations: [String]
  let notBefore: Date
  let notAfter: Date

  /// Nil when there is none, or it cannot be read.
  init?(_ pem: [UInt8]?) {
    guard let pem,
      let certificate = try? Certificate(pemEncoded: String(decoding: pem, as: UTF8.self))
    else { return nil }
    commonName = certificate.subject.texts(of: .RDNAttributeType.commonName).first ?? ""
    organizations = certificate.subject.texts(of: .RDNAttributeType.organizationName)
    notBefore = certificate.notValidBefore
    notAfter = certificate.notValidAfter
  }

  var isExpired: Bool { notAfter <= Date() }

  /// When a new one should be asked for: with 20 to 25 percent of its life left.
  func renewal(jitter: Double = .random(in: 0.2...0.25)) -> Date {
    notAfter.addingTimeInterval(-notAfter.timeIntervalSince(notBefore) * jitter)
  }
}

/// A key and the request for a certificate of an agent.
struct AgentKeyPair: Sendable {
  /// PEM of the EC private key.
  let privateKey: [UInt8]
  /// PEM of the request.
  let request: [UInt8]

  /// Makes a P-256 key and a request with common name and organizations as the hub's approver
  /// wants them.
  init(commonName: String, organizations: [String]) throws {
    let key = P256.Signing.PrivateKey()
    var names = organizations.map { RelativeDistinguishedName.Attribute(organization: $0) }
    names.append(RelativeDistinguishedName.Attribute(commonName: commonName))
    let subject = DistinguishedName(names.map { RelativeDistinguishedName([$0]) })
    let signingRequest = try CertificateSigningRequest(
      version: .v1, subject: subject, privateKey: Certificate.PrivateKey(key),
      attributes: CertificateSigningRequest.Attributes(), signatureAlgorithm: .ecdsaWithSHA256)
    privateKey = Array(key.pemRepresentation.utf8)
    request = Array((try signingRequest.serializeAsPEM().pemString + "\n").utf8)
  }
}

extension RelativeDistinguishedName.Attribute {
  fileprivate init(organization: String) {
    self.init(type: .RDNAttributeType.organizationName, utf8String: organization)
  }

  fileprivate init(commonName: String) {
    self.init(type: .RDNAttributeType.commonName, utf8String: commonName)
  }
}
