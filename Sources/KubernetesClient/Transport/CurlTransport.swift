public import Logging

/// HTTP over the system's libcurl.
///
/// Every transport of the process shares one event-loop thread, started with the first request. Connections are
/// kept and shared between requests with the same settings; requests multiplex over HTTP/2 where the server speaks it.
public final class CurlTransport: HTTPTransport {
  private let tls: TLSSettings
  private let proxy: ProxySettings
  private let userAgent: String
  private let logger: Logger
  private let masking: @Sendable (String) -> String

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
    self.logger = logger
    self.masking = masking
  }

  /// Sends `request` and reads the whole answer; see ``HTTPTransport/send(_:)``.
  public func send(_ request: HTTPRequest) async throws -> HTTPResponse {
    throw TransportError.invalidURL(request.url, reason: "no transport yet")
  }

  /// Sends `request` and returns at the head of the answer; see ``HTTPTransport/stream(_:)``.
  public func stream(_ request: HTTPRequest) async throws -> HTTPStream {
    throw TransportError.invalidURL(request.url, reason: "no transport yet")
  }
}
