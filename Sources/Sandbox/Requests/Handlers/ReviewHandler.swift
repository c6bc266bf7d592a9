import Documents
import Foundation

/// Reviews: objects that are answered at once and never stored.
struct ReviewHandler: Sendable {
  let cluster: ClusterState
  let definition: ResourceDefinition

  private var authorizer: Authorizer { Authorizer(cluster: cluster) }

  /// Fills in the status of a review.
  func review(_ sent: Value, _ context: WriteContext) throws(APIFailure) -> Value {
    var object = try ObjectDecoding(definition: definition).decode(sent, context)
    object["status"] = nil
    FieldOwnership(schema: definition.schema).recordUpdate(
      &object, old: nil, subresource: nil, context)
    switch definition.kind.kind {
    case "SelfSubjectAccessReview": try reviewAccess(&object, context.user)
    case "SubjectAccessReview", "LocalSubjectAccessReview":
      try reviewAccess(&object, try subject(of: object))
    case "SelfSubjectRulesReview": try reviewRules(&object, context.user)
    case "TokenReview": reviewToken(&object)
    case "SelfSubjectReview":
      object["metadata"] = ["creationTimestamp": .string(context.timestamp)]
      object["status"] = ["userInfo": Self.info(context.user)]
    default: throw .methodNotAllowed
    }
    return object
  }

  private func reviewAccess(_ object: inout Value, _ user: UserInfo) throws(APIFailure) {
    let spec = object["spec"] ?? [:]
    let kind = object["kind"]?.string ?? ""
    var attributes: AccessRequest
    switch (spec["resourceAttributes"], spec["nonResourceAttributes"]) {
    case (let resource?, nil):
      attributes = AccessRequest(
        user: user, verb: resource["verb"]?.string ?? "", group: resource["group"]?.string ?? "",
        resource: resource["resource"]?.string ?? "",
        subresource: resource["subresource"]?.string.flatMap { $0.isEmpty ? nil : $0 },
        namespace: resource["namespace"]?.string.flatMap { $0.isEmpty ? nil : $0 },
        name: resource["name"]?.string ?? "")
    case (nil, let path?):
      attributes = AccessRequest(
        user: user, verb: path["verb"]?.string ?? "", path: path["path"]?.string ?? "")
    default:
      throw .invalid(
        group: "authorization.k8s.io", kind: kind, name: "",
        [
          FieldCause(
            "FieldValueInvalid", "spec.resourceAttributes",
            "Invalid value: null: exactly one of nonResourceAttributes or resourceAttributes must"
              + " be specified")
        ])
    }
    let decision = authorizer.decide(attributes)
    var status: Value = ["allowed": .bool(decision.isAllowed)]
    if !decision.reason.isEmpty { status["reason"] = .string(decision.reason) }
    object["status"] = status
  }

  private func subject(of object: Value) throws(APIFailure) -> UserInfo {
    let spec = object["spec"] ?? [:]
    let name = spec["user"]?.string ?? ""
    let groups = spec["groups"]?.strings ?? []
    if name.isEmpty, groups.isEmpty {
      throw .invalid(
        group: "authorization.k8s.io", kind: object["kind"]?.string ?? "", name: "",
        [
          FieldCause(
            "FieldValueInvalid", "spec.user",
            "Invalid value: \"\": at least one of user or group must be specified")
        ])
    }
    return UserInfo(name: name, uid: spec["uid"]?.string ?? "", groups: groups)
  }

  private func reviewRules(_ object: inout Value, _ user: UserInfo) throws(APIFailure) {
    guard let namespace = object.at("spec", "namespace")?.string, !namespace.isEmpty else {
      throw .badRequest("no namespace on request")
    }
    let rules = authorizer.rules(of: user, namespace: namespace)
    let ofPaths = rules.filter { !$0.paths.isEmpty }
    object["status"] = [
      "resourceRules": .array(rules.filter { $0.paths.isEmpty }.map(\.value)),
      "nonResourceRules": .array(ofPaths.map(\.value)), "incomplete": false,
    ]
  }

  private func reviewToken(_ object: inout Value) {
    let token = object.at("spec", "token")?.string ?? ""
    let stated = object.at("spec", "audiences")?.strings ?? []
    let audiences = stated.isEmpty ? [TokenIssuer.issuer] : stated
    object.set("", at: "spec", "token")
    let authenticator = Authenticator(cluster: cluster)
    guard var user = authenticator.user(ofToken: token, audiences: audiences) else {
      object["status"] = ["user": [:], "error": "[invalid bearer token]"]
      return
    }
    user.groups.append("system:authenticated")
    object["status"] = [
      "authenticated": true, "user": Self.info(user),
      "audiences": .array(audiences.map(Value.string)),
    ]
  }

  private static func info(_ user: UserInfo) -> Value {
    var info: Value = ["username": .string(user.name)]
    if !user.uid.isEmpty { info["uid"] = .string(user.uid) }
    if !user.groups.isEmpty { info["groups"] = .array(user.groups.map(Value.string)) }
    if !user.extra.isEmpty {
      let extra = user.extra.sorted { $0.key < $1.key }.map { key, values in
        (key, Value.array(values.map(Value.string)))
      }
      info["extra"] = .object(Object(extra))
    }
    return info
  }
}
