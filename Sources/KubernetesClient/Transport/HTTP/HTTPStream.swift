/// An answer whose body arrives while it is read.
public struct HTTPStream: Sendable {
  /// The status code; the caller looks at it before it reads the body, of an error as of a success.
  public let status: Int
  /// The header fields of the final (not 1xx) answer.
  public let headers: HTTPHeaders
  /// The decoded body in the pieces it arrived in.
  public let body: HTTPBody

  /// An answer of these parts.
  public init(status: Int, headers: HTTPHeaders = HTTPHeaders(), body: HTTPBody) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// The whole answer, for when the body turns out to be small, as an error's is.
  ///
  /// - Throws: ``TransportError/tooLarge(limit:)`` beyond `limit` bytes, and whatever reading the body throws.
  public func collected(limit: Int = HTTPRequest.defaultMaximumResponseBytes) async throws
    -> HTTPResponse
  {
    var bytes: [UInt8] = []
    for try await chunk in body {
      guard bytes.count + chunk.count <= limit else { throw TransportError.tooLarge(limit: limit) }
      bytes += chunk
    }
    return HTTPResponse(status: status, headers: headers, body: bytes)
  }
}
