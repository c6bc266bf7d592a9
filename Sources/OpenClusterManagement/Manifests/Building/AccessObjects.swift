import Documents
import KubernetesClient

/// One rule of a ClusterRole.
struct PolicyRule: Sendable, Hashable {
  /// API groups; empty text is the core group.
  var groups: [String]
  /// Plural resource names, subresources after a slash.
  var resources: [String]
  /// What may be done.
  var verbs: [String]
  /// The only names it holds for; empty means all.
  var names: [String] = []

  init(_ groups: [String], _ resources: [String], _ verbs: [String], names: [String] = []) {
    self.groups = groups
    self.resources = resources
    self.verbs = verbs
    self.names = names
  }

  init(_ group: String, _ resources: [String], _ verbs: [String], names: [String] = []) {
    self.init([group], resources, verbs, names: names)
  }

  /// The rule as it stands in a ClusterRole.
  var document: Value {
    var value: Value = [
      "apiGroups": .strings(groups), "resources": .strings(resources), "verbs": .strings(verbs),
    ]
    if !names.isEmpty { value["resourceNames"] = .strings(names) }
    return value
  }

  /// Looking only.
  static let read = ["get", "list", "watch"]
  /// Everything that operators do with what they manage.
  static let manage = ["create", "get", "list", "update", "watch", "patch", "delete"]
}

/// Who a binding gives a role to.
enum Subject: Sendable, Hashable {
  case serviceAccount(String, namespace: String)
  case group(String)

  /// The subject as it stands in a binding.
  var document: Value {
    switch self {
    case .serviceAccount(let name, let namespace):
      ["kind": "ServiceAccount", "name": .string(name), "namespace": .string(namespace)]
    case .group(let name):
      ["kind": "Group", "apiGroup": "rbac.authorization.k8s.io", "name": .string(name)]
    }
  }
}

extension ManifestObject {
  /// A ServiceAccount.
  static func serviceAccount(
    _ name: String, namespace: String, labels: [(String, String)] = [],
    annotations: [(String, String)] = [], pullSecret: String? = nil
  ) -> ManifestObject {
    var body = Object()
    if let pullSecret {
      body["imagePullSecrets"] = [["name": .string(pullSecret)]]
    }
    return ManifestObject(
      .serviceAccounts, name: name, namespace: namespace, labels: labels, annotations: annotations,
      body: body)
  }

  /// A ClusterRole.
  static func clusterRole(
    _ name: String, labels: [(String, String)] = [], rules: [PolicyRule]
  ) -> ManifestObject {
    ManifestObject(
      .clusterRoles, name: name, labels: labels, body: ["rules": .array(rules.map(\.document))])
  }

  /// A ClusterRoleBinding.
  static func clusterRoleBinding(
    _ name: String, role: String, labels: [(String, String)] = [], subjects: [Subject]
  ) -> ManifestObject {
    ManifestObject(
      .clusterRoleBindings, name: name, labels: labels,
      body: [
        "roleRef": [
          "apiGroup": "rbac.authorization.k8s.io", "kind": "ClusterRole", "name": .string(role),
        ],
        "subjects": .array(subjects.map(\.document)),
      ])
  }
}
