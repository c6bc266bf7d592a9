import Documents
import Foundation

/// Subresources that are not the object itself: tokens, scales, evictions, bindings.
struct SubresourceHandler: Sendable {
  let resources: ResourceHandler

  /// Answers the request; nil for subresources that are the object, such as `status`.
  func respond() throws(APIFailure) -> APIResponse? {
    switch resources.info.subresource {
    case "token": try requestToken()
    case "scale": try ScaleHandler(resources: resources).respond()
    case "eviction": try evict()
    case "binding": try bind()
    case "log": .text(200, "")
    default: nil
    }
  }

  /// POST to `/token` of a service account.
  private func requestToken() throws(APIFailure) -> APIResponse {
    let kind = Kind(
      "authentication.k8s.io", "v1", "tokenrequests", "TokenRequest", namespaced: true)
    let context = try resources.writeContext("CreateOptions")
    let account = try resources.registry.stored(resources.target).value
    let definition = ResourceDefinition.tokenRequests(kind)
    var object = try ObjectDecoding(definition: definition).decode(
      try BodyDecoding.object(resources.request, kind), context)
    FieldOwnership(schema: definition.schema).recordUpdate(
      &object, old: nil, subresource: "token", context)
    let seconds = object.at("spec", "expirationSeconds")?.int ?? 3600
    try Self.checkLifetime(seconds)
    for field in ["name", "namespace", "uid"] {
      object.set(account.at("metadata", field), at: "metadata", field)
    }
    object.set(.string(context.timestamp), at: "metadata", "creationTimestamp")
    MetadataOrder.arrange(&object)
    var audiences = object.at("spec", "audiences")?.strings ?? []
    if audiences.isEmpty { audiences = [TokenIssuer.issuer] }
    let bound = object.at("spec", "boundObjectRef")
    object["spec"] = [
      "audiences": .array(audiences.map(Value.string)), "expirationSeconds": .integer(seconds),
      "boundObjectRef": bound ?? .null,
    ]
    object["status"] = try issue(account, audiences, seconds: seconds, bound: bound)
    return .json(201, object)
  }

  private func issue(_ account: Value, _ audiences: [String], seconds: Int, bound: Value?)
    throws(APIFailure) -> Value
  {
    let expires = Date(timeIntervalSinceNow: Double(seconds))
    let claims = TokenIssuer.Claims(
      namespace: account.at("metadata", "namespace")?.string ?? "",
      serviceAccount: account.at("metadata", "name")?.string ?? "",
      uid: account.at("metadata", "uid")?.string ?? "", id: UUID().uuidString.lowercased(),
      audiences: audiences, expires: expires)
    do {
      let token = try resources.cluster.tokens.token(claims, bound: bound)
      return [
        "token": .string(token), "expirationTimestamp": .string(Timestamp.text(expires)),
      ]
    } catch {
      throw .internal("failed to generate token: \(error)")
    }
  }

  private static func checkLifetime(_ seconds: Int) throws(APIFailure) {
    let why: String
    switch seconds {
    case ..<600: why = "may not specify a duration less than 10 minutes"
    case 4_294_967_297...: why = "may not specify a duration larger than 2^32 seconds"
    default: return
    }
    throw .invalid(
      group: "authentication.k8s.io", kind: "TokenRequest", name: "",
      [.invalid("spec.expirationSeconds", .integer(seconds), why)])
  }

  private func evict() throws(APIFailure) -> APIResponse {
    let context = try resources.writeContext("CreateOptions")
    var target = resources.target
    target.subresource = nil
    try DisruptionBudgets(registry: resources.registry).check(
      try resources.registry.stored(target).value)
    _ = try resources.registry.delete(target, DeleteOptions(), context)
    return .json(201, ["kind": "Status", "apiVersion": "v1", "metadata": [:], "status": "Success"])
  }

  private func bind() throws(APIFailure) -> APIResponse {
    let context = try resources.writeContext("CreateOptions")
    let kind = Kind("", "v1", "bindings", "Binding", namespaced: true)
    let binding = try BodyDecoding.object(resources.request, kind)
    var target = resources.target
    target.subresource = nil
    _ = try resources.registry.modify(target, context) { pod throws(APIFailure) in
      var pod = pod
      pod.set(binding.at("target", "name"), at: "spec", "nodeName")
      return Registry.Change(object: pod)
    }
    return .json(201, ["kind": "Status", "apiVersion": "v1", "metadata": [:], "status": "Success"])
  }
}

extension ResourceDefinition {
  /// The structure of token requests, which are a subresource alone.
  fileprivate static func tokenRequests(_ kind: Kind) -> ResourceDefinition {
    ResourceDefinition(
      kind: kind, singular: "tokenrequest", shortNames: [], categories: [], verbs: [.create],
      subresources: [],
      schema: BuiltInTypes.standard.schema(
        group: kind.group, version: kind.version, kind: kind.kind),
      strategy: PlainStrategy(), columns: [.name], selectableFields: [], isCustom: false)
  }
}
