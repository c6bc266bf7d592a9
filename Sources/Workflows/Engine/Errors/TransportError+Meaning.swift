import KubernetesClient
import OpenClusterManagement

extension TransportError {
  /// The stable id, the category, a half sentence and the advice for every way not to get an answer.
  var meaning: (id: ErrorID, category: ExitCategory, summary: String, next: [String]) {
    switch self {
    case .dns:
      (.nameNotResolved, .failed, "the server's name does not resolve", [Self.checkAddress])
    case .refused, .unreachable:
      (.unreachable, .failed, "the server cannot be reached", [Self.checkAddress])
    case .tls(let failure):
      failure.meaning
    case .proxy:
      (.proxyFailed, .failed, "the proxy does not connect", ["check proxy-url and HTTPS_PROXY"])
    case .timedOut:
      (.requestTimedOut, .timedOut, "the server does not answer in time", [Self.checkAddress])
    case .connectionLost:
      (.connectionLost, .failed, "the connection broke", ["run it again"])
    case .invalidURL, .invalidHeader, .credentialsWithoutTLS:
      (.invalidRequest, .usage, "the server's address cannot be used", [Self.checkAddress])
    case .tooLarge:
      (.serverError, .failed, "the answer is too large", [])
    case .system:
      (.unreachable, .failed, "no connection could be set up", [])
    case .malformedAnswer:
      (.notKubernetes, .failed, "the answer is not HTTP", [Self.checkAddress])
    }
  }

  private static let checkAddress =
    "check the server's address in the kubeconfig, and the network on the way"

  /// The cause in words.
  func reasonText(server: String) -> String {
    switch self {
    case .invalidURL(let url, let reason): "\(url): \(reason)"
    case .invalidHeader(let name): "the header \(name) cannot be sent"
    case .system(let detail): detail
    case .credentialsWithoutTLS(let host):
      "credentials would go to \(host) unencrypted; nothing was sent"
    case .dns(let host): "no address is known for \(host)"
    case .refused(let host, let port): "\(host):\(port) refused the connection"
    case .unreachable(let host, let port, let detail): "\(host):\(port): \(detail)"
    case .tls(let failure): failure.reasonText
    case .proxy(let failure): failure.reasonText
    case .timedOut(let phase, let after, let host, let port):
      "\(host):\(port): \(phase) was not over after \(after.spoken)"
    case .connectionLost(let loss):
      "\(loss.host):\(loss.port): \(loss.detail) after \(loss.bytesReceived) bytes"
    case .tooLarge(let limit): "\(server) sent more than \(limit) bytes"
    case .malformedAnswer(let host, let port, let detail): "\(host):\(port): \(detail)"
    }
  }
}

extension TLSFailure {
  fileprivate var meaning: (id: ErrorID, category: ExitCategory, summary: String, next: [String]) {
    switch reason {
    case .clientCertificateRejected, .invalidClientCertificate:
      (
        .unauthorized, .authentication, "the client certificate is not accepted",
        ["renew the credentials of the context"]
      )
    default:
      (
        .certificateRefused, .failed, "the server's certificate is not trusted",
        ["check the address and certificate-authority-data of the kubeconfig's cluster"]
      )
    }
  }

  fileprivate var reasonText: String {
    let issued = issuer.map { "; the server shows a certificate issued by \($0)" } ?? ""
    switch reason {
    case .unknownAuthority:
      return "\(host):\(port): no authority that the kubeconfig trusts signed it\(issued)"
    case .hostnameMismatch(let wanted, let names):
      return "the certificate is not for \(wanted) but for \(names.joined(separator: ", "))"
    case .expired(let notAfter):
      return "the certificate expired\(notAfter.map { " at \(Timestamp.text($0))" } ?? "")"
    case .notYetValid(let notBefore):
      return "the certificate is not valid yet"
        + (notBefore.map { ", only from \(Timestamp.text($0))" } ?? "")
    case .clientCertificateRejected(let detail), .invalidClientCertificate(let detail),
      .invalidAuthorities(let detail), .protocolError(let detail),
      .invalidCertificate(let detail):
      return "\(host):\(port): \(detail)"
    }
  }
}

extension ProxyFailure {
  fileprivate var reasonText: String {
    switch reason {
    case .unresolvable: "the name of proxy \(proxy) does not resolve"
    case .refused: "proxy \(proxy) refused the connection"
    case .unreachable(let detail): "proxy \(proxy): \(detail)"
    case .authenticationRequired: "proxy \(proxy) wants other credentials (407)"
    case .rejected(let status): "proxy \(proxy) answered \(status) to a tunnel to \(target)"
    case .targetUnreachable(let detail): "proxy \(proxy) cannot reach \(target): \(detail)"
    case .tls(let detail): "TLS to proxy \(proxy): \(detail)"
    }
  }
}
