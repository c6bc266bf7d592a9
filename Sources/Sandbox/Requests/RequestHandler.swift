import Documents

/// Answers every request to one API server: who asks, may they, and what is the answer.
struct RequestHandler: Sendable {
  let cluster: ClusterState
  let authenticator: Authenticator
  /// `host:port`, as discovery tells clients.
  let address: @Sendable () -> String

  /// What became of a request, for the log.
  struct Outcome: Sendable {
    let response: APIResponse
    let user: String
  }

  /// Answers a request.
  func respond(to request: APIRequest) async -> Outcome {
    var user = "-"
    do {
      let requester = try authenticator.authenticate(request)
      user = requester.name
      let acting = try Impersonation(authorizer: authorizer).effectiveUser(of: request, requester)
      user = acting.name
      let info = RequestInfo(method: request.method, path: request.path, query: request.query)
      try authorizer.require(AccessRequest(info, user: acting))
      return Outcome(response: try await answer(request, info, acting), user: user)
    } catch {
      return Outcome(response: .failure(error), user: user)
    }
  }

  private var authorizer: Authorizer { Authorizer(cluster: cluster) }

  private func answer(_ request: APIRequest, _ info: RequestInfo, _ user: UserInfo)
    async throws(APIFailure) -> APIResponse
  {
    if request.path.hasPrefix(FaultControl.path) {
      return FaultControl(cluster: cluster, user: user).respond(to: request)
    }
    guard info.isResource else {
      return PathHandler(cluster: cluster, address: address()).respond(to: request)
    }
    if let answer = try await cluster.gateway?.respond(to: request, info) { return answer }
    let definition = cluster.catalog.definition(
      group: info.group, version: info.version, plural: info.resource)
    guard let definition else { return .pageNotFound }
    let handler = ResourceHandler(
      cluster: cluster, request: request, info: info, user: user, definition: definition)
    return try await handler.respond()
  }
}
