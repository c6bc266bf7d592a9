import Crypto
import Foundation
import SwiftASN1
import X509

/// A certificate authority with its key: what a cluster signs its certificates with.
struct CertificateAuthority: Sendable {
  /// The self-signed certificate.
  let certificate: Certificate
  /// Its private key (P-256).
  let key: Certificate.PrivateKey

  /// Makes a new authority that is valid for ten years.
  init(commonName: String) throws {
    let key = Certificate.PrivateKey(P256.Signing.PrivateKey())
    self.key = key
    let subject = try DistinguishedName { CommonName(commonName) }
    certificate = try Certificate(
      version: .v3, serialNumber: Certificate.SerialNumber(), publicKey: key.publicKey,
      notValidBefore: Date(timeIntervalSinceNow: -3600),
      notValidAfter: Date(timeIntervalSinceNow: 10 * 365 * 86_400),
      issuer: subject, subject: subject, signatureAlgorithm: .ecdsaWithSHA256,
      extensions: try Certificate.Extensions {
        Critical(BasicConstraints.isCertificateAuthority(maxPathLength: nil))
        Critical(KeyUsage(digitalSignature: true, keyCertSign: true, cRLSign: true))
        SubjectKeyIdentifier(hash: key.publicKey)
      },
      issuerPrivateKey: key)
  }

  /// The certificate as PEM text, as kubeconfigs and `kube-root-ca.crt` carry it.
  var pem: String { get throws { try certificate.serializeAsPEM().pemString } }

  /// Signs a certificate for a public key and subject, as the cluster's signers do.
  ///
  /// - Parameter extendedKeyUsages: client or server authentication.
  func sign(
    publicKey: Certificate.PublicKey, subject: DistinguishedName, notBefore: Date,
    notAfter: Date, extendedKeyUsages: [ExtendedKeyUsage.Usage],
    alternativeNames: [GeneralName] = []
  ) throws -> Certificate {
    try Certificate(
      version: .v3, serialNumber: Certificate.SerialNumber(), publicKey: publicKey,
      notValidBefore: notBefore, notValidAfter: notAfter, issuer: certificate.subject,
      subject: subject, signatureAlgorithm: .ecdsaWithSHA256,
      extensions: try Certificate.Extensions {
        Critical(BasicConstraints.notCertificateAuthority)
        Critical(KeyUsage(digitalSignature: true, keyEncipherment: true))
        try ExtendedKeyUsage(extendedKeyUsages)
        AuthorityKeyIdentifier(
          keyIdentifier: SubjectKeyIdentifier(hash: key.publicKey).keyIdentifier)
        if !alternativeNames.isEmpty { SubjectAlternativeNames(alternativeNames) }
      },
      issuerPrivateKey: key)
  }
}
