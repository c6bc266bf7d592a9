import CCurl

/// Says what a failed transfer means for those who do not know libcurl.
struct FailureTranslation {
  let route: TransferRoute
  /// The name the server's certificate was to be for.
  let verifiedName: String
  /// The connect timeout libcurl was given.
  let connectTimeout: Duration
  let facts: TransferFacts

  private var host: String { route.target.host }
  private var port: Int { route.target.port }

  /// The failure when `limit`, one of the transfer's own, is exceeded.
  func timedOut(after limit: Duration) -> TransportError {
    .timedOut(phase: facts.phase, after: limit, host: host, port: port)
  }

  /// The failure for libcurl's final code.
  var error: TransportError {
    if let proxyFailure { return .proxy(proxyFailure) }
    switch facts.code {
    case CURLE_COULDNT_RESOLVE_HOST:
      return .dns(host: host)
    case CURLE_COULDNT_CONNECT where facts.systemError == mcctl_errno_connection_refused:
      return .refused(host: host, port: port)
    case CURLE_COULDNT_CONNECT:
      return .unreachable(host: host, port: port, detail: systemWords)
    case CURLE_OPERATION_TIMEDOUT:
      return timedOut(after: connectTimeout)
    case CURLE_URL_MALFORMAT:
      return .invalidURL(route.target.url(host: host), reason: facts.text)
    case CURLE_WEIRD_SERVER_REPLY, CURLE_UNSUPPORTED_PROTOCOL, CURLE_BAD_CONTENT_ENCODING,
      CURLE_FILESIZE_EXCEEDED, CURLE_WRITE_ERROR:
      return .malformedAnswer(host: host, port: port, detail: facts.text)
    default:
      break
    }
    if let reason = TLSFailureReading(facts: facts, verifiedName: verifiedName).reason {
      return .tls(TLSFailure(reason: reason, host: host, port: port))
    }
    return loss
  }

  private var loss: TransportError {
    switch facts.code {
    case CURLE_GOT_NOTHING, CURLE_PARTIAL_FILE, CURLE_SEND_ERROR, CURLE_RECV_ERROR, CURLE_HTTP2,
      CURLE_HTTP2_STREAM, CURLE_SEND_FAIL_REWIND:
      .connectionLost(
        ConnectionLoss(
          host: host, port: port, bytesReceived: facts.bytesReceived, detail: facts.text))
    default:
      .system(detail: facts.words)
    }
  }

  private var systemWords: String {
    guard facts.systemError != 0 else { return facts.words }
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { text in
      guard let start = text.baseAddress else { return facts.words }
      mcctl_error_text(facts.systemError, start, text.count)
      return String(cString: start)
    }
  }
}

// MARK: Proxies

extension FailureTranslation {
  /// What the proxy has to do with the failure, nil for nothing or when there is none.
  private var proxyFailure: ProxyFailure? {
    guard let proxy = route.proxy, let reason = proxyReason(proxy) else { return nil }
    return ProxyFailure(reason: reason, proxy: proxy.description, target: route.target.authority)
  }

  private func proxyReason(_ proxy: ProxyAddress) -> ProxyFailure.Reason? {
    switch facts.proxyStatus {
    case 0, 200..<300: break
    case 407: return .authenticationRequired
    default: return .rejected(status: facts.proxyStatus)
    }
    switch facts.code {
    case CURLE_COULDNT_RESOLVE_PROXY:
      return .unresolvable
    case CURLE_COULDNT_CONNECT where facts.systemError == mcctl_errno_connection_refused:
      return .refused
    case CURLE_COULDNT_CONNECT:
      return .unreachable(detail: systemWords)
    case CURLE_PROXY:
      return socksReason
    default:
      let isBeforeTunnel = proxy.scheme == .https && facts.proxyStatus == 0
      let reading = TLSFailureReading(facts: facts, verifiedName: proxy.host)
      return isBeforeTunnel && reading.reason != nil ? .tls(detail: facts.words) : nil
    }
  }

  /// The replies of RFC 1928, section 6.
  private var socksReason: ProxyFailure.Reason {
    switch CURLproxycode(rawValue: UInt32(facts.proxyError)) {
    case CURLPX_NO_AUTH, CURLPX_USER_REJECTED: .authenticationRequired
    case CURLPX_REPLY_CONNECTION_REFUSED: .targetUnreachable(detail: "connection refused")
    case CURLPX_REPLY_HOST_UNREACHABLE: .targetUnreachable(detail: "host unreachable")
    case CURLPX_REPLY_NETWORK_UNREACHABLE: .targetUnreachable(detail: "network unreachable")
    case CURLPX_REPLY_NOT_ALLOWED: .targetUnreachable(detail: "not allowed by the proxy's rules")
    case CURLPX_REPLY_TTL_EXPIRED: .targetUnreachable(detail: "time to live exceeded")
    default: .targetUnreachable(detail: facts.words)
    }
  }
}
