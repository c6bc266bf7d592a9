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
      ? cluster.storedObject(.clusterRoles, name)
      : cluster.storedObject(.roles, name, namespace: namespace ?? "")
    return role.map(cluster.bindings.rules(of:))
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
    cluster.bindings.entries(of: user, namespace: namespace).map { entry in
      let home = entry.binding.at("metadata", "namespace")?.string
      let rules = rules(ofRole: entry.binding["roleRef"] ?? [:], namespace: home)
      return Grant(binding: entry.binding, subject: entry.subject, rules: rules)
    }
  }

  private static func joined(_ problems: [String]) -> String {
    problems.count == 1 ? problems[0] : "[\(problems.joined(separator: ", "))]"
  }
}
