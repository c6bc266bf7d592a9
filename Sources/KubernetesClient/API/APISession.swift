import Documents
import Logging

/// The way to one API server: sends calls authenticated, collects warnings, and turns every answer
/// that is not a success into a ``KubernetesError``.
final class APISession: Sendable {
  let connection: ConnectionDescription
  let options: ClientOptions
  private let server: String
  private let authenticator: Authenticator
  private let warnings: WarningLog
  private let recognition = ServerRecognition()
  /// Waits; tests replace it so as not to.
  let pause: @Sendable (Duration) async throws -> Void

  init(
    server: String, connection: ConnectionDescription, authenticator: Authenticator,
    options: ClientOptions,
    pause: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
  ) {
    self.server = server
    self.connection = connection
    self.authenticator = authenticator
    self.options = options
    self.pause = pause
    warnings = WarningLog(handler: options.onWarning)
  }

  /// Sends a call and returns a successful answer.
  ///
  /// - Throws: ``KubernetesError``, `CancellationError`.
  func send(_ call: APICall) async throws -> HTTPResponse {
    let response = try await carry(
      call, over: { try await $0.send($1) }, status: { $0.status })
    await warnings.note(response.headers, from: connection)
    guard (200..<300).contains(response.status) else {
      throw try await failure(response, of: call)
    }
    return response
  }

  /// Sends a call and returns the document of a successful answer.
  ///
  /// - Throws: ``KubernetesError``, `CancellationError`.
  func value(_ call: APICall) async throws -> Value {
    let response = try await send(call)
    let document = try AnswerReading.document(response, context: call.context)
    await recognition.confirm()
    return document
  }

  /// Sends a call and returns a successful answer whose body is still to come.
  ///
  /// - Throws: ``KubernetesError``, `CancellationError`.
  func stream(_ call: APICall) async throws -> HTTPStream {
    if options.logger.logLevel <= .trace, !call.isWatch { return try await loggedStream(call) }
    let stream = try await carry(
      call, over: { try await $0.stream($1) }, status: { $0.status })
    await warnings.note(stream.headers, from: connection)
    guard (200..<300).contains(stream.status) else {
      let response: HTTPResponse
      do {
        response = try await stream.collected(limit: Self.longestFailure)
      } catch {
        throw call.failure(error)
      }
      throw try await failure(response, of: call)
    }
    guard HTTPResponse(status: stream.status, headers: stream.headers).isJSON else {
      let response = try await stream.collected(limit: Self.longestFailure)
      throw KubernetesError.notKubernetes(
        AnswerReading.foreignAnswer(response), call.context.answered(response))
    }
    await recognition.confirm()
    return stream
  }

  /// The same, read whole: only such bodies can be masked and logged.
  private func loggedStream(_ call: APICall) async throws -> HTTPStream {
    let response = try await send(call)
    try AnswerReading.requireJSON(response, context: call.context)
    let body = SingleChunk(response.body)
    return HTTPStream(
      status: response.status, headers: response.headers, body: HTTPBody { await body.take() })
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
    var request = call.request(to: server, headers: headers)
    if let limit = options.requestTimeout, !call.isWatch { request.timeouts.total = limit }
    return request
  }

  /// What an unsuccessful answer means. A plain-text 404 is what an API server says about a group it
  /// does not serve, and also what any other server says, so it takes another question to tell.
  private func failure(_ response: HTTPResponse, of call: APICall) async throws -> KubernetesError {
    let context = call.context.answered(response)
    guard AnswerReading.isPlainNotFound(response), let type = call.context.type,
      try await isKubernetes()
    else { return AnswerReading.failure(response, context: context) }
    return .resourceTypeMissing(type, context)
  }

  private func isKubernetes() async throws -> Bool {
    if await recognition.isConfirmed { return true }
    let call = APICall(path: "/version", connection: connection)
    guard
      let response = try? await carry(
        call, over: { try await $0.send($1) }, status: { $0.status }),
      let document = try? JSON.decode(response.body),
      ServerVersion(document) != nil || StatusDocument(document) != nil
    else {
      try Task.checkCancellation()
      return false
    }
    await recognition.confirm()
    return true
  }
}

/// A body in one piece.
private actor SingleChunk {
  private var bytes: [UInt8]?

  init(_ bytes: [UInt8]) {
    self.bytes = bytes.isEmpty ? nil : bytes
  }

  func take() -> [UInt8]? {
    defer { bytes = nil }
    return bytes
  }
}

/// Remembers that a server has shown itself to be a Kubernetes API server.
private actor ServerRecognition {
  private(set) var isConfirmed = false

  func confirm() {
    isConfirmed = true
  }
}

extension APISession {
  /// Logs an event of a watch with the secrets masked, as bodies are.
  func logEvent(_ frame: [UInt8]) {
    guard options.logger.logLevel <= .trace else { return }
    options.logger.trace("watch event: \(Redaction.masked(String(decoding: frame, as: UTF8.self)))")
  }
}
