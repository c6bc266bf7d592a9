public import Documents

/// Changes things on one cluster. Made from an ``APIReader`` by ``APIReader/writer(_:)``.
///
/// Every method throws ``KubernetesError``, or `CancellationError` when its task is cancelled. Under
/// a grant for dry runs each request asks the server to keep nothing (`dryRun=All`).
public struct APIWriter: Sendable {
  /// What reads from the same cluster.
  public let reader: APIReader
  /// What becomes of writes.
  public let grant: WriteGrant

  init(reader: APIReader, grant: WriteGrant) {
    self.reader = reader
    self.grant = grant
  }

  var session: APISession { reader.session }

  /// Creates an object. `kind` and `apiVersion` are filled in; the namespace is the object's own
  /// unless given.
  public func create(
    _ object: Value, type: ResourceType, namespace: String? = nil, subresource: String? = nil,
    name: String? = nil
  ) async throws -> Value {
    let namespace = namespace ?? object.at("metadata", "namespace")?.string
    let route = Route(type: type, namespace: namespace, name: name, subresource: subresource)
    return try await session.value(
      call("create", .post, route, body: Self.typed(object, as: type)))
  }

  /// Replaces an object, or a part of it, by this one. With `metadata.resourceVersion` in it, it is a
  /// ``KubernetesError/conflict(_:)`` when the object has changed since.
  public func replace(
    _ object: Value, type: ResourceType, namespace: String? = nil, subresource: String? = nil
  ) async throws -> Value {
    let namespace = namespace ?? object.at("metadata", "namespace")?.string
    let name = object.at("metadata", "name")?.string ?? ""
    let route = Route(type: type, namespace: namespace, name: name, subresource: subresource)
    return try await session.value(call("update", .put, route, body: Self.typed(object, as: type)))
  }

  /// Changes an object, or a part of it, where it is.
  public func patch(
    _ type: ResourceType, _ name: String, namespace: String? = nil, _ patch: Patch,
    subresource: String? = nil
  ) async throws -> Value {
    let route = Route(type: type, namespace: namespace, name: name, subresource: subresource)
    var call = try call("patch", .patch, route, body: patch.document)
    call.contentType = patch.mediaType
    call.isIdempotent = patch.isIdempotent
    return try await session.value(call)
  }

  /// Creates an object or makes it as this one says, keeping what others manage (server-side apply).
  /// Without `force`, taking over fields of others is a ``KubernetesError/applyConflict(_:_:)``.
  public func apply(
    _ object: Value, type: ResourceType, fieldManager: String = "mcctl", force: Bool = false,
    subresource: String? = nil
  ) async throws -> Value {
    let route = Route(
      type: type, namespace: object.at("metadata", "namespace")?.string,
      name: object.at("metadata", "name")?.string ?? "", subresource: subresource)
    var call = try call(
      "patch", .patch, route, body: Self.typed(object, as: type), fieldManager: fieldManager)
    call.contentType = APICall.Media.apply
    call.isIdempotent = true
    if force { call.query.append(("force", "true")) }
    return try await session.value(call)
  }

  /// Deletes an object. The answer is the object where it stays until its finalizers are done, and a
  /// `Status` where it is gone at once.
  @discardableResult
  public func delete(
    _ type: ResourceType, _ name: String, namespace: String? = nil,
    _ options: DeleteOptions = DeleteOptions()
  ) async throws -> Value {
    let route = Route(type: type, namespace: namespace, name: name)
    var call = try deletion("delete", route, options)
    call.isIdempotent = options.uid != nil
    return try await session.value(call)
  }

  /// Deletes all objects of a type, in a namespace where the type has one, that the selectors of
  /// `list` match. The answer is the list of them, or a `Status`.
  @discardableResult
  public func deleteCollection(
    _ type: ResourceType, namespace: String? = nil, _ list: ListOptions,
    _ options: DeleteOptions = DeleteOptions()
  ) async throws -> Value {
    var call = try deletion(
      "deletecollection", Route(type: type, namespace: namespace), options)
    call.query += list.selectors
    return try await session.value(call)
  }

  /// Mints a token for a ServiceAccount (TokenRequest). The answer's `status.token` is the token.
  ///
  /// - Parameters:
  ///   - audiences: Whom it is for; empty for the API server itself.
  ///   - expirationSeconds: How long it is to live, at least 600; servers may shorten it.
  public func requestToken(
    serviceAccount: String, namespace: String, audiences: [String] = [], expirationSeconds: Int
  ) async throws -> Value {
    var request: Value = ["apiVersion": "authentication.k8s.io/v1", "kind": "TokenRequest"]
    request.set(.integer(expirationSeconds), at: "spec", "expirationSeconds")
    if !audiences.isEmpty { request.set(Value(audiences), at: "spec", "audiences") }
    let route = Route(
      type: .serviceAccounts, namespace: namespace, name: serviceAccount, subresource: "token")
    return try await session.value(call("create", .post, route, body: request))
  }

  private func call(
    _ verb: String, _ method: HTTPMethod, _ route: Route, body: Value, fieldManager: String? = nil
  ) throws(KubernetesError) -> APICall {
    var query = [("fieldManager", fieldManager ?? session.options.fieldManager)]
    if grant.mode == .serverDryRun { query.append(("dryRun", "All")) }
    if session.options.strictFieldValidation { query.append(("fieldValidation", "Strict")) }
    return try APICall(
      verb, method, route, connection: reader.connection, query: query, body: body)
  }

  /// A deletion. The dry run is asked for in the body too: an API server that gets a body does not look
  /// at the query (apiserver `handlers/delete.go`).
  private func deletion(
    _ verb: String, _ route: Route, _ options: DeleteOptions
  ) throws(KubernetesError) -> APICall {
    var document = options.document
    var query: [(String, String)] = []
    if grant.mode == .serverDryRun {
      document["dryRun"] = ["All"]
      query.append(("dryRun", "All"))
    }
    return try APICall(
      verb, .delete, route, connection: reader.connection, query: query, body: document)
  }

  /// The object with the type's `apiVersion` and `kind` where it has none.
  private static func typed(_ object: Value, as type: ResourceType) -> Value {
    var object = object
    if object["apiVersion"] == nil { object["apiVersion"] = .string(type.apiVersion) }
    if object["kind"] == nil { object["kind"] = .string(type.kind) }
    return object
  }
}
