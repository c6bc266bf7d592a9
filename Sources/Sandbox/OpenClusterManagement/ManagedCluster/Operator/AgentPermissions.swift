import Documents

/// ServiceAccounts and RBAC of the agents (OCM manifests/klusterlet).
struct AgentPermissions: Sendable {
  let klusterlet: KlusterletView

  private typealias Entry = (kind: Kind, object: Value)
  private static let read = ["get", "list", "watch"]
  private static let all = ["get", "list", "watch", "create", "delete", "update", "patch"]
  private static let leaseVerbs = ["create", "get", "list", "update", "watch", "patch"]

  private var name: String { klusterlet.name }
  private var labels: [String: String] { klusterlet.labels }

  /// Name of the aggregated role with which works are applied.
  var aggregateName: String { "open-cluster-management:\(name)-work:aggregate" }

  /// What the managed cluster gets, in the order it is applied.
  var managed: [(kind: Kind, object: Value)] {
    [account(klusterlet.registrationAccount, klusterlet.klusterletNamespace)]
      + clusterRoles("registration", registrationRoles)
      + clusterBindings("registration", ["agent", "addon-management"], registrationSubject)
      + [account(klusterlet.workAccount, klusterlet.klusterletNamespace)]
      + clusterRoles("work", workRoles)
      + clusterBindings("work", ["agent", "aggregate"], workSubject)
      + [
        (
          .clusterRoleBindings,
          ManifestBuilder.binding(
            "open-cluster-management:\(name)-work:execution-admin", labels: labels, role: "admin",
            subjects: [workSubject])
        )
      ]
  }

  /// The role whose rules come from every ClusterRole that is labelled for works.
  var aggregate: Value {
    var role = ManifestBuilder.role(aggregateName, labels: labels, rules: [])
    role["aggregationRule"] = [
      "clusterRoleSelectors": [["matchLabels": [OCM.aggregateToWorkLabel: "true"]]]
    ]
    return role
  }

  /// What the cluster gets that the agents run in, in the order it is applied.
  var management: [(kind: Kind, object: Value)] {
    let addons = "open-cluster-management:management:\(name)-registration:addon-management"
    return [extensionRole, account(klusterlet.registrationAccount, klusterlet.agentNamespace)]
      + local("registration", account: klusterlet.registrationAccount, registrationLocalRules)
      + [
        (
          .clusterRoles,
          ManifestBuilder.role(addons, labels: labels, rules: Self.addonManagement)
        ),
        (
          .clusterRoleBindings,
          ManifestBuilder.binding(
            addons, labels: labels, role: addons,
            subjects: [
              ManifestBuilder.serviceAccountSubject(
                klusterlet.registrationAccount, klusterlet.agentNamespace)
            ])
        ), account(klusterlet.workAccount, klusterlet.agentNamespace),
      ] + local("work", account: klusterlet.workAccount, Self.commonLocalRules)
  }

  private var registrationSubject: Value {
    ManifestBuilder.serviceAccountSubject(
      klusterlet.registrationAccount, klusterlet.klusterletNamespace)
  }

  private var workSubject: Value {
    ManifestBuilder.serviceAccountSubject(klusterlet.workAccount, klusterlet.klusterletNamespace)
  }
}

// MARK: - Entries

extension AgentPermissions {
  private func account(_ account: String, _ namespace: String) -> Entry {
    (.serviceAccounts, ManifestBuilder.serviceAccount(account, namespace, labels: labels))
  }

  private func clusterRoles(
    _ part: String, _ roles: [(suffix: String, rules: [PolicyRule])]
  ) -> [Entry] {
    roles.map { role in
      var labels = labels
      if role.suffix == "execution" { labels[OCM.aggregateToWorkLabel] = "true" }
      return (
        .clusterRoles,
        ManifestBuilder.role(
          "open-cluster-management:\(name)-\(part):\(role.suffix)", labels: labels,
          rules: role.rules)
      )
    }
  }

  private func clusterBindings(
    _ part: String, _ suffixes: [String], _ subject: Value
  ) -> [Entry] {
    suffixes.map { suffix in
      let role = "open-cluster-management:\(name)-\(part):\(suffix)"
      return (
        .clusterRoleBindings,
        ManifestBuilder.binding(role, labels: labels, role: role, subjects: [subject])
      )
    }
  }

  private var extensionRoleName: String {
    "open-cluster-management:management:\(name):extension-apiserver"
  }

  private var extensionRole: Entry {
    (
      .roles,
      ManifestBuilder.role(
        extensionRoleName, "kube-system", labels: labels,
        rules: [
          PolicyRule(
            [""], ["configmaps"], Self.read, names: ["extension-apiserver-authentication"])
        ])
    )
  }

  private func local(_ part: String, account: String, _ rules: [PolicyRule]) -> [Entry] {
    let role = "open-cluster-management:management:\(name)-\(part):agent"
    let subject = ManifestBuilder.serviceAccountSubject(account, klusterlet.agentNamespace)
    return [
      (.roles, ManifestBuilder.role(role, klusterlet.agentNamespace, labels: labels, rules: rules)),
      (
        .roleBindings,
        ManifestBuilder.binding(
          role, klusterlet.agentNamespace, labels: labels, roleKind: "Role", role: role,
          subjects: [subject])
      ),
      (
        .roleBindings,
        ManifestBuilder.binding(
          role, "kube-system", labels: labels, roleKind: "Role", role: extensionRoleName,
          subjects: [subject])
      ),
    ]
  }
}

// MARK: - Rules

extension AgentPermissions {
  private static let addonManagement = [
    PolicyRule([""], ["secrets"], all),
    PolicyRule(["coordination.k8s.io"], ["leases"], leaseVerbs),
  ]

  private var registrationRoles: [(suffix: String, rules: [PolicyRule])] {
    [
      (
        "agent",
        [
          PolicyRule([""], ["nodes"], Self.read),
          PolicyRule(
            [""], ["namespaces"], ["create", "get", "list", "update", "watch", "patch"]),
          PolicyRule([ClusterDefinitions.group], ["clusterclaims"], Self.read),
          PolicyRule(["about.k8s.io"], ["clusterproperties"], Self.read),
        ]
      ), ("addon-management", Self.addonManagement),
    ]
  }

  private var workRoles: [(suffix: String, rules: [PolicyRule])] {
    let group = WorkDefinitions.group
    return [
      (
        "agent",
        [
          PolicyRule([group], ["appliedmanifestworks"], Self.all),
          PolicyRule([group], ["appliedmanifestworks/status"], ["patch", "update"]),
          PolicyRule([group], ["appliedmanifestworks/finalizers"], ["update"]),
          PolicyRule(["authorization.k8s.io"], ["subjectaccessreviews"], ["create"]),
          PolicyRule([""], ["serviceaccounts"], ["impersonate"]),
        ]
      ), ("execution", Self.executionRules),
    ]
  }

  private static let executionRules = [
    PolicyRule(
      ["apiextensions.k8s.io"], ["customresourcedefinitions"],
      read + ["create", "delete", "update"]),
    PolicyRule([""], ["namespaces"], ["create", "update", "patch", "delete"]),
    PolicyRule([ManifestBuilder.rbacGroup], ["clusterrolebindings", "rolebindings"], all),
    PolicyRule(
      [ManifestBuilder.rbacGroup], ["clusterroles", "roles"], all + ["escalate", "bind"]),
    PolicyRule(["monitoring.coreos.com"], ["servicemonitors"], all),
    PolicyRule(["oauth.openshift.io"], ["oauthclients"], all),
    PolicyRule(["scheduling.k8s.io"], ["priorityclasses"], all),
    PolicyRule(
      ["admissionregistration.k8s.io"],
      ["mutatingwebhookconfigurations", "validatingwebhookconfigurations"],
      read + ["create", "update", "patch"]),
  ]

  /// Leader election, events, and a look at the own pod.
  private static let commonLocalRules = [
    PolicyRule([""], ["configmaps"], all), PolicyRule([""], ["pods"], ["get"]),
    PolicyRule(["apps"], ["replicasets"], ["get"]),
    PolicyRule(["coordination.k8s.io"], ["leases"], leaseVerbs),
    PolicyRule(["", "events.k8s.io"], ["events"], ["create", "patch", "update"]),
  ]

  private var registrationLocalRules: [PolicyRule] {
    Self.commonLocalRules + [PolicyRule([""], ["secrets"], Self.all)]
  }
}
