import CCurl

/// What is known about a transfer at its end.
struct TransferFacts {
  /// libcurl's final code.
  var code: CURLcode
  /// libcurl's own words, without which many a code says little.
  var text = ""
  /// errno of the last failed connection, 0 when none failed.
  var systemError = 0
  /// The status a proxy answered the request for a tunnel with, 0 without such an answer.
  var proxyStatus = 0
  /// libcurl's number (`CURLPX_…`) for what a SOCKS proxy said, 0 without any.
  var proxyError = 0
  /// OpenSSL's verification result for the server's certificate; 0 for a good one, or when it was not looked at.
  var verification = 0
  /// The same for an `https` proxy's certificate.
  var proxyVerification = 0
  /// What the transfer was waiting for.
  var phase = TimeoutPhase.connecting
  /// Bytes of the decoded body that were taken.
  var bytesReceived = 0
}

extension TransferFacts {
  /// The facts of a handle, and those it does not know.
  init(code: CURLcode, phase: TimeoutPhase, handle: CurlHandle, bytesReceived: Int) {
    self.init(
      code: code, text: handle.failureText,
      systemError: handle.fact(CURLINFO_OS_ERRNO),
      proxyStatus: handle.fact(CURLINFO_HTTP_CONNECTCODE),
      proxyError: handle.fact(CURLINFO_PROXY_ERROR),
      verification: handle.fact(CURLINFO_SSL_VERIFYRESULT),
      proxyVerification: handle.fact(CURLINFO_PROXY_SSL_VERIFYRESULT),
      phase: phase, bytesReceived: bytesReceived)
  }
}

extension TransferFacts {
  /// libcurl's own words, or what its code means in general.
  var words: String {
    text.isEmpty ? String(cString: mcctl_curl_easy_strerror(code)) : text
  }
}

extension CurlHandle {
  /// The protocol of the answer, e.g. `HTTP/2`; nil when there was none.
  var protocolName: String? {
    switch fact(CURLINFO_HTTP_VERSION) {
    case Int(CURL_HTTP_VERSION_1_0): "HTTP/1.0"
    case Int(CURL_HTTP_VERSION_1_1): "HTTP/1.1"
    case Int(CURL_HTTP_VERSION_2_0): "HTTP/2"
    default: nil
    }
  }
}
