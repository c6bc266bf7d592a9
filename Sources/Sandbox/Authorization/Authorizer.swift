import Documents

/// What authorisation came to.
struct AccessDecision: Sendable {
  let isAllowed: Bool
  /// Why, as access reviews show it.
  var reason = ""
}

/// Evaluates the roles and bindings of a cluster (`kubernetes/plugin/pkg/auth/authorizer/rbac`).
struct Authorizer: Sendable {
  let cluster: ClusterState

  /// Refuses with 403 what is not allowed.
  func require(_ attributes: AccessRequest) throws(APIFailure) {
    let decision = decide(attributes)
    guard decision.isAllowed else { throw attributes.refusal(reason: decision.reason) }
  }

  /// Decides whether somebody may do something.
  func decide(_ attributes: AccessRequest) -> AccessDecision {
    if attributes.user.groups.contains("system:masters") { return AccessDecision(isAllowed: true) }
    var problems: [String] = []
    for grant in grants(to: attributes.user, namespace: attributes.namespace) {
      guard let rules = grant.rules else {
        problems.append(grant.missing)
        continue
      }
      if rules.contains(where: { $0.allows(attributes) }) {
        return AccessDecision(isAllowed: true, reason: "RBAC: allowed by \(grant.description)")
      }
    }
    let reason = problems.isEmpty ? "" : "RBAC: " + Self.joined(problems)
    return AccessDecision(isAllowed: false, reason: reason)
  }

  /// Every rule that holds for a user in a namespace, and cluster-wide.
  func rules(of user: UserInfo, namespace: String?) -> [RoleRule] {
    if user.groups.contains("system:masters") { return [.everything, .everyPath] }
    return grants(to: user, namespace: namespace).flatMap { $0.rules ?? [] }
  }

  /// The rules of a role; nil when there is no such role.
  func rules(ofRole reference: Value, namespace: String?) -> [RoleRule]? {
    let name = reference["name"]?.string ?? ""
    let role =
      reference["kind"]?.string == "ClusterRole"
      ? cluster.object(.clusterRoles, name)
      : cluster.object(.roles, name, namespace: namespace ?? "")
    return role.map(RoleRule.rules(of:))
  }

  /// A role that a binding gives to a user.
  private struct Grant {
    let binding: Value
    let subject: Value
    let rules: [RoleRule]?

    private var role: Value { binding["roleRef"] ?? [:] }

    var missing: String {
      let plural = role["kind"]?.string == "ClusterRole" ? "clusterrole" : "role"
      return "\(plural).rbac.authorization.k8s.io \"\(role["name"]?.string ?? "")\" not found"
    }

    var description: String {
      let name = binding.at("metadata", "name")?.string ?? ""
      let namespace = binding.at("metadata", "namespace")?.string
      let shown = namespace.map { "\(name)/\($0)" } ?? name
      let subjectName = subject["name"]?.string ?? ""
      let who = subject["namespace"]?.string.map { "\(subjectName)/\($0)" } ?? subjectName
      return "\(binding["kind"]?.string ?? "") \"\(shown)\" of \(role["kind"]?.string ?? "")"
        + " \"\(role["name"]?.string ?? "")\" to \(subject["kind"]?.string ?? "") \"\(who)\""
    }
  }

  private func grants(to user: UserInfo, namespace: String?) -> [Grant] {
    var bindings = cluster.objects(.clusterRoleBindings)
    if let namespace { bindings += cluster.objects(.roleBindings, namespace: namespace) }
    return bindings.compactMap { binding in
      let home = binding.at("metadata", "namespace")?.string
      let subjects = binding["subjects"]?.array ?? []
      guard let subject = subjects.first(where: { Self.is($0, user, home: home) }) else {
        return nil
      }
      let rules = rules(ofRole: binding["roleRef"] ?? [:], namespace: home)
      return Grant(binding: binding, subject: subject, rules: rules)
    }
  }

  private static func `is`(_ subject: Value, _ user: UserInfo, home: String?) -> Bool {
    let name = subject["name"]?.string ?? ""
    switch subject["kind"]?.string {
    case "User": return user.name == name
    case "Group": return user.groups.contains(name)
    case "ServiceAccount":
      let namespace = subject["namespace"]?.string ?? home ?? ""
      return user.name == ServiceAccountUser.info(namespace: namespace, name: name).name
    default: return false
    }
  }

  private static func joined(_ problems: [String]) -> String {
    problems.count == 1 ? problems[0] : "[\(problems.joined(separator: ", "))]"
  }
}
