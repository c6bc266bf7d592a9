import Documents

extension KubernetesError {
  /// What a Status means. `code` counts where the document has none, as in events of a watch.
  init(
    _ status: StatusDocument, code: Int? = nil, retryAfter: Duration? = nil, context: RequestContext
  ) {
    let code = status.code ?? code ?? 500
    var context = context
    context.status = code
    context.reason = status.reason
    context.message = Redaction.masked(status.message)
    context.continueToken = status.continueToken
    if let denier = AdmissionMessages.denier(in: status.message), code < 500 {
      self = .admissionDenied(by: denier, context)
      return
    }
    switch code {
    case 401: self = .unauthorized(context)
    case 403: self = Self.forbidden(status, context)
    case 404: self = Self.notFound(status, context)
    case 409: self = Self.conflict(status, context)
    case 410: self = .gone(context)
    case 422: self = .invalid(status.causes, context)
    case 429: self = .tooManyRequests(retryAfter: status.retryAfter ?? retryAfter, context)
    case 400..<500: self = .badRequest(context)
    default:
      self = .server(webhook: AdmissionMessages.unreachableWebhook(in: status.message), context)
    }
  }

  private static func forbidden(
    _ status: StatusDocument, _ context: RequestContext
  ) -> KubernetesError {
    if status.causes.contains(where: { $0.reason == "NamespaceTerminating" }) {
      return .namespaceTerminating(context.namespace ?? "", context)
    }
    return .forbidden(Forbidden(message: status.message, context: context), context)
  }

  /// The name in `details` may be another object's: a create fails with 404 for its namespace. A 404
  /// without a name is about the resource type.
  private static func notFound(
    _ status: StatusDocument, _ context: RequestContext
  ) -> KubernetesError {
    guard let name = status.name else {
      guard let type = context.type else { return .notFound(nil, context) }
      return .resourceTypeMissing(type, context)
    }
    return .notFound(reference(status, name, context), context)
  }

  private static func conflict(
    _ status: StatusDocument, _ context: RequestContext
  ) -> KubernetesError {
    if status.reason == "AlreadyExists" {
      return .alreadyExists(
        status.name.map { reference(status, $0, context) } ?? context.object, context)
    }
    let conflicts = status.applyConflicts
    return conflicts.isEmpty ? .conflict(context) : .applyConflict(conflicts, context)
  }

  private static func reference(
    _ status: StatusDocument, _ name: String, _ context: RequestContext
  ) -> ObjectReference {
    if let type = context.type,
      status.kind.isEmpty || [type.plural, type.kind].contains(status.kind)
    {
      return ObjectReference(type: type, namespace: context.namespace, name: name)
    }
    if status.kind == ResourceType.namespaces.plural {
      return ObjectReference(type: .namespaces, name: name)
    }
    let type = ResourceType(
      group: status.group, version: "", plural: status.kind, kind: status.kind,
      isNamespaced: context.namespace != nil)
    return ObjectReference(type: type, namespace: context.namespace, name: name)
  }
}
