import Documents

extension APIReader {
  /// The server's version. Needs no rights on most clusters, so it also shows whether the server is
  /// reachable and is a Kubernetes API server at all.
  public func version() async throws -> ServerVersion {
    let call = APICall(path: "/version", connection: connection)
    let response = try await session.send(call)
    let document = try AnswerReading.document(response, context: call.context)
    guard let version = ServerVersion(document) else {
      throw KubernetesError.notKubernetes(
        AnswerReading.foreignAnswer(response), call.context.answered(response))
    }
    await session.recognition.confirm()
    return version
  }

  /// Whether the server takes requests, and which of its checks fail if not.
  public func ready() async throws -> Readiness {
    let call = APICall(path: "/readyz", query: [("verbose", "")], connection: connection)
    let response = try await session.exchange(call)
    let text = String(decoding: response.body, as: UTF8.self)
    let readiness = Readiness(verbose: text, isReady: response.status == 200)
    guard response.status == 200 || !readiness.failures.isEmpty else {
      throw try await session.failure(response, of: call)
    }
    return readiness
  }
}
