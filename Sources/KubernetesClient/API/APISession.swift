import Documents

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
    let stream = try await carry(
      call, over: { try await $0.stream($1) }, status: { $0.status })
    await warnings.note(stream.headers, from: connection)
    guard (200..<300).contains(stream.status) else {
      let response: HTTPResponse
      do {
        response = try await stream.collected(limit: Self.longestFailure)
      } catch let error as TransportError {
        throw KubernetesError.transport(error, call.context)
      }
      throw try await failure(response, of: call)
    }
    return stream
  }

  /// Bytes of a failure's body beyond which it is not read.
  private static let longestFailure = 4 << 20

  private func carry<Answer>(
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
      return try await send(renewed.transport, request(call, headers: renewed.headers))
    } catch let error as CredentialError {
      throw KubernetesError.credential(error, call.context)
    } catch let error as TransportError {
      throw KubernetesError.transport(error, call.context)
    }
  }

  private func request(_ call: APICall, headers: HTTPHeaders) -> HTTPRequest {
    var request = call.request(to: server, headers: headers)
    if let limit = options.requestTimeout, request.timeouts.total != nil {
      request.timeouts.total = limit
    }
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

/// Remembers that a server has shown itself to be a Kubernetes API server.
private actor ServerRecognition {
  private(set) var isConfirmed = false

  func confirm() {
    isConfirmed = true
  }
}
