import Crypto
import Foundation
import SwiftASN1
import X509

/// The user that a client certificate stands for: the common name is the user, organisations are
/// groups.
struct CertificateIdentity: Sendable {
  let user: UserInfo
  let validity: ClosedRange<Date>

  /// Reads a certificate; nil when the authority did not sign it for clients.
  init?(der: [UInt8], signedBy authority: CertificateAuthority) {
    guard let certificate = try? Certificate(derEncoded: der),
      authority.certificate.publicKey.isValidSignature(certificate.signature, for: certificate),
      certificate.notValidBefore <= certificate.notValidAfter
    else { return nil }
    if let usages = try? certificate.extensions.extendedKeyUsage, !usages.contains(.clientAuth) {
      return nil
    }
    let names = Self.values(certificate.subject, .RDNAttributeType.commonName)
    guard let name = names.first else { return nil }
    let digest = SHA256.hash(data: der).map { byte in
      let text = String(byte, radix: 16)
      return text.count == 1 ? "0" + text : text
    }
    user = UserInfo(
      name: name, groups: Self.values(certificate.subject, .RDNAttributeType.organizationName),
      extra: [
        "authentication.kubernetes.io/credential-id": ["X509SHA256=\(digest.joined())"]
      ])
    validity = certificate.notValidBefore...certificate.notValidAfter
  }

  private static func values(_ name: DistinguishedName, _ type: ASN1ObjectIdentifier) -> [String] {
    name.flatMap { part in
      part.filter { $0.type == type }.map { String(describing: $0.value) }
    }
  }
}
