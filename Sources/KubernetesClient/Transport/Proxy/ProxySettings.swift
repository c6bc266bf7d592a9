/// Which requests go through which proxy.
public struct ProxySettings: Sendable, Hashable {
  /// No proxy for anything.
  public static let none = ProxySettings()

  private enum Choice: Sendable, Hashable {
    case direct
    case always(ProxyAddress)
    case byScheme(http: ProxyAddress?, https: ProxyAddress?, except: ProxyExclusions)
  }

  /// Authorities (PEM) an `https` proxy is verified by; nil trusts the system's. A proxy is always verified.
  public var caBundle: [UInt8]?

  private let choice: Choice

  /// No proxy for anything.
  public init() {
    choice = .direct
  }

  /// `url` (http, https, socks5, perhaps with `user:password@`) for every request: a kubeconfig's `proxy-url`.
  ///
  /// - Throws: ``TransportError/invalidURL(_:reason:)``.
  public init(url: String) throws(TransportError) {
    choice = .always(try ProxyAddress(url))
  }

  /// As `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY` of `environment` say, in upper or lower case, read as Go's
  /// `golang.org/x/net/http/httpproxy` does, and so as kubectl does: by the scheme of the request, never for
  /// loopback addresses, with names, addresses, ports and CIDR ranges to leave out.
  ///
  /// - Throws: ``TransportError/invalidURL(_:reason:)`` when a proxy is no URL.
  public init(environment: [String: String]) throws(TransportError) {
    func value(_ name: String) -> String? {
      [environment[name], environment[name.lowercased()]].compactMap(\.self).first { !$0.isEmpty }
    }
    func address(_ name: String) throws(TransportError) -> ProxyAddress? {
      guard let url = value(name) else { return nil }
      return try ProxyAddress(url)
    }
    choice = .byScheme(
      http: try address("HTTP_PROXY"), https: try address("HTTPS_PROXY"),
      except: ProxyExclusions(value("NO_PROXY") ?? ""))
  }

  /// The proxy for a request, as `scheme://host:port` without its login; nil for a direct connection.
  ///
  /// - Throws: ``TransportError/invalidURL(_:reason:)`` when `url` cannot be requested.
  public func proxy(for url: String) throws(TransportError) -> String? {
    address(for: try RequestTarget(url))?.description
  }

  func address(for target: RequestTarget) -> ProxyAddress? {
    switch choice {
    case .direct: nil
    case .always(let address): address
    case .byScheme(let http, let https, let exclusions):
      exclusions.contains(host: target.host, port: target.port)
        ? nil : target.isSecure ? https : http
    }
  }
}
