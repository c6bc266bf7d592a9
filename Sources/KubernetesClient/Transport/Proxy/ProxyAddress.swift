/// A proxy and how to log in to it.
struct ProxyAddress: Sendable, Hashable {
  /// How a proxy is spoken to.
  enum Scheme: String, Sendable, Hashable {
    case http, https, socks5

    var defaultPort: Int {
      switch self {
      case .http: 80
      case .https: 443
      case .socks5: 1080
      }
    }
  }

  let scheme: Scheme
  let host: String
  let port: Int
  let user: String?
  let password: String?

  /// Reads a proxy's URL; without a scheme it is an http proxy, as Go has it.
  ///
  /// - Throws: ``TransportError/invalidURL(_:reason:)``, without user information.
  init(_ text: String) throws(TransportError) {
    func invalid(_ reason: String) -> TransportError {
      .invalidURL(RequestTarget.withoutUserInformation(text), reason: reason)
    }
    let separator = text.firstRange(of: "://")
    let schemeName = separator.map { text[..<$0.lowerBound].lowercased() } ?? "http"
    // Go has the proxy resolve names for both.
    guard let scheme = Scheme(rawValue: schemeName == "socks5h" ? "socks5" : schemeName) else {
      throw invalid("a proxy's scheme is http, https or socks5")
    }
    let rest = text[(separator?.upperBound ?? text.startIndex)...]
    let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    let at = authority.lastIndex(of: "@")
    guard let place = HostAndPort(at.map { authority[authority.index(after: $0)...] } ?? authority)
    else { throw invalid("a proxy's URL needs a host, and its port is a number") }

    self.scheme = scheme
    host = place.host
    port = place.port ?? scheme.defaultPort
    guard let at else {
      (user, password) = (nil, nil)
      return
    }
    let login = authority[..<at].split(
      separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let decoded = login.compactMap(\.percentDecoded)
    guard decoded.count == login.count else {
      throw invalid("its user information is not percent-encoded")
    }
    user = decoded.first ?? ""
    password = decoded.dropFirst().first ?? ""
  }

  /// The address in libcurl's terms, without the login. Names are left for a SOCKS proxy to resolve.
  var url: String {
    "\(scheme == .socks5 ? "socks5h" : scheme.rawValue)://\(RequestTarget.bracketed(host)):\(port)"
  }
}

extension ProxyAddress: CustomStringConvertible, CustomDebugStringConvertible {
  /// Without the login.
  var description: String {
    "\(scheme.rawValue)://\(RequestTarget.bracketed(host)):\(port)"
  }

  var debugDescription: String { description }
}

extension Substring {
  /// The text with every `%XX` replaced by its byte (RFC 3986, 2.1); nil when that is not possible.
  fileprivate var percentDecoded: String? {
    var bytes: [UInt8] = []
    var rest = self.utf8
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      let digits = String(Substring(rest.prefix(2)))
      guard digits.utf8.count == 2, digits.allSatisfy(\.isHexDigit),
        let decoded = UInt8(digits, radix: 16)
      else { return nil }
      bytes.append(decoded)
      rest = rest.dropFirst(2)
    }
    return String(validating: bytes, as: UTF8.self)
  }
}
