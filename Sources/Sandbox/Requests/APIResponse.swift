import Documents

/// A body that comes bit by bit.
struct ChunkStream: Sendable {
  let chunks: AsyncStream<[UInt8]>
  /// Ends the stream from the reader's side.
  let cancel: @Sendable () -> Void
}

/// The answer to a request, independent of the HTTP library.
struct APIResponse: Sendable {
  /// What is sent after the headers.
  enum Body: Sendable {
    case bytes([UInt8])
    /// Chunks sent as they come, until the stream ends.
    case stream(ChunkStream)
  }

  var status: Int
  var headers: [(name: String, value: String)]
  var body: Body

  init(status: Int, headers: [(name: String, value: String)], body: Body) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// An answer with a JSON document.
  static func json(_ status: Int = 200, _ value: Value) -> APIResponse {
    json(status, bytes: JSON.encode(value))
  }

  /// An answer with a JSON document that is encoded already.
  static func json(_ status: Int = 200, bytes: [UInt8], type: String = "application/json")
    -> APIResponse
  {
    var response = APIResponse(status: status, headers: [], body: .bytes(bytes))
    response.headers = [("cache-control", "no-cache, private"), ("content-type", type)]
    return response
  }

  /// An answer with plain text.
  static func text(_ status: Int, _ text: String) -> APIResponse {
    APIResponse(
      status: status,
      headers: [
        ("cache-control", "no-cache, private"), ("content-type", "text/plain; charset=utf-8"),
        ("x-content-type-options", "nosniff"),
      ],
      body: .bytes(Array(text.utf8)))
  }

  /// A failure as its `Status` object.
  static func failure(_ failure: APIFailure) -> APIResponse {
    var response = json(
      failure.code, bytes: JSON.encode(failure.status),
      type: failure.isPlainText ? "text/plain; charset=utf-8" : "application/json")
    if let seconds = failure.retryAfter {
      response.headers.append(("retry-after", String(seconds)))
    }
    return response
  }

  /// What the server's mux answers for a path that nothing serves.
  static let pageNotFound = text(404, "404 page not found\n")
}
