import Documents
import FoundationEssentials

extension APISession {
  /// What an unsuccessful answer means. A plain-text 404 is what an API server says about a group it
  /// does not serve, and also what any other server says, so it takes another question to tell.
  func failure(_ response: HTTPResponse, of call: APICall) async throws -> KubernetesError {
    let error = AnswerReading.failure(response, context: call.context)
    if case .unauthorized(let context) = error { return await unauthorized(context) }
    guard AnswerReading.isPlainNotFound(response), let type = call.context.type,
      try await isKubernetes()
    else { return error }
    var context = error.context
    context.message = AnswerReading.foreignAnswer(response).summary
    return .resourceTypeMissing(type, context)
  }

  /// A server only says that it does not accept a token, not why.
  private func unauthorized(_ context: RequestContext) async -> KubernetesError {
    guard let end = await authenticator.passedTokenExpiry else { return .unauthorized(context) }
    var context = context
    context.message = "the token expired at \(end.formatted(.iso8601))"
    return .unauthorized(context)
  }

  private func isKubernetes() async throws -> Bool {
    if await recognition.isConfirmed { return true }
    let response: HTTPResponse
    do {
      response = try await exchange(APICall(path: "/version", connection: connection))
    } catch {
      try Task.checkCancellation()
      return false
    }
    guard let document = try? JSON.decode(response.body),
      ServerVersion(document) != nil || StatusDocument(document) != nil
    else { return false }
    await recognition.confirm()
    return true
  }
}
