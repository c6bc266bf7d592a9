import Documents

extension ResourceHandler {
  /// PATCH of an object or of a subresource.
  func patch() throws(APIFailure) -> APIResponse {
    let rendering = try rendering()
    let type = try PatchType(contentType: request.contentType, definition)
    if type == .apply { return try apply(rendering) }
    let context = try writeContext("PatchOptions")
    let patch = try ObjectPatch(type, body: request.body, schema: definition.schema)
    let object = try registry.modify(target, context) { current throws(APIFailure) in
      Registry.Change(object: try patch.apply(to: current))
    }
    return respond(200, object, rendering, context)
  }

  private func apply(_ rendering: ObjectRendering) throws(APIFailure) -> APIResponse {
    let options = try WriteOptions(request.query, options: "PatchOptions")
    guard options.manager != nil else {
      throw .invalid(
        group: "meta.k8s.io", kind: "PatchOptions", name: "",
        [.required("fieldManager", "is required for apply patch")])
    }
    let context = options.context(user: user, userAgent: request.userAgent)
    let applied = try Registry.configuration(request.body)
    let result = try registry.apply(target, applied, isForced: options.isForced, context)
    return respond(result.isCreated ? 201 : 200, result.object, rendering, context)
  }
}
