import Crypto
import SwiftASN1
import X509

/// Tells a public key: the SHA-256 of its SubjectPublicKeyInfo (RFC 5280, section 4.1). It is the same
/// for a certificate request, for the certificate that was issued for it, and for the private key behind
/// both, so it shows who got a certificate.
public struct KeyFingerprint: Sendable, Hashable, CustomStringConvertible {
  /// The digest, 64 hexadecimal digits.
  public let digest: String

  /// The beginning of the digest, enough for people to compare: `sha256:0a1b2c3d4e5f6071`.
  public var description: String { "sha256:\(digest.prefix(16))" }

  /// The key that a PKCS#10 request (PEM) names; nil when it cannot be read.
  public init?(requestPEM text: String) {
    guard let request = try? X509.CertificateSigningRequest(pemEncoded: text) else { return nil }
    self.init(request.publicKey)
  }

  /// The key of the first certificate of a chain (PEM); nil when it cannot be read.
  public init?(certificatePEM text: String) {
    guard let document = try? PEMDocument.parseMultiple(pemString: text).first,
      let certificate = try? Certificate(derEncoded: document.derBytes)
    else { return nil }
    self.init(certificate.publicKey)
  }

  /// The public half of a private key (PEM); nil when it cannot be read.
  public init?(privateKeyPEM text: String) {
    guard let key = try? Certificate.PrivateKey(pemEncoded: text) else { return nil }
    self.init(key.publicKey)
  }

  init?(_ key: Certificate.PublicKey) {
    guard let document = try? key.serializeAsPEM() else { return nil }
    digest = Hexadecimal.text(SHA256.hash(data: document.derBytes))
  }
}

extension CertificateSigningRequest {
  /// The key that the certificate is asked for; nil when the request cannot be read.
  public var requestedKey: KeyFingerprint? {
    requestPEM.flatMap(KeyFingerprint.init(requestPEM:))
  }

  /// The key of the certificate that was issued; nil before that.
  public var issuedKey: KeyFingerprint? {
    certificatePEM.flatMap(KeyFingerprint.init(certificatePEM:))
  }
}
