import Documents

/// Roles and cluster roles.
struct RoleStrategy: ResourceStrategy {
  var names: NameRule { .pathSegment }
  var allowsCreateOnUpdate: Bool { true }

  func fillDefaults(_ object: inout Value) {
    if object["rules"] == nil { object["rules"] = .null }
  }

  func problems(of object: Value) -> [FieldCause] {
    (object["rules"]?.array ?? []).enumerated().flatMap { index, rule -> [FieldCause] in
      let path = "rules[\(index)]"
      var causes: [FieldCause] = []
      if (rule["verbs"]?.array ?? []).isEmpty {
        causes.append(.required("\(path).verbs", "verbs must contain at least one value"))
      }
      if !(rule["nonResourceURLs"]?.array ?? []).isEmpty { return causes }
      if (rule["apiGroups"]?.array ?? []).isEmpty {
        causes.append(
          .required("\(path).apiGroups", "resource rules must supply at least one api group"))
      }
      if (rule["resources"]?.array ?? []).isEmpty {
        causes.append(
          .required("\(path).resources", "resource rules must supply at least one resource"))
      }
      return causes
    }
  }
}

/// Bindings of roles: the role that is bound never changes.
struct RoleBindingStrategy: ResourceStrategy {
  var names: NameRule { .pathSegment }
  var allowsCreateOnUpdate: Bool { true }

  func fillDefaults(_ object: inout Value) {
    guard let subjects = object["subjects"]?.array else { return }
    object["subjects"] = .array(
      subjects.map { subject in
        var subject = subject
        let isAccount = subject["kind"]?.string == "ServiceAccount"
        if subject["apiGroup"] == nil, !isAccount {
          subject["apiGroup"] = "rbac.authorization.k8s.io"
        }
        return subject
      })
  }

  func problems(of object: Value) -> [FieldCause] {
    var causes: [FieldCause] = []
    let kind = object.at("roleRef", "kind") ?? ""
    let allowed =
      object["kind"]?.string == "RoleBinding" ? ["Role", "ClusterRole"] : ["ClusterRole"]
    if !allowed.contains(kind.string ?? "") {
      causes.append(.notSupported("roleRef.kind", kind, allowed))
    }
    if (object.at("roleRef", "name")?.string ?? "").isEmpty {
      causes.append(.required("roleRef.name"))
    }
    for (index, subject) in (object["subjects"]?.array ?? []).enumerated() {
      let isAccount = subject["kind"]?.string == "ServiceAccount"
      if isAccount, (subject["namespace"]?.string ?? "").isEmpty {
        causes.append(.required("subjects[\(index)].namespace"))
      }
    }
    return causes
  }

  func problems(of object: Value, old: Value, subresource: String?) -> [FieldCause] {
    guard let role = object["roleRef"], role != old["roleRef"] else { return [] }
    return [.invalid("roleRef", role, "cannot change roleRef")]
  }
}
