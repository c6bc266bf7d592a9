import Documents

/// An answer of the API that is not a success: a `Status` object with its HTTP code.
struct APIFailure: Error, Sendable, CustomStringConvertible {
  /// The whole `Status` object as sent to the client.
  let status: Value
  /// HTTP status code.
  let code: Int
  /// Seconds of a `Retry-After` header, if one goes with the answer.
  var retryAfter: Int?
  /// The answer calls itself plain text, as that of the timeout filter does.
  var isPlainText = false

  init(status: Value, code: Int, retryAfter: Int? = nil, isPlainText: Bool = false) {
    self.status = status
    self.code = code
    self.retryAfter = retryAfter
    self.isPlainText = isPlainText
  }

  /// Machine-readable reason such as `NotFound`, empty when the server gave none.
  var reason: String { status["reason"]?.string ?? "" }

  /// The server's words.
  var message: String { status["message"]?.string ?? "" }

  var description: String { "\(code) \(reason): \(message)" }

  /// The object does not exist, or its resource type does not.
  var isNotFound: Bool { code == 404 }
  /// An object of that name exists already.
  var isAlreadyExists: Bool { reason == "AlreadyExists" }
  /// The object changed since it was read.
  var isConflict: Bool { reason == "Conflict" }
}
