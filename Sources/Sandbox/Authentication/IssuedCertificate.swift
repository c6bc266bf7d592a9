import Crypto
import Foundation
import NIOCore
import SwiftASN1
import X509

/// A certificate with its private key, both PEM.
struct IssuedCertificate: Sendable {
  let certificate: String
  let key: String
}

extension CertificateAuthority {
  /// Issues a client certificate with a fresh key.
  ///
  /// - Parameter lifetime: seconds; a negative one makes a certificate that has expired.
  func issueClient(user: String, groups: [String], lifetime: TimeInterval = 365 * 86_400) throws
    -> IssuedCertificate
  {
    let subject = try DistinguishedName {
      for group in groups { OrganizationName(group) }
      CommonName(user)
    }
    return try issue(subject, lifetime: lifetime, usages: [.clientAuth], names: [])
  }

  /// Issues a serving certificate with a fresh key.
  ///
  /// - Parameter addresses: IPv4 and IPv6 addresses the server is reached at; others are left out.
  func issueServing(names: [String], addresses: [String]) throws -> IssuedCertificate {
    let subject = try DistinguishedName { CommonName("kube-apiserver") }
    var alternatives = names.map { GeneralName.dnsName($0) }
    for address in Set(addresses).sorted() {
      guard let bytes = Self.bytes(of: address) else { continue }
      alternatives.append(.ipAddress(ASN1OctetString(contentBytes: bytes[...])))
    }
    return try issue(
      subject, lifetime: 365 * 86_400, usages: [.serverAuth], names: alternatives)
  }

  private func issue(
    _ subject: DistinguishedName, lifetime: TimeInterval, usages: [ExtendedKeyUsage.Usage],
    names: [GeneralName]
  ) throws -> IssuedCertificate {
    let key = P256.Signing.PrivateKey()
    let end = Date(timeIntervalSinceNow: lifetime)
    let start = min(Date(timeIntervalSinceNow: -300), end.addingTimeInterval(-300))
    let certificate = try sign(
      publicKey: Certificate.PublicKey(key.publicKey), subject: subject, notBefore: start,
      notAfter: end, extendedKeyUsages: usages, alternativeNames: names)
    return IssuedCertificate(
      certificate: try certificate.serializeAsPEM().pemString + "\n",
      key: key.pemRepresentation + "\n")
  }

  private static func bytes(of address: String) -> [UInt8]? {
    guard let parsed = try? SocketAddress(ipAddress: address, port: 0) else { return nil }
    switch parsed {
    case .v4(let v4): return withUnsafeBytes(of: v4.address.sin_addr) { Array($0) }
    case .v6(let v6): return withUnsafeBytes(of: v6.address.sin6_addr) { Array($0) }
    default: return nil
    }
  }
}
