/// Why a request got no answer. Never holds header values, bodies or credentials.
public enum TransportError: Error, Sendable, Hashable {
  /// The URL cannot be requested; `url` comes without user information.
  case invalidURL(_ url: String, reason: String)
  /// The field cannot be sent: its name or value has characters HTTP does not allow there.
  case invalidHeader(name: String)
  /// A request with credentials was to go over plain HTTP to `host`; nothing was sent.
  case credentialsWithoutTLS(host: String)
  /// The name does not resolve.
  case dns(host: String)
  /// Nothing listens there.
  case refused(host: String, port: Int)
  /// No connection for another reason; `detail` is the system's word for it, e.g. `No route to host`.
  case unreachable(host: String, port: Int, detail: String)
  /// No trusted TLS connection.
  case tls(TLSFailure)
  /// The proxy did not connect to the server.
  case proxy(ProxyFailure)
  /// `phase` was not over within `after`.
  case timedOut(phase: TimeoutPhase, after: Duration, host: String, port: Int)
  /// The connection ended before the answer was complete.
  case connectionLost(ConnectionLoss)
  /// The answer has more than `limit` bytes.
  case tooLarge(limit: Int)
  /// The answer is not HTTP, or not decodable.
  case malformedAnswer(host: String, port: Int, detail: String)
  /// This machine cannot carry out the transfer: out of memory, descriptors or threads, or a libcurl
  /// without a needed feature.
  case system(detail: String)

  /// Whether it is certain that the server has taken in no part of the request.
  public var isBeforeSending: Bool {
    switch self {
    case .invalidURL, .invalidHeader, .credentialsWithoutTLS, .dns, .refused, .unreachable, .tls,
      .proxy:
      true
    case .timedOut(let phase, _, _, _):
      switch phase {
      case .resolving, .connecting, .tlsHandshake: true
      case .firstByte, .transferring: false
      }
    case .connectionLost, .tooLarge, .malformedAnswer, .system: false
    }
  }
}

/// A connection that ended too early.
public struct ConnectionLoss: Sendable, Hashable {
  /// The server.
  public var host: String
  /// Its port.
  public var port: Int
  /// How many bytes of the body were there.
  public var bytesReceived: Int
  /// What the connection ended with, e.g. `Connection reset by peer`.
  public var detail: String

  /// A loss of these parts.
  public init(host: String, port: Int, bytesReceived: Int, detail: String) {
    self.host = host
    self.port = port
    self.bytesReceived = bytesReceived
    self.detail = detail
  }
}
