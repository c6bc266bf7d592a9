public import Logging

/// HTTP over the system's libcurl.
///
/// Every transport of the process shares one event-loop thread, started with the first request. Connections are
/// kept and shared between requests with the same settings; requests multiplex over HTTP/2 where the server speaks it,
/// while every stream has an HTTP/1.1 connection to itself. Redirects are not followed, cookies are not kept.
public final class CurlTransport: HTTPTransport {
  private let tls: TLSSettings
  private let proxy: ProxySettings
  private let userAgent: String
  private let log: TransportLog

  /// A transport that connects with these settings.
  ///
  /// - Parameters:
  ///   - userAgent: Sent with every request that has none of its own. An API server pretty-prints for `curl/…`.
  ///   - logger: Gets one line a request at `debug`; headers and bodies, masked, at `trace`.
  ///   - masking: Hides the secrets of a text before it is logged. `Authorization` is never logged, masked or not.
  public init(
    tls: TLSSettings = TLSSettings(), proxy: ProxySettings = .none, userAgent: String,
    logger: Logger, masking: @escaping @Sendable (String) -> String
  ) {
    self.tls = tls
    self.proxy = proxy
    self.userAgent = userAgent
    log = TransportLog(logger: logger, masking: masking)
  }

  /// Sends `request` and reads the whole answer; see ``HTTPTransport/send(_:)``.
  public func send(_ request: HTTPRequest) async throws -> HTTPResponse {
    try await logged(request) { route, started in
      let answer = try await collect(request, route, .exchange)
      if let error = answer.outcome.error { throw error }
      guard let head = answer.head else {
        throw route.malformedAnswer("an answer without a head")
      }
      log.answered(request, head, in: .now - started)
      log.body(answer.body, of: "response")
      return HTTPResponse(status: head.status, headers: head.headers, body: answer.body)
    }
  }

  /// Sends `request` and returns at the head of the answer; see ``HTTPTransport/stream(_:)``.
  ///
  /// The body is not logged at any level: a secret cut in two by chance would escape the masking.
  public func stream(_ request: HTTPRequest) async throws -> HTTPStream {
    try await logged(request) { route, started in
      let id = CurlEventLoop.shared.makeID()
      let receiver = StreamReceiver(
        resume: { CurlEventLoop.shared.post(.resume(id)) },
        abandon: { CurlEventLoop.shared.post(.abandon(id)) })
      let order = order(id, .stream, request, route, receiver)
      let head = try await receiver.head { CurlEventLoop.shared.post(.start(order)) }
      log.answered(request, head, in: .now - started)
      let reading = StreamReading(receiver)
      return HTTPStream(
        status: head.status, headers: head.headers, body: HTTPBody { try await reading.nextChunk() }
      )
    }
  }

  /// The certificates the server at `url` shows, its own first, trusted or not.
  ///
  /// The connection takes the same way as a request, through the same proxy and asking for the same server
  /// name, but ends after the TLS handshake: no request, client certificate or other credential is sent.
  ///
  /// - Throws: ``TransportError`` when there is no handshake, `CancellationError` when the task is cancelled.
  public func serverCertificates(
    of url: String, connectTimeout: Duration = Timeouts.standard.connect
  ) async throws -> [ServerCertificate] {
    let request = HTTPRequest(
      url: url, timeouts: Timeouts(connect: connectTimeout, total: connectTimeout))
    let route = try route(of: request)
    guard route.target.isSecure else {
      throw TransportError.invalidURL(url, reason: "only https has certificates")
    }
    let answer = try await collect(request, route, .certificates)
    if let error = answer.outcome.error { throw error }
    return answer.outcome.certificates.compactMap { try? ServerCertificate(pem: $0) }
  }

  // MARK: Carrying out

  private func route(of request: HTTPRequest) throws(TransportError) -> TransferRoute {
    try request.checkHeaders()
    let target = try RequestTarget(request.url)
    guard target.isSecure || request.headers["Authorization"] == nil else {
      throw .credentialsWithoutTLS(host: target.host)
    }
    guard tls.caBundle?.isEmpty != true else {
      throw .tls(
        TLSFailure(
          reason: .invalidAuthorities(detail: "there are none"), host: target.host,
          port: target.port))
    }
    return TransferRoute(
      target: target, proxy: proxy.address(for: target), proxyCABundle: proxy.caBundle)
  }

  private func order(
    _ id: TransferID, _ purpose: TransferOrder.Purpose, _ request: HTTPRequest,
    _ route: TransferRoute, _ receiver: any TransferReceiver
  ) -> TransferOrder {
    TransferOrder(
      id: id, purpose: purpose, request: request, route: route, tls: tls, userAgent: userAgent,
      receiver: receiver)
  }

  private func collect(
    _ request: HTTPRequest, _ route: TransferRoute, _ purpose: TransferOrder.Purpose
  ) async throws -> AnswerCollector.Answer {
    let id = CurlEventLoop.shared.makeID()
    let collector = AnswerCollector(limit: request.maximumResponseBytes)
    let order = order(id, purpose, request, route, collector)
    return try await collector.collect(
      start: { CurlEventLoop.shared.post(.start(order)) },
      abandon: { CurlEventLoop.shared.post(.abandon(id)) })
  }

  /// Carries out `exchange` between its log lines, and finds out more when it fails.
  private func logged<Result>(
    _ request: HTTPRequest,
    _ exchange: (TransferRoute, ContinuousClock.Instant) async throws -> Result
  ) async throws -> Result {
    let started = ContinuousClock.now
    do {
      let route = try route(of: request)
      log.sending(request)
      return try await exchange(route, started)
    } catch let error as TransportError {
      let explained = await explained(error, request)
      log.failed(request, explained, in: .now - started)
      throw explained
    }
  }

  /// Adds to a failed verification what the server showed, by a second connection as libcurl keeps nothing of the first.
  private func explained(_ error: TransportError, _ request: HTTPRequest) async -> TransportError {
    guard case .tls(let failure) = error, failure.reason.isAboutServerCertificate else {
      return error
    }
    let timeout = min(request.timeouts.connect, .seconds(5))
    let certificates = try? await serverCertificates(of: request.url, connectTimeout: timeout)
    return .tls(failure.explained(by: certificates ?? []))
  }
}
