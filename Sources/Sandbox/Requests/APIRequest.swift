import Foundation

/// An HTTP request as the API sees it, independent of the HTTP library.
struct APIRequest: Sendable {
  /// Upper-case method.
  var method: String
  /// Decoded path without the query.
  var path: String
  var query: Query
  /// Names in lower case, in the order they came.
  var headers: [(name: String, value: String)]
  var body: [UInt8]
  /// The certificate that the client showed in the TLS handshake, DER; not verified.
  var clientCertificate: [UInt8]?
  /// Path and query as they came.
  var target: String
  /// A watch is cut after so many events; nil for no such limit.
  var watchLimit: Int?

  /// Makes a request of a path with its query, percent-encoded as in a request line.
  ///
  /// - Parameter headers: names in lower case.
  init(
    method: String, target: String, headers: [(name: String, value: String)], body: [UInt8] = []
  ) {
    let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    let path = String(parts.first ?? "/")
    self.method = method
    self.target = target
    self.path = path.removingPercentEncoding ?? path
    query = Query(parts.count > 1 ? parts[1] : "")
    self.headers = headers
    self.body = body
  }

  /// The first value of a header.
  func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }

  /// All values of a header.
  func headerValues(_ name: String) -> [String] {
    headers.filter { $0.name == name }.map(\.value)
  }

  var userAgent: String { header("user-agent") ?? "" }

  /// The `Content-Type` without its parameters; JSON when there is none.
  var contentType: String {
    guard let type = header("content-type"), !type.isEmpty else { return "application/json" }
    let bare = type.split(separator: ";").first ?? ""
    return bare.trimming(while: { $0 == " " }).lowercased()
  }
}

extension StringProtocol {
  /// This text without such characters at both ends.
  func trimming(while matches: (Character) -> Bool) -> String {
    var rest = self[...]
    while let first = rest.first, matches(first) { rest.removeFirst() }
    while let last = rest.last, matches(last) { rest.removeLast() }
    return String(rest)
  }
}
