import Documents

/// Whether RBAC of a cluster grants something to a user.
typealias AccessCheck = @Sendable (_ user: UserInfo, _ permission: AccessAttributes) -> Bool

/// A client that may do only what RBAC grants its subject: other calls are refused in the API
/// server's words.
///
/// In-cluster programs use it with the identity of their ServiceAccount.
struct RestrictedClient: ResourceClient {
  private let base: any ResourceClient
  private let subject: UserInfo
  private let allows: AccessCheck
  private let retry: Duration

  /// - Parameter retry: wait before a watch that was refused is tried again.
  init(
    _ base: any ResourceClient, as subject: UserInfo, retry: Duration,
    allows: @escaping AccessCheck
  ) {
    self.base = base
    self.subject = subject
    self.allows = allows
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
    try demand("get", k, name, namespace)
    return try await base.get(k, name, namespace)
  }

  func list(_ k: Kind, _ namespace: String?, labelSelector: String?) async throws -> [Value] {
    try demand("list", k, nil, namespace)
    return try await base.list(k, namespace, labelSelector: labelSelector)
  }

  func create(_ k: Kind, _ object: Value, _ namespace: String?) async throws -> Value {
    try demand("create", k, nil, namespace)
    return try await base.create(k, object, namespace)
  }

  func update(
    _ k: Kind, _ object: Value, _ namespace: String?, subresource: String?
  ) async throws -> Value {
    try demand("update", k, object.objectName, namespace, subresource: subresource)
    return try await base.update(k, object, namespace, subresource: subresource)
  }

  func patch(
    _ k: Kind, _ name: String, _ namespace: String?, merge: Value, subresource: String?
  ) async throws -> Value {
    try demand("patch", k, name, namespace, subresource: subresource)
    return try await base.patch(k, name, namespace, merge: merge, subresource: subresource)
  }

  func delete(_ k: Kind, _ name: String, _ namespace: String?) async throws {
    try demand("delete", k, name, namespace)
    try await base.delete(k, name, namespace)
  }

  func watch(_ k: Kind, _ namespace: String?) -> AsyncStream<(type: String, object: Value)> {
    let (stream, continuation) = AsyncStream<(type: String, object: Value)>.makeStream()
    let task = Task {
      while !Task.isCancelled {
        guard (try? demand("watch", k, nil, namespace)) != nil else {
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

  /// Whether RBAC grants this to the client's subject.
  func may(_ permission: AccessAttributes) -> Bool { allows(subject, permission) }

  private func demand(
    _ verb: String, _ kind: Kind, _ name: String?, _ namespace: String?,
    subresource: String? = nil
  ) throws {
    let permission = AccessAttributes(
      verb, kind.group, kind.plural, subresource: subresource, name: name, namespace: namespace)
    if !allows(subject, permission) {
      throw APIFailure.forbidden(permission, user: subject.name)
    }
  }
}

extension APIFailure {
  /// The answer of an API server's RBAC authorizer to a request that is not allowed.
  static func forbidden(_ permission: AccessAttributes, user: String) -> APIFailure {
    let path = [permission.resource, permission.subresource].compactMap { $0 }
      .joined(separator: "/")
    let resource =
      permission.group.isEmpty
      ? permission.resource : "\(permission.resource).\(permission.group)"
    let subject = permission.name.map { "\(resource) \"\($0)\"" } ?? resource
    let scope = permission.namespace.map { "in the namespace \"\($0)\"" } ?? "at the cluster scope"
    var details: Value = ["kind": .string(permission.resource)]
    if let name = permission.name { details["name"] = .string(name) }
    if !permission.group.isEmpty { details["group"] = .string(permission.group) }
    return failure(
      403, "Forbidden",
      "\(subject) is forbidden: User \"\(user)\" cannot \(permission.verb) resource \"\(path)\" "
        + "in API group \"\(permission.group)\" \(scope)", details: details)
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
