import Documents

/// Nobody gives away rights that they do not have: writing a role needs all of its rules or the
/// verb `escalate`, binding one needs its rules or the verb `bind`
/// (`kubernetes/pkg/registry/rbac/…/policybased`).
struct RoleEscalation: AdmissionPlugin {
  let cluster: ClusterState

  private static let group = "rbac.authorization.k8s.io"

  func admit(_ request: AdmissionRequest) throws(APIFailure) -> Value? {
    guard request.operation != .delete, request.kind.group == Self.group,
      let object = request.object, !request.user.groups.contains("system:masters")
    else { return request.object }
    switch request.kind.kind {
    case "Role", "ClusterRole": try checkRole(object, request)
    default: try checkBinding(object, request)
    }
    return object
  }

  private var authorizer: Authorizer { Authorizer(cluster: cluster) }

  private func checkRole(_ role: Value, _ request: AdmissionRequest) throws(APIFailure) {
    if request.old?["rules"] == role["rules"] { return }
    if may("escalate", request.kind.plural, request.name, request) { return }
    try checkCovered(RoleRule.rules(of: role), request)
  }

  private func checkBinding(_ binding: Value, _ request: AdmissionRequest) throws(APIFailure) {
    if request.old?["subjects"] == binding["subjects"], request.old != nil { return }
    let reference = binding["roleRef"] ?? [:]
    let plural = reference["kind"]?.string == "ClusterRole" ? "clusterroles" : "roles"
    let name = reference["name"]?.string ?? ""
    if may("bind", plural, name, request) { return }
    guard let rules = authorizer.rules(ofRole: reference, namespace: request.namespace) else {
      throw .notFound(plural == "roles" ? .roles : .clusterRoles, name)
    }
    try checkCovered(rules, request)
  }

  private func may(
    _ verb: String, _ plural: String, _ name: String, _ request: AdmissionRequest
  ) -> Bool {
    authorizer.decide(
      AccessRequest(
        user: request.user, verb: verb, group: Self.group, resource: plural,
        namespace: request.namespace, name: name)
    ).isAllowed
  }

  private func checkCovered(_ wanted: [RoleRule], _ request: AdmissionRequest) throws(APIFailure) {
    let own = authorizer.rules(of: request.user, namespace: request.namespace)
    let missing = wanted.flatMap(\.atoms).filter { atom in
      !own.contains { atom.isCovered(by: $0) }
    }
    guard !missing.isEmpty else { return }
    let user = request.user
    let groups = user.groups.map { "\"\($0)\"" }.joined(separator: " ")
    let lines = missing.map(Self.shown).joined(separator: "\n")
    throw .forbidden(
      request.kind, request.name,
      "user \"\(user.name)\" (groups=[\(groups)]) is attempting to grant RBAC permissions not"
        + " currently held:\n\(lines)")
  }

  /// A rule as `CompactString` of Kubernetes shows it.
  private static func shown(_ rule: RoleRule) -> String {
    func list(_ texts: [String]) -> String {
      "[" + texts.map { "\"\($0)\"" }.joined(separator: " ") + "]"
    }
    var parts: [String] = []
    if !rule.groups.isEmpty { parts.append("APIGroups:\(list(rule.groups))") }
    if !rule.resources.isEmpty { parts.append("Resources:\(list(rule.resources))") }
    if !rule.names.isEmpty { parts.append("ResourceNames:\(list(rule.names))") }
    if !rule.paths.isEmpty { parts.append("NonResourceURLs:\(list(rule.paths))") }
    parts.append("Verbs:\(list(rule.verbs))")
    return "{\(parts.joined(separator: ", "))}"
  }
}
