import Documents
import Logging

/// The way to one API server: sends calls authenticated, collects warnings, and turns every answer
/// that is not a success into a ``KubernetesError``.
///
/// Every method throws ``KubernetesError``, or `CancellationError` when its task is cancelled.
final class APISession: Sendable {
  let connection: ConnectionDescription
  let options: ClientOptions
  /// Waits; tests replace it so as not to.
  let pause: @Sendable (Duration) async throws -> Void
  let recognition = ServerRecognition()
  private let config: ConnectionConfig
  let authenticator: Authenticator
  private let warnings: WarningLog

  init(
    config: ConnectionConfig, authenticator: Authenticator, options: ClientOptions,
    pause: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
  ) {
    self.config = config
    connection = config.description
    self.authenticator = authenticator
    self.options = options
    self.pause = pause
    warnings = WarningLog(handler: options.onWarning)
  }

  /// Sends a call and returns the answer, whatever its status.
  func exchange(_ call: APICall) async throws -> HTTPResponse {
    let response = try await carry(
      call, over: { try await $0.send($1) }, status: { $0.status })
    await warnings.note(response.headers, from: connection)
    return response
  }

  /// Sends a call and returns a successful answer.
  func send(_ call: APICall) async throws -> HTTPResponse {
    let response = try await exchange(call)
    guard response.isSuccess else { throw try await failure(response, of: call) }
    return response
  }

  /// Sends a call and returns the document of a successful answer.
  func value(_ call: APICall) async throws -> Value {
    let response = try await send(call)
    let document = try AnswerReading.document(response, context: call.context)
    if document["kind"] != nil { await recognition.confirm() }
    return document
  }

  /// Sends a call and returns a successful answer whose JSON is still to come.
  func stream(_ call: APICall) async throws -> HTTPStream {
    if logsBodies, !call.isWatch { return try await loggedStream(call) }
    let stream = try await carry(
      call, over: { try await $0.stream($1) }, status: { $0.status })
    await warnings.note(stream.headers, from: connection)
    let head = HTTPResponse(status: stream.status, headers: stream.headers)
    if head.isSuccess, head.isJSON { return stream }
    let response: HTTPResponse
    do {
      response = try await stream.collected(limit: Self.longestFailure)
    } catch {
      throw call.failure(error)
    }
    guard response.isSuccess else { throw try await failure(response, of: call) }
    throw KubernetesError.notKubernetes(
      AnswerReading.foreignAnswer(response), call.context.answered(response))
  }

  /// The same, read whole: only such bodies can be masked and logged.
  private func loggedStream(_ call: APICall) async throws -> HTTPStream {
    let response = try await send(call)
    try AnswerReading.requireJSON(response, context: call.context)
    return HTTPStream(
      status: response.status, headers: response.headers, body: HTTPBody(whole: response.body))
  }

  /// Bytes of a failure's body beyond which it is not read.
  private static let longestFailure = 4 << 20

  private func carry<Answer>(
    _ call: APICall,
    over send: (any HTTPTransport, HTTPRequest) async throws -> Answer,
    status: (Answer) -> Int
  ) async throws -> Answer {
    try await Redaction.$concernsSecrets.withValue(call.context.type == .secrets) {
      try await carryAuthenticated(call, over: send, status: status)
    }
  }

  private func carryAuthenticated<Answer>(
    _ call: APICall,
    over send: (any HTTPTransport, HTTPRequest) async throws -> Answer,
    status: (Answer) -> Int
  ) async throws -> Answer {
    do {
      let authentication = try await authenticator.authentication()
      let answer = try await send(
        authentication.transport, request(call, headers: authentication.headers))
      guard status(answer) == 401,
        let renewed = try await authenticator.authentication(
          afterRefusalOf: authentication.generation)
      else { return answer }
      // The server has done nothing yet, so even a write may be sent again.
      return try await send(renewed.transport, request(call, headers: renewed.headers))
    } catch let error as CredentialError {
      throw KubernetesError.credential(error, call.context)
    } catch {
      throw call.failure(error)
    }
  }

  private func request(_ call: APICall, headers: HTTPHeaders) -> HTTPRequest {
    let detour = config.detour.flatMap { $0.isTaken ? $0.server : nil }
    var request = call.request(to: detour ?? config.server, headers: headers)
    if let limit = options.requestTimeout, !call.isWatch { request.timeouts.total = limit }
    if config.disablesCompression { request.headers["Accept-Encoding"] = "identity" }
    return request
  }
}

extension APISession {
  private var logsBodies: Bool { options.logger.logLevel <= .trace }

  /// Logs an event of a watch with the secrets masked, as bodies are.
  func logEvent(_ frame: [UInt8]) {
    guard logsBodies else { return }
    options.logger.trace("watch event: \(Redaction.masked(String(decoding: frame, as: UTF8.self)))")
  }
}

extension HTTPResponse {
  fileprivate var isSuccess: Bool { (200..<300).contains(status) }
}
