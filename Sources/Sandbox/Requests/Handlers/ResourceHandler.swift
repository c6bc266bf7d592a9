import Documents

/// Answers requests for resources.
struct ResourceHandler: Sendable {
  let cluster: ClusterState
  let request: APIRequest
  let info: RequestInfo
  let user: UserInfo
  let definition: ResourceDefinition

  var registry: Registry { Registry(cluster: cluster) }

  /// The object that the path names.
  var target: ObjectTarget {
    ObjectTarget(
      definition: definition, namespace: definition.kind.namespaced ? info.namespace : nil,
      name: info.name, subresource: info.subresource)
  }

  /// Answers the request.
  func respond() async throws(APIFailure) -> APIResponse {
    try checkScope()
    if let subresource = info.subresource {
      guard let known = definition.subresource(subresource) else {
        return definition.isCustom ? .pageNotFound : .failure(.noSuchResource)
      }
      guard known.verbs.contains(info.verb) else { throw .methodNotAllowed }
      if let special = try SubresourceHandler(resources: self).respond() { return special }
    } else {
      guard isAllowed else { throw .methodNotAllowed }
    }
    switch info.verb {
    case .get: return try get()
    case .list: return try await list()
    case .watch: return try watch()
    case .create: return try create()
    case .update: return try update()
    case .patch: return try patch()
    case .delete: return try delete()
    case .deletecollection: return try deleteCollection()
    default: throw .methodNotAllowed
    }
  }

  /// The form of the answer.
  func rendering() throws(APIFailure) -> ObjectRendering {
    ObjectRendering(
      definition: definition,
      representation: try Representation(
        accept: request.header("accept") ?? "", query: request.query,
        userAgent: request.userAgent),
      includeObject: request.query["includeObject"] ?? "Metadata")
  }

  /// The context of a write, from the query.
  func writeContext(_ options: String) throws(APIFailure) -> WriteContext {
    try WriteOptions(request.query, options: options)
      .context(user: user, userAgent: request.userAgent)
  }

  /// An answer with an object, and the warnings that came up.
  func respond(
    _ status: Int, _ object: Value, _ rendering: ObjectRendering, _ context: WriteContext
  ) -> APIResponse {
    var response = rendering.representation.response(
      status, rendering.value(of: registry.converted(object, to: definition.kind)))
    for text in context.warnings.all { response.addWarning(text) }
    return response
  }

  private var isAllowed: Bool {
    let needsName: Set<Verb> = [.get, .update, .patch, .delete]
    let isNamed = !info.name.isEmpty
    if needsName.contains(info.verb), !isNamed { return false }
    if info.verb == .create, isNamed { return false }
    return definition.verbs.contains(info.verb)
  }

  /// Objects of namespaces are not served outside of them, nor the other way round.
  private func checkScope() throws(APIFailure) {
    let isNamespace = definition.kind == .namespaces
    if definition.kind.namespaced {
      let needsNamespace =
        !info.name.isEmpty && ![.list, .watch, .deletecollection].contains(info.verb)
      if info.namespace == nil, needsNamespace || info.verb == .create { throw .methodNotAllowed }
    } else if info.namespace != nil, !isNamespace {
      throw .noSuchResource
    }
  }
}

extension APIResponse {
  /// Adds a `Warning` header in the form of RFC 7234 with code 299.
  mutating func addWarning(_ text: String) {
    let quoted = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    headers.append(("warning", "299 - \"\(quoted)\""))
  }
}
