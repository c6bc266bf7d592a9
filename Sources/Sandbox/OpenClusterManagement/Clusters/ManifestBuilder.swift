import Documents

/// An RBAC rule.
struct PolicyRule: Sendable {
  let groups: [String]
  let resources: [String]
  let verbs: [String]
  var names: [String] = []

  init(_ groups: [String], _ resources: [String], _ verbs: [String], names: [String] = []) {
    self.groups = groups
    self.resources = resources
    self.verbs = verbs
    self.names = names
  }

  var document: Value {
    var rule: Value = ["verbs": Value(verbs), "apiGroups": Value(groups)]
    rule["resources"] = Value(resources)
    if !names.isEmpty { rule["resourceNames"] = Value(names) }
    return rule
  }
}

/// Objects that operators apply.
enum ManifestBuilder {
  static let rbacGroup = "rbac.authorization.k8s.io"

  static func metadata(
    _ name: String, _ namespace: String? = nil, labels: [String: String] = [:]
  ) -> Value {
    var metadata: Value = ["name": .string(name)]
    if let namespace { metadata["namespace"] = .string(namespace) }
    for (key, value) in labels.sorted(by: { $0.key < $1.key }) {
      metadata.set(.string(value), at: "labels", key)
    }
    return metadata
  }

  static func namespace(_ name: String, labels: [String: String] = [:]) -> Value {
    ["apiVersion": "v1", "kind": "Namespace", "metadata": metadata(name, labels: labels)]
  }

  static func serviceAccount(
    _ name: String, _ namespace: String, labels: [String: String] = [:]
  ) -> Value {
    [
      "apiVersion": "v1", "kind": "ServiceAccount",
      "metadata": metadata(name, namespace, labels: labels),
      "imagePullSecrets": [["name": .string(OCM.imagePullSecret)]],
    ]
  }

  /// A Role when `namespace` is given, else a ClusterRole.
  static func role(
    _ name: String, _ namespace: String? = nil, labels: [String: String] = [:],
    rules: [PolicyRule]
  ) -> Value {
    [
      "apiVersion": .string("\(rbacGroup)/v1"),
      "kind": namespace == nil ? "ClusterRole" : "Role",
      "metadata": metadata(name, namespace, labels: labels),
      "rules": .array(rules.map(\.document)),
    ]
  }

  /// A RoleBinding when `namespace` is given, else a ClusterRoleBinding.
  ///
  /// - Parameter roleKind: `ClusterRole` or `Role`.
  static func binding(
    _ name: String, _ namespace: String? = nil, labels: [String: String] = [:],
    roleKind: String = "ClusterRole", role: String, subjects: [Value]
  ) -> Value {
    [
      "apiVersion": .string("\(rbacGroup)/v1"),
      "kind": namespace == nil ? "ClusterRoleBinding" : "RoleBinding",
      "metadata": metadata(name, namespace, labels: labels),
      "subjects": .array(subjects),
      "roleRef": [
        "apiGroup": .string(rbacGroup), "kind": .string(roleKind), "name": .string(role),
      ],
    ]
  }

  static func serviceAccountSubject(_ name: String, _ namespace: String) -> Value {
    ["kind": "ServiceAccount", "name": .string(name), "namespace": .string(namespace)]
  }

  static func groupSubject(_ name: String) -> Value {
    ["kind": "Group", "apiGroup": .string(rbacGroup), "name": .string(name)]
  }

  /// A Deployment of one container.
  struct Workload: Sendable {
    let name: String
    let namespace: String
    var labels: [String: String] = [:]
    /// Value of the label `app`.
    let app: String
    let container: String
    let image: String
    let serviceAccount: String
    let arguments: [String]
    var replicas = 1
    /// Volumes and where they are mounted.
    var volumes: [(volume: Value, mountPath: String)] = []
  }

  static func deployment(_ workload: Workload) -> Value {
    var labels = workload.labels
    labels["app"] = workload.app
    var podLabels: Value = [:]
    for (key, value) in labels.sorted(by: { $0.key < $1.key }) { podLabels[key] = .string(value) }
    return [
      "apiVersion": "apps/v1", "kind": "Deployment",
      "metadata": metadata(workload.name, workload.namespace, labels: labels),
      "spec": [
        "replicas": .integer(workload.replicas),
        "selector": ["matchLabels": ["app": .string(workload.app)]],
        "template": ["metadata": ["labels": podLabels], "spec": podSpec(workload)],
      ],
    ]
  }

  private static func podSpec(_ workload: Workload) -> Value {
    let probe: Value = [
      "httpGet": ["path": "/healthz", "scheme": "HTTPS", "port": 8443], "initialDelaySeconds": 2,
      "periodSeconds": 10,
    ]
    var container: Value = [
      "name": .string(workload.container), "image": .string(workload.image),
      "args": Value(workload.arguments),
      "env": [
        ["name": "POD_NAME", "valueFrom": ["fieldRef": ["fieldPath": "metadata.name"]]]
      ],
      "securityContext": [
        "allowPrivilegeEscalation": false, "capabilities": ["drop": ["ALL"]],
        "privileged": false, "runAsNonRoot": true, "readOnlyRootFilesystem": true,
      ],
      "livenessProbe": probe, "readinessProbe": probe,
      "resources": ["requests": ["cpu": "2m", "memory": "16Mi"]],
    ]
    if !workload.volumes.isEmpty {
      container["volumeMounts"] = .array(
        workload.volumes.map { entry in
          ["name": entry.volume["name"] ?? "", "mountPath": .string(entry.mountPath)]
        })
    }
    var spec: Value = [
      "serviceAccountName": .string(workload.serviceAccount), "containers": [container],
    ]
    if !workload.volumes.isEmpty { spec["volumes"] = .array(workload.volumes.map(\.volume)) }
    return spec
  }
}
