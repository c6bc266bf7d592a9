public import FoundationEssentials
import SwiftASN1
import X509

/// A certificate a server showed, as far as it explains a failed check.
public struct ServerCertificate: Sendable, Hashable {
  /// The subject's distinguished name, e.g. `CN=kube-apiserver`.
  public let subject: String
  /// The issuer's distinguished name.
  public let issuer: String
  /// DNS names of the subject alternative name extension.
  public let dnsNames: [String]
  /// IP addresses of the subject alternative name extension, in canonical text.
  public let ipAddresses: [String]
  /// Start of the validity.
  public let notBefore: Date
  /// End of the validity.
  public let notAfter: Date
  /// The certificate itself, DER.
  public let der: [UInt8]

  /// DNS names and IP addresses together.
  public var names: [String] { dnsNames + ipAddresses }

  /// Reads a PEM certificate.
  ///
  /// - Throws: swift-asn1's or swift-certificates' error when it is none.
  public init(pem: String) throws {
    let document = try PEMDocument(pemString: pem)
    let certificate = try Certificate(derEncoded: document.derBytes)
    subject = certificate.subject.description
    issuer = certificate.issuer.description
    notBefore = certificate.notValidBefore
    notAfter = certificate.notValidAfter
    der = document.derBytes

    var dnsNames: [String] = []
    var ipAddresses: [String] = []
    for name in try certificate.extensions.subjectAlternativeNames ?? SubjectAlternativeNames() {
      switch name {
      case .dnsName(let name):
        dnsNames.append(name)
      case .ipAddress(let octets):
        if let address = IPAddress(bytes: Array(octets.bytes)) {
          ipAddresses.append(address.description)
        }
      default:
        break
      }
    }
    self.dnsNames = dnsNames
    self.ipAddresses = ipAddresses
  }

  /// Whether the certificate is for `host`, a name or an IP address without brackets, by RFC 9525, section 6: names
  /// only count in the subject alternative name extension, and a `*` stands for one whole leftmost label.
  public func covers(host: String) -> Bool {
    if let address = IPAddress(host) { return ipAddresses.contains(address.description) }
    let wanted = Self.labels(host)
    return dnsNames.map(Self.labels).contains { labels in
      guard labels.first == "*" else { return labels == wanted }
      return labels.count >= 3 && labels.dropFirst() == wanted.dropFirst()
    }
  }

  private static func labels(_ name: String) -> [Substring] {
    let name = name.lowercased()
    return (name.hasSuffix(".") ? name.dropLast() : name[...])
      .split(separator: ".", omittingEmptySubsequences: false)
  }
}
