/// Which requests go through which proxy.
public struct ProxySettings: Sendable, Hashable {
  /// No proxy for anything.
  public static let none = ProxySettings()

  /// Authorities (PEM) an `https` proxy is verified by; nil trusts the system's.
  public var caBundle: [UInt8]?

  /// No proxy for anything.
  public init() {}

  /// `url` (http, https, socks5) for every request: a kubeconfig's `proxy-url`.
  ///
  /// - Throws: ``TransportError/invalidURL(_:reason:)``.
  public init(url: String) throws(TransportError) {
    throw TransportError.invalidURL(url, reason: "proxies are not supported")
  }

  /// As `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY` of `environment` say, in upper or lower case, read as Go's
  /// `golang.org/x/net/http/httpproxy` does, and so as kubectl does.
  ///
  /// - Throws: ``TransportError/invalidURL(_:reason:)`` when a proxy is no URL.
  public init(environment: [String: String]) throws(TransportError) {}
}
