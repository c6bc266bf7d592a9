/// Carries HTTP requests to a server and answers back.
public protocol HTTPTransport: Sendable {
  /// Sends `request` and reads the whole answer, whatever its status.
  ///
  /// - Throws: ``TransportError`` when there is no answer, `CancellationError` when the task is cancelled.
  func send(_ request: HTTPRequest) async throws -> HTTPResponse

  /// Sends `request` and returns once the answer's head is there; the body follows as it is read.
  ///
  /// - Throws: ``TransportError`` when there is no answer, `CancellationError` when the task is cancelled.
  func stream(_ request: HTTPRequest) async throws -> HTTPStream
}
