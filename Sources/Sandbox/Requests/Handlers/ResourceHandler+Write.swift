import Documents

extension ResourceHandler {
  /// POST to a collection.
  func create() throws(APIFailure) -> APIResponse {
    let rendering = try rendering()
    let context = try writeContext("CreateOptions")
    let object = try BodyDecoding.object(request, definition.kind)
    if definition.isStored {
      let created = try registry.create(
        definition, namespace: target.namespace, object, context)
      return respond(201, created, rendering, context)
    }
    let reviewed = try ReviewHandler(cluster: cluster, definition: definition)
      .review(object, context)
    return respond(201, reviewed, rendering, context)
  }

  /// PUT of an object or of a subresource.
  func update() throws(APIFailure) -> APIResponse {
    let rendering = try rendering()
    let context = try writeContext("UpdateOptions")
    let object = try BodyDecoding.object(request, definition.kind)
    let result = try registry.update(target, object, context)
    return respond(result.isCreated ? 201 : 200, result.object, rendering, context)
  }

  /// DELETE of an object.
  func delete() throws(APIFailure) -> APIResponse {
    let rendering = try rendering()
    let body = try BodyDecoding.optional(request)
    var context = try writeContext("DeleteOptions")
    if body?["dryRun"]?.strings == ["All"] { context.isDryRun = true }
    let options = try DeleteOptions(body: body, query: request.query)
    switch try registry.delete(target, options, context) {
    case .pending(let object): return respond(200, object, rendering, context)
    case .deleted(let last):
      var details = APIFailure.resourceDetails(definition.kind, info.name)
      details["uid"] = last.at("metadata", "uid")
      return rendering.representation.response(
        200,
        [
          "kind": "Status", "apiVersion": "v1", "metadata": [:], "status": "Success",
          "details": details,
        ])
    }
  }

  /// DELETE of a collection: answers with the objects as they were.
  func deleteCollection() throws(APIFailure) -> APIResponse {
    let rendering = try rendering()
    let body = try BodyDecoding.optional(request)
    var context = try writeContext("DeleteOptions")
    if body?["dryRun"]?.strings == ["All"] { context.isDryRun = true }
    let options = try DeleteOptions(body: body, query: request.query)
    let list = try ListRequest(request.query)
    let page = try registry.list(definition, namespace: info.namespace, list)
    for object in page.objects {
      let target = ObjectTarget(
        definition: definition,
        namespace: definition.kind.namespaced ? object.key.namespace : nil,
        name: object.key.name)
      do {
        _ = try registry.delete(target, options, context)
      } catch  where error.isNotFound {
        continue
      }
    }
    return .json(200, bytes: rendering.bytes(of: page))
  }
}
