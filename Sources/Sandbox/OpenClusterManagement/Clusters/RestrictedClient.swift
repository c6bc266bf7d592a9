import Documents

/// A client that may do only what RBAC grants its subject: every call is first put to the API
/// server as a SubjectAccessReview, and refused in the API server's words when it is not allowed.
///
/// In-cluster programs use it with the identity of their ServiceAccount.
struct RestrictedClient: ResourceClient {
  private let base: any ResourceClient
  private let subject: UserInfo
  private let retry: Duration

  /// - Parameter retry: wait before a watch that was refused is tried again.
  init(_ base: any ResourceClient, as subject: UserInfo, retry: Duration) {
    self.base = base
    self.subject = subject
    self.retry = retry
  }

  /// The identity of pods that run under a ServiceAccount.
  static func serviceAccount(_ name: String, in namespace: String) -> UserInfo {
    UserInfo(
      name: "system:serviceaccount:\(namespace):\(name)",
      groups: [
        "system:serviceaccounts", "system:serviceaccounts:\(namespace)", "system:authenticated",
      ])
  }

  func get(_ k: Kind, _ name: String, _ namespace: String?) async throws -> Value {
    try await demand("get", k, name, namespace)
    return try await base.get(k, name, namespace)
  }

  func list(_ k: Kind, _ namespace: String?, labelSelector: String?) async throws -> [Value] {
    try await demand("list", k, nil, namespace)
    return try await base.list(k, namespace, labelSelector: labelSelector)
  }

  func create(_ k: Kind, _ object: Value, _ namespace: String?) async throws -> Value {
    try await demand("create", k, nil, namespace)
    return try await base.create(k, object, namespace)
  }

  func update(
    _ k: Kind, _ object: Value, _ namespace: String?, subresource: String?
  ) async throws -> Value {
    try await demand("update", k, object.objectName, namespace, subresource: subresource)
    return try await base.update(k, object, namespace, subresource: subresource)
  }

  func patch(
    _ k: Kind, _ name: String, _ namespace: String?, merge: Value, subresource: String?
  ) async throws -> Value {
    try await demand("patch", k, name, namespace, subresource: subresource)
    return try await base.patch(k, name, namespace, merge: merge, subresource: subresource)
  }

  func delete(_ k: Kind, _ name: String, _ namespace: String?) async throws {
    try await demand("delete", k, name, namespace)
    try await base.delete(k, name, namespace)
  }

  func watch(_ k: Kind, _ namespace: String?) -> AsyncStream<(type: String, object: Value)> {
    let (stream, continuation) = AsyncStream<(type: String, object: Value)>.makeStream()
    let task = Task {
      while !Task.isCancelled {
        guard (try? await demand("watch", k, nil, namespace)) != nil else {
          try? await Task.sleep(for: retry)
          continue
        }
        for await event in base.watch(k, namespace) { continuation.yield(event) }
      }
      continuation.finish()
    }
    continuation.onTermination = { _ in task.cancel() }
    return stream
  }

  /// Whether RBAC grants all of this; asked the way an operator's informers need it.
  func may(_ attributes: AccessAttributes) async throws -> Bool {
    try await base.allows(subject, attributes)
  }

  private func demand(
    _ verb: String, _ kind: Kind, _ name: String?, _ namespace: String?,
    subresource: String? = nil
  ) async throws {
    let attributes = AccessAttributes(
      verb, kind.group, kind.plural, subresource: subresource, name: name, namespace: namespace)
    if try await base.allows(subject, attributes) { return }
    throw APIFailure.forbidden(attributes, user: subject.name)
  }
}

extension APIFailure {
  /// The answer of an API server's RBAC authorizer to a request that is not allowed.
  static func forbidden(_ attributes: AccessAttributes, user: String) -> APIFailure {
    let path = [attributes.resource, attributes.subresource].compactMap { $0 }
      .joined(separator: "/")
    let resource =
      attributes.group.isEmpty
      ? attributes.resource : "\(attributes.resource).\(attributes.group)"
    let subject = attributes.name.map { "\(resource) \"\($0)\"" } ?? resource
    let scope = attributes.namespace.map { "in the namespace \"\($0)\"" } ?? "at the cluster scope"
    var details: Value = ["kind": .string(attributes.resource)]
    if let name = attributes.name { details["name"] = .string(name) }
    if !attributes.group.isEmpty { details["group"] = .string(attributes.group) }
    return failure(
      403, "Forbidden",
      "\(subject) is forbidden: User \"\(user)\" cannot \(attributes.verb) resource \"\(path)\" "
        + "in API group \"\(attributes.group)\" \(scope)", details: details)
  }

  /// A `Status` of the API server.
  static func failure(
    _ code: Int, _ reason: String, _ message: String, details: Value? = nil
  ) -> APIFailure {
    var status: Value = [
      "kind": "Status", "apiVersion": "v1", "metadata": [:], "status": "Failure",
      "message": .string(message), "reason": .string(reason),
    ]
    if let details { status["details"] = details }
    status["code"] = .integer(code)
    return APIFailure(status: status, code: code)
  }
}
