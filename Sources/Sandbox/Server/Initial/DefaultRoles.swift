import Documents

/// The roles and bindings that every cluster begins with
/// (`kubernetes/plugin/pkg/auth/authorizer/rbac/bootstrappolicy`), as far as people and agents use
/// them; those of the control plane's own parts are left out.
enum DefaultRoles {
  /// The ClusterRoles.
  static var clusterRoles: [Value] { table.map(role) + aggregated }

  /// The ClusterRoleBindings.
  static var clusterRoleBindings: [Value] {
    bindings.map { name, groups in
      [
        "metadata": metadata(name, labels: [:]),
        "roleRef": [
          "apiGroup": "rbac.authorization.k8s.io", "kind": "ClusterRole", "name": .string(name),
        ],
        "subjects": .array(
          groups.map { group in
            [
              "kind": "Group", "apiGroup": "rbac.authorization.k8s.io", "name": .string(group),
            ]
          }),
      ]
    }
  }

  private static let bindings = [
    ("cluster-admin", ["system:masters"]),
    ("system:basic-user", ["system:authenticated"]),
    ("system:discovery", ["system:authenticated"]),
    ("system:public-info-viewer", ["system:authenticated", "system:unauthenticated"]),
    ("system:service-account-issuer-discovery", ["system:serviceaccounts"]),
  ]

  /// Roles put together from others by a label.
  private static var aggregated: [Value] {
    ["admin", "edit", "view"].map { name in
      [
        "metadata": metadata(
          name,
          labels: name == "admin"
            ? [:] : ["rbac.authorization.k8s.io/aggregate-to-\(upper(name))": "true"]),
        "aggregationRule": [
          "clusterRoleSelectors": [
            [
              "matchLabels": [
                "rbac.authorization.k8s.io/aggregate-to-\(name)": "true"
              ]
            ]
          ]
        ],
      ]
    }
  }

  /// The role that takes in another as a whole: `view` goes into `edit`, `edit` into `admin`.
  private static func upper(_ name: String) -> String { name == "view" ? "edit" : "admin" }

  private static func role(_ entry: Entry) -> Value {
    [
      "metadata": metadata(entry.name, labels: entry.labels),
      "rules": .array(entry.rules.map(\.value)),
    ]
  }

  private static func metadata(_ name: String, labels: [String: String]) -> Value {
    var all: Value = ["kubernetes.io/bootstrapping": "rbac-defaults"]
    for (key, value) in labels.sorted(by: { $0.key < $1.key }) { all[key] = .string(value) }
    return [
      "name": .string(name), "labels": all,
      "annotations": ["rbac.authorization.kubernetes.io/autoupdate": "true"],
    ]
  }

  private struct Entry {
    let name: String
    var labels: [String: String] = [:]
    var rules: [RoleRule] = []
  }

  /// Roles as text: a name, with the role it goes into behind `>`, and indented below it one rule a
  /// line: verbs, groups (`core` for the core group) and resources, or verbs and paths.
  private static let table: [Entry] = {
    var entries: [Entry] = []
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      if line.hasPrefix(" ") {
        entries[entries.count - 1].rules.append(rule(words))
      } else {
        let key = words.count > 2 ? "rbac.authorization.k8s.io/aggregate-to-\(words[2])" : nil
        entries.append(Entry(name: words[0], labels: key.map { [$0: "true"] } ?? [:]))
      }
    }
    return entries
  }()

  private static func rule(_ words: [String]) -> RoleRule {
    func list(_ text: String) -> [String] { text.split(separator: ",").map(String.init) }
    let verbs = words[0] == "write" ? writing : words[0] == "read" ? reading : list(words[0])
    if words.count == 2 { return RoleRule(verbs: verbs, paths: list(words[1])) }
    return RoleRule(
      verbs: verbs, groups: list(words[1]).map { $0 == "core" ? "" : $0 },
      resources: list(words[2]))
  }

  private static let reading = ["get", "list", "watch"]
  private static let writing = ["create", "delete", "deletecollection", "patch", "update"]

  private static let text = """
    cluster-admin
      * * *
      * *
    system:discovery
      get /api,/api/*,/apis,/apis/*,/healthz,/livez,/openapi,/openapi/*,/readyz,/version,/version/
    system:public-info-viewer
      get /healthz,/livez,/readyz,/version,/version/
    system:basic-user
      create authorization.k8s.io selfsubjectaccessreviews,selfsubjectrulesreviews
      create authentication.k8s.io selfsubjectreviews
    system:service-account-issuer-discovery
      get /.well-known/openid-configuration,/.well-known/openid-configuration/,/openid/v1/jwks,/openid/v1/jwks/
    system:auth-delegator
      create authentication.k8s.io tokenreviews
      create authorization.k8s.io subjectaccessreviews
    system:node-bootstrapper
      create,get,list,watch certificates.k8s.io certificatesigningrequests
    system:certificates.k8s.io:kube-apiserver-client-approver
      approve certificates.k8s.io signers
    system:aggregate-to-view > view
      read core configmaps,endpoints,persistentvolumeclaims,persistentvolumeclaims/status,pods,replicationcontrollers,replicationcontrollers/scale,serviceaccounts,services,services/status
      read core bindings,events,limitranges,namespaces,namespaces/status,pods/log,pods/status,replicationcontrollers/status,resourcequotas,resourcequotas/status
      read discovery.k8s.io endpointslices
      read apps controllerrevisions,daemonsets,daemonsets/status,deployments,deployments/scale,deployments/status,replicasets,replicasets/scale,replicasets/status,statefulsets,statefulsets/scale,statefulsets/status
      read autoscaling horizontalpodautoscalers,horizontalpodautoscalers/status
      read batch cronjobs,cronjobs/status,jobs,jobs/status
      read policy poddisruptionbudgets,poddisruptionbudgets/status
      read networking.k8s.io ingresses,ingresses/status,networkpolicies
    system:aggregate-to-edit > edit
      read core pods/attach,pods/exec,pods/portforward,pods/proxy,secrets,services/proxy
      impersonate core serviceaccounts
      write core pods,pods/attach,pods/exec,pods/portforward,pods/proxy
      create core pods/eviction
      write core configmaps,events,persistentvolumeclaims,replicationcontrollers,replicationcontrollers/scale,secrets,serviceaccounts,services,services/proxy
      create core serviceaccounts/token
      write apps daemonsets,deployments,deployments/rollback,deployments/scale,replicasets,replicasets/scale,statefulsets,statefulsets/scale
      write autoscaling horizontalpodautoscalers
      write batch cronjobs,jobs
      write policy poddisruptionbudgets
      write networking.k8s.io ingresses,networkpolicies
      create,delete,deletecollection,get,list,patch,update,watch coordination.k8s.io leases
    system:aggregate-to-admin > admin
      create authorization.k8s.io localsubjectaccessreviews
      create,delete,deletecollection,get,list,patch,update,watch rbac.authorization.k8s.io rolebindings,roles
    """
}
