/// Why a proxy did not connect to the server.
public struct ProxyFailure: Error, Sendable, Hashable {
  /// What went wrong with it.
  public enum Reason: Sendable, Hashable {
    /// The proxy's own name does not resolve.
    case unresolvable
    /// Nothing listens at the proxy's address.
    case refused
    /// The proxy could not be reached; `detail` is the system's word for it.
    case unreachable(detail: String)
    /// The proxy wants (other) credentials: 407.
    case authenticationRequired
    /// The proxy answered the request for a tunnel with this status.
    case rejected(status: Int)
    /// The proxy could not or would not connect to the server.
    case targetUnreachable(detail: String)
    /// The TLS connection to the proxy itself failed.
    case tls(detail: String)
  }

  /// What went wrong with it.
  public var reason: Reason
  /// The proxy as `scheme://host:port`, without credentials.
  public var proxy: String
  /// The server that was to be reached, as `host:port`.
  public var target: String

  /// A failure of these parts.
  public init(reason: Reason, proxy: String, target: String) {
    self.reason = reason
    self.proxy = proxy
    self.target = target
  }
}
