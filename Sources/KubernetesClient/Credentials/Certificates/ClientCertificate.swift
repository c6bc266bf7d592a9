public import FoundationEssentials
import SwiftASN1
import X509

/// What a client certificate says of whom it stands for.
public struct ClientCertificate: Sendable, Hashable {
  /// Why a certificate or its key cannot be used, as the end of a sentence.
  public struct Failure: Error, Sendable, Hashable, CustomStringConvertible {
    /// The reason, such as `is not valid PEM`.
    public let description: String
  }

  /// The distinguished name, such as `CN=admin,O=system:masters`.
  public let subject: String
  /// The common name, which Kubernetes takes for the user's name.
  public let commonName: String?
  /// The organizations, which Kubernetes takes for the user's groups.
  public let organizations: [String]
  /// The issuer's distinguished name.
  public let issuer: String
  /// When it begins to be valid.
  public let notBefore: Date
  /// When it ends to be valid.
  public let notAfter: Date
  private let publicKey: Certificate.PublicKey

  /// Reads the first certificate of a PEM text; those after it are intermediates.
  public init(pem: [UInt8]) throws(Failure) {
    if let fault = PEMBlocks.fault(in: pem, wanted: "CERTIFICATE") {
      throw Failure(description: fault)
    }
    guard
      let block = try? PEMBlocks.parse(pem).first(where: { $0.discriminator == "CERTIFICATE" }),
      let certificate = try? Certificate(pemDocument: block)
    else { throw Failure(description: "holds no readable X.509 certificate") }
    subject = certificate.subject.description
    commonName = certificate.subject.values(of: .RDNAttributeType.commonName).first
    organizations = certificate.subject.values(of: .RDNAttributeType.organizationName)
    issuer = certificate.issuer.description
    notBefore = certificate.notValidBefore
    notAfter = certificate.notValidAfter
    publicKey = certificate.publicKey
  }

  /// Whether a private key (PEM) is this certificate's. A kind of key that is not known here counts as
  /// belonging: the TLS library has the last word.
  public func belongs(toKey pem: [UInt8]) throws(Failure) -> Bool {
    guard let blocks = try? PEMBlocks.parse(pem) else {
      throw Failure(description: "is not valid PEM")
    }
    guard let block = blocks.first(where: { $0.discriminator.hasSuffix("PRIVATE KEY") }) else {
      throw Failure(description: "holds no private key")
    }
    guard block.discriminator != "ENCRYPTED PRIVATE KEY" else {
      throw Failure(description: "is encrypted, which is not supported")
    }
    guard let key = try? Certificate.PrivateKey(pemDocument: block) else { return true }
    return key.publicKey == publicKey
  }
}

extension DistinguishedName {
  /// The texts of all attributes of a type, in the certificate's order.
  fileprivate func values(of type: ASN1ObjectIdentifier) -> [String] {
    flatMap { $0.filter { $0.type == type } }.map { "\($0.value)" }
  }
}
