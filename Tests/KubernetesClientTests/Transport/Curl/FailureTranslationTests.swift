import CCurl
import Testing

@testable import KubernetesClient

struct FailureTranslationTests {
  private func error(_ facts: TransferFacts, proxy: String? = nil) throws -> TransportError {
    let route = TransferRoute(
      target: try RequestTarget("https://hub:6443/"), proxy: try proxy.map { try ProxyAddress($0) },
      proxyCABundle: nil)
    return FailureTranslation(
      route: route, verifiedName: "name", connectTimeout: .seconds(9), facts: facts
    ).error
  }

  private func tls(_ reason: TLSFailure.Reason) -> TransportError {
    .tls(TLSFailure(reason: reason, host: "hub", port: 6443))
  }

  @Test func tellsNetworkFailures() throws {
    let refused = mcctl_errno_connection_refused
    #expect(try error(TransferFacts(code: CURLE_COULDNT_RESOLVE_HOST)) == .dns(host: "hub"))
    #expect(
      try error(TransferFacts(code: CURLE_COULDNT_CONNECT, systemError: refused))
        == .refused(host: "hub", port: 6443))
    #expect(
      try error(TransferFacts(code: CURLE_COULDNT_CONNECT, systemError: 113))
        == .unreachable(host: "hub", port: 6443, detail: "No route to host"))
    #expect(
      try error(TransferFacts(code: CURLE_COULDNT_CONNECT, text: "in words"))
        == .unreachable(host: "hub", port: 6443, detail: "in words"))
    #expect(
      try error(TransferFacts(code: CURLE_OPERATION_TIMEDOUT, phase: .resolving))
        == .timedOut(phase: .resolving, after: .seconds(9), host: "hub", port: 6443))
  }

  @Test(arguments: [
    CURLE_GOT_NOTHING, CURLE_PARTIAL_FILE, CURLE_SEND_ERROR, CURLE_RECV_ERROR, CURLE_HTTP2,
    CURLE_HTTP2_STREAM, CURLE_SEND_FAIL_REWIND,
  ])
  func tellsLosses(code: CURLcode) throws {
    let loss = ConnectionLoss(host: "hub", port: 6443, bytesReceived: 7, detail: "gone")
    let facts = TransferFacts(code: code, text: "gone", bytesReceived: 7)
    #expect(try error(facts) == .connectionLost(loss))
  }

  static let verifications: [(Int, TLSFailure.Reason)] = [
    (9, .notYetValid(notBefore: nil)), (10, .expired(notAfter: nil)), (18, .unknownAuthority),
    (19, .unknownAuthority), (20, .unknownAuthority), (21, .unknownAuthority),
    (62, .hostnameMismatch(wanted: "name", names: [])), (26, .invalidCertificate(detail: "words")),
  ]

  @Test(arguments: verifications)
  func tellsVerifications(number: Int, reason: TLSFailure.Reason) throws {
    let facts = TransferFacts(
      code: CURLE_PEER_FAILED_VERIFICATION, text: "words", verification: number)
    #expect(try error(facts) == tls(reason))
  }

  static let alerts: [(CURLcode, String, String)] = [
    (
      CURLE_RECV_ERROR,
      "OpenSSL SSL_read: error:0A00045C:SSL routines::tlsv13 alert certificate required, errno 0",
      "it asks for one"
    ),
    (
      CURLE_RECV_ERROR,
      "OpenSSL SSL_read: error:0A000418:SSL routines::tlsv1 alert unknown ca, errno 0",
      "the one shown is from an authority it does not know"
    ),
    (
      CURLE_SSL_CONNECT_ERROR,
      "error:14094412:SSL routines:ssl3_read_bytes:sslv3 alert bad certificate",
      "it does not accept the one shown"
    ),
    (
      CURLE_SEND_ERROR,
      "OpenSSL SSL_write: error:0A000415:SSL routines::sslv3 alert certificate expired",
      "the one shown has expired"
    ),
    (mcctl_curl_code_client_certificate, "", "it asks for one"),
  ]

  @Test(arguments: alerts)
  func tellsAlerts(code: CURLcode, text: String, detail: String) throws {
    #expect(
      try error(TransferFacts(code: code, text: text))
        == tls(.clientCertificateRejected(detail: detail)))
  }

  static let proxyFailures: [(TransferFacts, ProxyFailure.Reason)] = [
    (TransferFacts(code: CURLE_COULDNT_RESOLVE_PROXY), .unresolvable),
    (
      TransferFacts(code: CURLE_COULDNT_CONNECT, systemError: mcctl_errno_connection_refused),
      .refused
    ),
    (
      TransferFacts(code: CURLE_COULDNT_CONNECT, systemError: 101),
      .unreachable(detail: "Network is unreachable")
    ),
    (TransferFacts(code: CURLE_RECV_ERROR, proxyStatus: 407), .authenticationRequired),
    (TransferFacts(code: CURLE_RECV_ERROR, proxyStatus: 503), .rejected(status: 503)),
    (
      TransferFacts(code: CURLE_PROXY, proxyError: Int(CURLPX_NO_AUTH.rawValue)),
      .authenticationRequired
    ),
    (
      TransferFacts(code: CURLE_PROXY, proxyError: Int(CURLPX_REPLY_NETWORK_UNREACHABLE.rawValue)),
      .targetUnreachable(detail: "network unreachable")
    ),
    (
      TransferFacts(code: CURLE_PEER_FAILED_VERIFICATION, text: "bad", proxyVerification: 20),
      .tls(detail: "bad")
    ),
  ]

  @Test(arguments: proxyFailures)
  func tellsProxyFailures(facts: TransferFacts, reason: ProxyFailure.Reason) throws {
    let failure = ProxyFailure(reason: reason, proxy: "https://proxy:443", target: "hub:6443")
    #expect(try error(facts, proxy: "https://user:secret@proxy") == .proxy(failure))
  }

  @Test func tellsServersFailuresBehindProxies() throws {
    let facts = TransferFacts(
      code: CURLE_PEER_FAILED_VERIFICATION, proxyStatus: 200, verification: 20)
    #expect(try error(facts, proxy: "https://proxy") == tls(.unknownAuthority))
  }
}
