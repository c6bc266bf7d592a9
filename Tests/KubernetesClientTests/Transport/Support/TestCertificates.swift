import Crypto
import Foundation
import SwiftASN1
import X509

/// A certificate with its key, as PEM.
struct Issued: Sendable {
  let certificatePEM: [UInt8]
  let keyPEM: [UInt8]
}

/// A certificate authority made for a test.
struct Authority: Sendable {
  let certificatePEM: [UInt8]
  private let name: DistinguishedName
  private let key: Certificate.PrivateKey

  /// An authority whose own certificate is valid for a day.
  init(_ commonName: String = "test authority") throws {
    key = Certificate.PrivateKey(P256.Signing.PrivateKey())
    name = try DistinguishedName { CommonName(commonName) }
    let now = Date()
    let certificate = try Certificate(
      version: .v3, serialNumber: .init(), publicKey: key.publicKey,
      notValidBefore: now - 3600, notValidAfter: now + 86_400, issuer: name, subject: name,
      signatureAlgorithm: .ecdsaWithSHA256,
      extensions: try .init {
        Critical(BasicConstraints.isCertificateAuthority(maxPathLength: nil))
        Critical(KeyUsage(keyCertSign: true))
      },
      issuerPrivateKey: key)
    certificatePEM = Array(try certificate.serializeAsPEM().pemString.utf8)
  }

  /// A certificate for `names` and `addresses`, valid from `start` to `end` (seconds from now).
  func issue(
    _ commonName: String, names: [String] = [], addresses: [[UInt8]] = [],
    from start: TimeInterval = -3600, to end: TimeInterval = 3600
  ) throws -> Issued {
    let subjectKey = P256.Signing.PrivateKey()
    let alternatives =
      names.map { GeneralName.dnsName($0) }
      + addresses.map { GeneralName.ipAddress(ASN1OctetString(contentBytes: $0[...])) }
    let now = Date()
    let certificate = try Certificate(
      version: .v3, serialNumber: .init(),
      publicKey: Certificate.PrivateKey(subjectKey).publicKey,
      notValidBefore: now + start, notValidAfter: now + end, issuer: name,
      subject: try DistinguishedName { CommonName(commonName) },
      signatureAlgorithm: .ecdsaWithSHA256,
      extensions: try .init {
        Critical(BasicConstraints.notCertificateAuthority)
        if !alternatives.isEmpty { SubjectAlternativeNames(alternatives) }
      },
      issuerPrivateKey: key)
    return Issued(
      certificatePEM: Array(try certificate.serializeAsPEM().pemString.utf8),
      keyPEM: Array(subjectKey.pemRepresentation.utf8))
  }

  /// The certificate most servers of the tests have: for `localhost` and `127.0.0.1`.
  func issueForLoopback() throws -> Issued {
    try issue("loopback", names: ["localhost"], addresses: [[127, 0, 0, 1]])
  }
}
