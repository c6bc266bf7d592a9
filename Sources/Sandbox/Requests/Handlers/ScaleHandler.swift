import Documents

/// `/scale`: the number of replicas of a workload as an `autoscaling/v1` `Scale`.
struct ScaleHandler: Sendable {
  let resources: ResourceHandler

  private static let kind = Kind("autoscaling", "v1", "scales", "Scale", namespaced: true)

  /// Answers GET, PUT and PATCH.
  func respond() throws(APIFailure) -> APIResponse {
    var target = resources.target
    target.subresource = nil
    switch resources.info.verb {
    case .get: return .json(200, Self.scale(of: try resources.registry.stored(target).value))
    case .update:
      let sent = try BodyDecoding.object(resources.request, Self.kind)
      return try change(target) { _ throws(APIFailure) in sent }
    case .patch:
      let type = try PatchType(
        contentType: resources.request.contentType, resources.definition)
      let patch = try ObjectPatch(type, body: resources.request.body, schema: .any)
      return try change(target) { scale throws(APIFailure) in try patch.apply(to: scale) }
    default: throw .methodNotAllowed
    }
  }

  private func change(
    _ target: ObjectTarget, _ edit: (Value) throws(APIFailure) -> Value
  ) throws(APIFailure) -> APIResponse {
    let context = try resources.writeContext("UpdateOptions")
    let changed = try resources.registry.modify(target, context) { object throws(APIFailure) in
      var object = object
      let scale = try edit(Self.scale(of: object))
      let replicas = scale.at("spec", "replicas")?.int ?? 0
      guard replicas >= 0 else {
        throw .invalid(
          Self.kind, target.name,
          [
            .invalid(
              "spec.replicas", .integer(replicas), "must be greater than or equal to 0")
          ])
      }
      object.set(.integer(replicas), at: "spec", "replicas")
      object.set(
        scale.at("metadata", "resourceVersion"), at: "metadata", "resourceVersion")
      return Registry.Change(object: object)
    }
    return .json(200, Self.scale(of: changed))
  }

  private static func scale(of object: Value) -> Value {
    var metadata: Value = [:]
    for field in ["name", "namespace", "uid", "resourceVersion", "creationTimestamp"] {
      metadata[field] = object.at("metadata", field)
    }
    let labels = object.at("spec", "selector", "matchLabels")?.object ?? Object()
    let selector = labels.map { "\($0.key)=\($0.value.string ?? "")" }.joined(separator: ",")
    var status: Value = ["replicas": object.at("status", "replicas") ?? 0]
    if !selector.isEmpty { status["selector"] = .string(selector) }
    return [
      "kind": "Scale", "apiVersion": "autoscaling/v1", "metadata": metadata,
      "spec": ["replicas": object.at("spec", "replicas") ?? 0], "status": status,
    ]
  }
}
