import SwiftASN1
import X509

/// What a PKCS#10 certificate request (RFC 2986) asks for.
struct CertificateRequestContents {
  /// Common names of the subject; a good request has one.
  var commonNames: [String] = []
  /// Organisations of the subject: the groups of a Kubernetes user.
  var organizations: [String] = []
  /// Everything else in the subject, for the message.
  var otherSubjectParts: [String] = []
  /// Extensions asked for, by name or number; alternative names among them.
  var extensions: [String] = []
  /// The kind of key.
  let key: RequestedKey
  /// Whether the request was signed with the key it names.
  let isSignatureValid: Bool

  /// Reads a request.
  ///
  /// - Throws: When the text is not exactly one PEM block of the right kind, or not PKCS#10. Text
  ///   around the block is refused although Kubernetes skips it, so that both see the same request.
  init(pem: String) throws {
    let document = try PEMDocument(pemString: pem)
    guard document.discriminator == X509.CertificateSigningRequest.defaultPEMDiscriminator else {
      throw UnreadableRequest.otherKind(document.discriminator)
    }
    let node = try DER.parse(document.derBytes)
    key = try RequestedKey(request: node)
    guard key.isAcceptable else { throw UnreadableRequest.weakKey(key) }
    let request = try X509.CertificateSigningRequest(derEncoded: node)
    isSignatureValid = request.publicKey.isValidSignature(request.signature, for: request)
    readSubject(request.subject)
    readExtensions(request.attributes)
  }

  private mutating func readSubject(_ subject: DistinguishedName) {
    for attribute in subject.flatMap({ $0 }) {
      let text = String(attribute.value)
      switch (attribute.type, text) {
      case (.RDNAttributeType.commonName, .some(let name)): commonNames.append(name)
      case (.RDNAttributeType.organizationName, .some(let name)): organizations.append(name)
      default: otherSubjectParts.append("\(attribute.type)=\(text ?? "…")")
      }
    }
  }

  private mutating func readExtensions(_ attributes: X509.CertificateSigningRequest.Attributes) {
    for attribute in attributes {
      guard attribute.oid == .CSRAttributes.extensionRequest,
        let request = try? ExtensionRequest(attribute)
      else {
        extensions.append("attribute \(attribute.oid)")
        continue
      }
      for requested in request.extensions {
        if let names = try? SubjectAlternativeNames(requested) {
          extensions.append("alternative names \(names.map(\.description).joined(separator: ", "))")
        } else {
          extensions.append("extension \(requested.oid)")
        }
      }
    }
  }
}

/// Why a certificate request cannot be read.
enum UnreadableRequest: Error, CustomStringConvertible {
  /// A PEM block of another kind.
  case otherKind(String)
  /// The key's structure is not as RFC 5280 says.
  case badKey
  /// The key is of a kind that is not read further.
  case weakKey(RequestedKey)

  var description: String {
    switch self {
    case .otherKind(let kind): "it is a PEM block of kind \"\(kind)\""
    case .badKey: "its public key cannot be read"
    case .weakKey(let key): "its key is \(key)"
    }
  }
}
