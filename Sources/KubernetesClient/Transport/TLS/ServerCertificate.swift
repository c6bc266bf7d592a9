public import FoundationEssentials

/// A certificate a server showed, as far as it explains a failed check.
public struct ServerCertificate: Sendable, Hashable {
  /// The subject's distinguished name, e.g. `CN=kube-apiserver`.
  public let subject: String
  /// The issuer's distinguished name.
  public let issuer: String
  /// DNS names of the subject alternative name extension.
  public let dnsNames: [String]
  /// IP addresses of the subject alternative name extension, in text.
  public let ipAddresses: [String]
  /// Start of the validity.
  public let notBefore: Date
  /// End of the validity.
  public let notAfter: Date
  /// The certificate itself, DER.
  public let der: [UInt8]

  /// DNS names and IP addresses together.
  public var names: [String] { dnsNames + ipAddresses }
}
