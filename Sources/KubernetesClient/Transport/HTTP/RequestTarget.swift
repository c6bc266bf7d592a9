/// A request's URL in its parts.
struct RequestTarget: Sendable, Hashable {
  let isSecure: Bool
  /// A name or an IP address, IPv6 without brackets, in lower case.
  let host: String
  let port: Int
  /// Path and query, beginning with a slash.
  let pathAndQuery: String
  /// The `Host` field: without the port where the URL has none.
  let hostField: String

  /// Server and port, as in `[::1]:6443`.
  var authority: String { "\(Self.bracketed(host)):\(port)" }

  /// Reads an absolute http or https URL.
  ///
  /// Stricter than RFC 3986 asks for: no user information, so that no password gets into messages; no fragment;
  /// and only characters that need no encoding, so that what is sent is what was given.
  init(_ url: String) throws(TransportError) {
    func invalid(_ reason: String) -> TransportError {
      .invalidURL(Self.withoutUserInformation(url), reason: reason)
    }
    guard url.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      throw invalid("it has characters that must be percent-encoded")
    }
    guard let separator = url.firstRange(of: "://") else { throw invalid("it has no scheme") }
    switch url[..<separator.lowerBound].lowercased() {
    case "https": isSecure = true
    case "http": isSecure = false
    case let scheme: throw invalid("the scheme is \(scheme), not https or http")
    }
    let rest = url[separator.upperBound...]
    guard !rest.contains("#") else { throw invalid("it has a fragment") }
    let end = rest.firstIndex { $0 == "/" || $0 == "?" } ?? rest.endIndex
    guard !rest[..<end].contains("@") else { throw invalid("it has user information") }
    guard let place = HostAndPort(rest[..<end]) else {
      throw invalid("it has no valid host and port")
    }

    host = place.host
    port = place.port ?? (isSecure ? 443 : 80)
    hostField = rest[..<end].lowercased()
    pathAndQuery = (rest[end...].hasPrefix("/") ? "" : "/") + rest[end...]
  }

  /// The same URL with another host.
  func url(host: String) -> String {
    "\(isSecure ? "https" : "http")://\(Self.bracketed(host)):\(port)\(pathAndQuery)"
  }

  /// An IPv6 address in the brackets URLs ask for; anything else as it is.
  static func bracketed(_ host: String) -> String {
    host.contains(":") ? "[\(host)]" : host
  }

  /// `url` fit for messages.
  static func withoutUserInformation(_ url: String) -> String {
    let start = url.firstRange(of: "://")?.upperBound ?? url.startIndex
    let end = url[start...].firstIndex { $0 == "/" || $0 == "?" } ?? url.endIndex
    guard let at = url[start..<end].lastIndex(of: "@") else { return url }
    return String(url[..<start] + url[url.index(after: at)...])
  }
}

/// A URL's host with an optional port.
struct HostAndPort: Sendable, Hashable {
  /// In lower case, IPv6 without brackets.
  let host: String
  let port: Int?

  /// Reads `name`, `name:port`, `[address]` or `[address]:port`; nil when it is none of them.
  init?(_ text: some StringProtocol) {
    var rest = Substring(text)
    if rest.hasPrefix("[") {
      guard let end = rest.firstIndex(of: "]") else { return nil }
      host = rest[rest.index(after: rest.startIndex)..<end].lowercased()
      guard IPAddress(host) != nil else { return nil }
      rest = rest[rest.index(after: end)...]
    } else {
      let end = rest.firstIndex(of: ":") ?? rest.endIndex
      host = rest[..<end].lowercased()
      guard !host.isEmpty, host.utf8.allSatisfy(Self.isNameCharacter) else { return nil }
      rest = rest[end...]
    }
    if rest.isEmpty {
      port = nil
    } else {
      guard rest.first == ":", let number = UInt16(rest.dropFirst()), number > 0 else { return nil }
      port = Int(number)
    }
  }

  private static func isNameCharacter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"): true
    default: false
    }
  }
}
