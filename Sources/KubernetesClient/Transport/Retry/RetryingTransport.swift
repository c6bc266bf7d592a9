public import Logging

/// Repeats requests where that is safe; see ``RetryPolicy``.
public struct RetryingTransport: HTTPTransport {
  private let base: any HTTPTransport
  private let policy: RetryPolicy
  private let logger: Logger?
  private let sleep: @Sendable (Duration) async throws -> Void
  private let jitter: @Sendable () -> Double

  /// Repeats what `base` fails to carry, and tells `logger` of it at `debug`.
  public init(_ base: any HTTPTransport, policy: RetryPolicy = .standard, logger: Logger? = nil) {
    self.init(
      base, policy: policy, logger: logger, sleep: { try await Task.sleep(for: $0) },
      jitter: { Double.random(in: 0..<1) })
  }

  init(
    _ base: any HTTPTransport, policy: RetryPolicy, logger: Logger? = nil,
    sleep: @escaping @Sendable (Duration) async throws -> Void,
    jitter: @escaping @Sendable () -> Double
  ) {
    self.base = base
    self.policy = policy
    self.logger = logger
    self.sleep = sleep
    self.jitter = jitter
  }

  /// Sends `request`, again where that is safe; see ``HTTPTransport/send(_:)``.
  public func send(_ request: HTTPRequest) async throws -> HTTPResponse {
    try await repeating(request) {
      let response = try await base.send(request)
      return (response, response.status, response.headers)
    }
  }

  /// Sends `request`, again where that is safe, until an answer's head is there; see ``HTTPTransport/stream(_:)``.
  ///
  /// What happens to the body after that is for its reader to deal with.
  public func stream(_ request: HTTPRequest) async throws -> HTTPStream {
    try await repeating(request) {
      let stream = try await base.stream(request)
      return (stream, stream.status, stream.headers)
    }
  }

  private func repeating<Answer>(
    _ request: HTTPRequest, _ attempt: () async throws -> (Answer, Int, HTTPHeaders)
  ) async throws -> Answer {
    let started = ContinuousClock.now
    var number = 1
    while true {
      let result: AttemptResult
      let handOn: () throws -> Answer
      do {
        let (answer, status, headers) = try await attempt()
        result = .answered(status: status, retryAfter: headers["Retry-After"])
        handOn = { answer }
      } catch let error as TransportError {
        result = .failed(error)
        handOn = { throw error }
      }
      let delay = policy.delay(
        after: number, result, isIdempotent: request.isIdempotent, elapsed: .now - started,
        jitter: jitter())
      guard let delay else { return try handOn() }
      log(request, result, delay)
      try await sleep(delay)
      number += 1
    }
  }

  private func log(_ request: HTTPRequest, _ result: AttemptResult, _ delay: Duration) {
    let reason =
      switch result {
      case .answered(let status, _): "\(status)"
      case .failed(let error): "\(error)"
      }
    logger?.debug("\(request.method.rawValue) again in \(delay): \(reason)")
  }
}
