/// A whole answer, decoded from gzip where the server sent that.
public struct HTTPResponse: Sendable, Hashable {
  /// The status code; redirects are answers like any other and are not followed.
  public var status: Int
  /// The header fields of the final (not 1xx) answer.
  public var headers: HTTPHeaders
  /// The decoded body, empty when there is none.
  public var body: [UInt8]

  /// An answer of these parts.
  public init(status: Int, headers: HTTPHeaders = HTTPHeaders(), body: [UInt8] = []) {
    self.status = status
    self.headers = headers
    self.body = body
  }
}
