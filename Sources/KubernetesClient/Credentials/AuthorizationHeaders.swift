import FoundationEssentials

extension HTTPHeaders {
  /// Sends a bearer token (RFC 6750).
  mutating func authorize(bearer token: Secret) {
    self["Authorization"] = "Bearer \(token.revealed)"
  }

  /// The bearer token that is sent, if one is.
  var bearerToken: String? {
    guard let header = self["Authorization"], header.hasPrefix("Bearer ") else { return nil }
    return String(header.dropFirst("Bearer ".count))
  }

  /// Sends a user name and a password (RFC 7617).
  mutating func authorize(username: String, password: Secret) {
    let pair = Data("\(username):\(password.revealed)".utf8).base64EncodedString()
    self["Authorization"] = "Basic \(pair)"
  }
}

extension Impersonation {
  /// The headers that ask for it (client-go `transport/round_trippers.go`). Keys of `extra` become
  /// part of header names, so what those cannot hold is percent-encoded.
  var headers: [(String, String)] {
    var headers = [("Impersonate-User", user)]
    if let uid { headers.append(("Impersonate-Uid", uid)) }
    headers += groups.map { ("Impersonate-Group", $0) }
    for key in extra.keys.sorted() {
      let name = "Impersonate-Extra-" + PercentEncoding.encode(key, besides: Self.tokenCharacters)
      headers += (extra[key] ?? []).map { (name, $0) }
    }
    return headers
  }

  /// What header names may hold beside letters, digits and `-._~` (RFC 9110, 5.6.2), without `%`.
  private static let tokenCharacters = Set("!#$&'*+^`|".utf8)
}
