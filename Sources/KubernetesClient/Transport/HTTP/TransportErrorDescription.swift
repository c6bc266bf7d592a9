import FoundationEssentials

extension TransportError: CustomStringConvertible {
  /// One sentence without its full stop, with what is known and no secrets.
  public var description: String {
    switch self {
    case .invalidURL(let url, let reason):
      "\(url) is no URL to send a request to: \(reason)"
    case .invalidHeader(let name):
      "the header field \(name) has characters that cannot be sent"
    case .credentialsWithoutTLS(let host):
      "credentials are not sent to \(host) over plain http"
    case .dns(let host):
      "\(host) does not resolve to an address"
    case .refused(let host, let port):
      "nothing listens on \(RequestTarget.bracketed(host)):\(port) (connection refused)"
    case .unreachable(let host, let port, let detail):
      "no connection to \(RequestTarget.bracketed(host)):\(port): \(detail)"
    case .tls(let failure):
      failure.description
    case .proxy(let failure):
      failure.description
    case .timedOut(let phase, let after, let host, let port):
      Self.timeout(phase, after, host: host, place: "\(RequestTarget.bracketed(host)):\(port)")
    case .connectionLost(let loss):
      "\(RequestTarget.bracketed(loss.host)):\(loss.port) closed the connection after \(loss.bytesReceived) bytes of the answer: \(loss.detail)"
    case .tooLarge(let limit):
      "the answer has more than \(limit) bytes"
    case .malformedAnswer(let host, let port, let detail):
      "\(RequestTarget.bracketed(host)):\(port) gave an answer that cannot be read: \(detail)"
    case .system(let detail):
      "this machine cannot send the request: \(detail)"
    }
  }
}

extension TransportError {
  /// Which part of an exchange took too long, and how long was too long.
  private static func timeout(
    _ phase: TimeoutPhase, _ limit: Duration, host: String, place: String
  ) -> String {
    let milliseconds =
      limit.components.seconds * 1000 + limit.components.attoseconds / 1_000_000_000_000_000
    let time =
      milliseconds.isMultiple(of: 1000) ? "\(milliseconds / 1000)s" : "\(milliseconds)ms"
    return switch phase {
    case .resolving: "\(host) was not resolved to an address within \(time)"
    case .connecting: "no connection to \(place) within \(time)"
    case .tlsHandshake: "\(place) did not finish the TLS handshake within \(time)"
    case .firstByte: "\(place) did not begin to answer within \(time)"
    case .transferring: "\(place) did not finish its answer within \(time)"
    }
  }
}

extension TLSFailure: CustomStringConvertible {
  /// One sentence without its full stop: the check that failed and what the server showed.
  public var description: String {
    let place = "\(RequestTarget.bracketed(host)):\(port)"
    return switch reason {
    case .unknownAuthority:
      "the certificate of \(place)\(issuedBy) is not signed by a trusted authority"
    case .hostnameMismatch(let wanted, let names):
      names.isEmpty
        ? "the certificate of \(place) is not for \(wanted)"
        : "the certificate of \(place) is not for \(wanted), but for \(names.joined(separator: ", "))"
    case .expired(let end):
      "the certificate of \(place) has expired" + (end.map { " (\($0.formatted(.iso8601)))" } ?? "")
    case .notYetValid(let start):
      "the certificate of \(place) is not valid yet"
        + (start.map { " (from \($0.formatted(.iso8601)))" } ?? "")
    case .clientCertificateRejected(let detail):
      "\(place) rejects the client certificate: \(detail)"
    case .invalidClientCertificate(let detail):
      "the client certificate or its key cannot be used: \(detail)"
    case .invalidAuthorities(let detail):
      "the certificate authorities to trust cannot be read: \(detail)"
    case .protocolError(let detail):
      "no TLS connection to \(place): \(detail)"
    case .invalidCertificate(let detail):
      "the certificate of \(place) is not acceptable: \(detail)"
    }
  }

  private var issuedBy: String {
    issuer.map { ", issued by \"\($0)\"," } ?? ""
  }
}

extension ProxyFailure: CustomStringConvertible {
  /// One sentence without its full stop.
  public var description: String {
    switch reason {
    case .unresolvable: "the proxy \(proxy) does not resolve to an address"
    case .refused: "nothing listens at the proxy \(proxy) (connection refused)"
    case .unreachable(let detail): "no connection to the proxy \(proxy): \(detail)"
    case .authenticationRequired: "the proxy \(proxy) wants (other) credentials"
    case .rejected(let status):
      "the proxy \(proxy) answered \(status) instead of connecting to \(target)"
    case .targetUnreachable(let detail):
      "the proxy \(proxy) could not connect to \(target): \(detail)"
    case .tls(let detail): "no trusted TLS connection to the proxy \(proxy): \(detail)"
    }
  }
}
