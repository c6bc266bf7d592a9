import Documents

extension APIReader {
  /// Asks whether the caller may do something.
  public func review(_ attributes: AccessAttributes) async throws -> AccessDecision {
    let answer = try await ask(.selfSubjectAccessReviews, attributes.document)
    let status = answer["status"]
    return AccessDecision(
      attributes: attributes, isAllowed: status?["allowed"]?.bool ?? false,
      reason: status?["reason"]?.string ?? "",
      evaluationError: status?["evaluationError"]?.string)
  }

  /// Asks who the server takes the caller for. Needs Kubernetes 1.28; before that it is
  /// ``KubernetesError/resourceTypeMissing(_:_:)``.
  public func whoami() async throws -> UserInfo {
    let type = ResourceType.selfSubjectReviews
    let answer = try await ask(
      type, ["apiVersion": .string(type.apiVersion), "kind": .string(type.kind)])
    guard let user = answer.at("status", "userInfo").flatMap(UserInfo.init) else {
      throw KubernetesError.decoding(
        DocumentError("the answer names no user"),
        RequestContext(
          verb: "create", type: type, path: Route(type: type).path, connection: connection))
    }
    return user
  }

  /// Creates a review: a question in the form of an object that the server does not keep.
  private func ask(_ type: ResourceType, _ question: Value) async throws -> Value {
    var call = try APICall(
      "create", .post, Route(type: type), connection: connection, body: question)
    call.isIdempotent = true
    return try await session.value(call)
  }
}
