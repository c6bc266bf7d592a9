import KubernetesClient

extension TransportError {
  /// The stable id, the category and the advice for every way not to get an answer.
  var meaning: FailureMeaning {
    switch self {
    case .dns:
      FailureMeaning(id: .nameNotResolved, category: .failed, next: [Self.checkAddress])
    case .refused, .unreachable:
      FailureMeaning(id: .unreachable, category: .failed, next: [Self.checkAddress])
    case .tls(let failure):
      failure.meaning
    case .proxy:
      FailureMeaning(
        id: .proxyFailed, category: .failed, next: ["check proxy-url and HTTPS_PROXY"])
    case .timedOut:
      FailureMeaning(
        id: .requestTimedOut, category: .timedOut,
        next: [Self.checkAddress, "if the server is only slow: --request-timeout"])
    case .connectionLost:
      FailureMeaning(id: .connectionLost, category: .failed, next: ["run it again"])
    case .invalidURL, .invalidHeader, .credentialsWithoutTLS:
      FailureMeaning(id: .invalidRequest, category: .usage, next: [Self.checkAddress])
    case .malformedAnswer:
      FailureMeaning(id: .notKubernetes, category: .failed, next: [Self.checkAddress])
    case .tooLarge:
      FailureMeaning(id: .serverError, category: .failed)
    case .system:
      FailureMeaning(id: .unreachable, category: .failed)
    }
  }

  private static let checkAddress =
    "check the server's address in the kubeconfig, and the network on the way"
}

extension TLSFailure {
  fileprivate var meaning: FailureMeaning {
    switch reason {
    case .clientCertificateRejected, .invalidClientCertificate:
      FailureMeaning(
        id: .unauthorized, category: .authentication,
        next: ["renew the credentials of the context"])
    case .protocolError:
      FailureMeaning(
        id: .notKubernetes, category: .failed,
        next: [
          "check scheme, host and port of the server in the kubeconfig, and any proxy on the way"
        ])
    default:
      FailureMeaning(
        id: .certificateRefused, category: .failed,
        next: ["check the address and certificate-authority-data of the kubeconfig's cluster"])
    }
  }
}
