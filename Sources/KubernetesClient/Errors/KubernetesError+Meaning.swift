extension KubernetesError {
  /// Whether the same request may well succeed a little later, without anybody doing anything:
  /// broken connections, overload, failures of the server. Not so refused credentials, missing rights,
  /// types that are not served, and certificates that do not verify.
  public var isTransient: Bool {
    switch self {
    case .transport(let error, _): error.isTransient
    case .gone, .tooManyRequests, .server, .decoding: true
    case .credential, .unauthorized, .forbidden, .admissionDenied, .namespaceTerminating,
      .notFound, .resourceTypeMissing, .alreadyExists, .conflict, .applyConflict, .invalid,
      .badRequest, .notKubernetes:
      false
    }
  }

  /// How long the server asks to wait; nil when it does not say.
  public var retryAfter: Duration? {
    if case .tooManyRequests(let retryAfter, _) = self { retryAfter } else { nil }
  }
}

extension TransportError {
  /// Whether the same request may well succeed a little later.
  fileprivate var isTransient: Bool {
    switch self {
    case .dns, .refused, .unreachable, .timedOut, .connectionLost, .malformedAnswer: true
    case .invalidURL, .invalidHeader, .credentialsWithoutTLS, .tls, .tooLarge, .system: false
    case .proxy(let failure):
      switch failure.reason {
      case .authenticationRequired, .rejected, .tls: false
      case .unresolvable, .refused, .unreachable, .targetUnreachable: true
      }
    }
  }
}
