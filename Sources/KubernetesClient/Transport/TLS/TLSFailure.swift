public import FoundationEssentials

/// Why no trusted connection came about, with what the server showed of itself.
public struct TLSFailure: Error, Sendable, Hashable {
  /// The check that failed.
  public enum Reason: Sendable, Hashable {
    /// No trusted authority signed the certificate.
    case unknownAuthority
    /// The certificate is for other names than `wanted`; `names` are its DNS names and IP addresses.
    case hostnameMismatch(wanted: String, names: [String])
    /// A certificate of the chain ended; `notAfter` is nil when it could not be read.
    case expired(notAfter: Date?)
    /// A certificate of the chain has not begun; `notBefore` is nil when it could not be read.
    case notYetValid(notBefore: Date?)
    /// The server wants a client certificate, or does not take the one it was shown.
    case clientCertificateRejected(detail: String)
    /// The client certificate or key of the settings cannot be used.
    case invalidClientCertificate(detail: String)
    /// The authorities of the settings cannot be read.
    case invalidAuthorities(detail: String)
    /// What answers does not speak TLS, or no version or cipher in common.
    case protocolError(detail: String)
    /// Another check of the certificate failed, e.g. its usage or a weak signature.
    case invalidCertificate(detail: String)
  }

  /// The check that failed.
  public var reason: Reason
  /// The server connected to.
  public var host: String
  /// Its port.
  public var port: Int
  /// The chain the server shows, its own certificate first; empty when it could not be had.
  public var certificates: [ServerCertificate]

  /// The subject of the server's own certificate.
  public var serverSubject: String? { certificates.first?.subject }
  /// The issuer of the server's own certificate.
  public var issuer: String? { certificates.first?.issuer }
  /// The DNS names and IP addresses the server's own certificate is for.
  public var subjectAlternativeNames: [String] { certificates.first?.names ?? [] }

  /// A failure of these parts.
  public init(reason: Reason, host: String, port: Int, certificates: [ServerCertificate] = []) {
    self.reason = reason
    self.host = host
    self.port = port
    self.certificates = certificates
  }

  /// The failure with what the server's certificates tell about it.
  func explained(by certificates: [ServerCertificate]) -> TLSFailure {
    var explained = self
    explained.certificates = certificates
    switch reason {
    case .hostnameMismatch(let wanted, _):
      explained.reason = .hostnameMismatch(wanted: wanted, names: certificates.first?.names ?? [])
    case .expired:
      explained.reason = .expired(notAfter: certificates.map(\.notAfter).min())
    case .notYetValid:
      explained.reason = .notYetValid(notBefore: certificates.map(\.notBefore).max())
    default:
      break
    }
    return explained
  }
}

extension TLSFailure.Reason {
  /// Whether the check was of what the server showed.
  var isAboutServerCertificate: Bool {
    switch self {
    case .unknownAuthority, .hostnameMismatch, .expired, .notYetValid, .invalidCertificate: true
    case .clientCertificateRejected, .invalidClientCertificate, .invalidAuthorities,
      .protocolError:
      false
    }
  }
}
