import Documents

/// The RBAC of a hub's components.
struct HubPermissions: Sendable {
  let manager: String
  let namespace: String

  private static let read = ["get", "list", "watch"]
  private static let all = ["get", "list", "watch", "create", "update", "patch", "delete"]

  /// ClusterRoles and their bindings, in the order they are applied.
  var objects: [(kind: Kind, object: Value)] {
    grant("registration:controller", to: "registration-controller-sa", Self.registration)
      + grant("registration:webhook", to: "registration-webhook-sa", Self.webhook)
      + grant("work:webhook", to: "work-webhook-sa", Self.webhook)
      + grant("placement:controller", to: "placement-controller-sa", Self.placement)
      + grant("addon-manager:controller", to: "addon-manager-controller-sa", Self.addons)
  }

  private func grant(
    _ role: String, to account: String, _ rules: [PolicyRule]
  ) -> [(kind: Kind, object: Value)] {
    let name = "open-cluster-management:\(manager)-\(role)"
    let labels = [OCM.createdByClusterManager: manager]
    return [
      (.clusterRoles, ManifestBuilder.role(name, labels: labels, rules: rules)),
      (
        .clusterRoleBindings,
        ManifestBuilder.binding(
          name, labels: labels, role: name,
          subjects: [ManifestBuilder.serviceAccountSubject(account, namespace)])
      ),
    ]
  }

  private static let cluster = ClusterDefinitions.group
  private static let reviews = PolicyRule(
    ["authorization.k8s.io"], ["subjectaccessreviews"], ["create"])

  private static let registration = [
    PolicyRule(["certificates.k8s.io"], ["certificatesigningrequests"], ["create"] + read),
    PolicyRule(
      ["certificates.k8s.io"],
      ["certificatesigningrequests/status", "certificatesigningrequests/approval"], ["update"]),
    PolicyRule(
      ["certificates.k8s.io"], ["signers"], ["approve"],
      names: ["kubernetes.io/kube-apiserver-client"]),
    PolicyRule([""], ["namespaces", "serviceaccounts", "configmaps"], all),
    PolicyRule(["", "events.k8s.io"], ["events"], ["create", "patch", "update"]),
    PolicyRule(
      [ManifestBuilder.rbacGroup],
      ["clusterrolebindings", "rolebindings", "clusterroles", "roles"], all),
    PolicyRule(["coordination.k8s.io"], ["leases"], all),
    PolicyRule([cluster], ["managedclusters"], read + ["update", "patch"]),
    PolicyRule(
      [cluster],
      ["managedclusters/status", "managedclustersets/status", "managedclustersetbindings/status"],
      ["update", "patch"]),
    PolicyRule([cluster], ["managedclustersets"], all),
    PolicyRule([cluster], ["managedclustersetbindings"], read),
    PolicyRule([WorkDefinitions.group], ["manifestworks"], all + ["execute-as"]),
    PolicyRule([WorkDefinitions.group], ["manifestworks/status"], ["update", "patch"]),
    PolicyRule([AddonDefinitions.group], ["managedclusteraddons"], read + ["delete"]),
    PolicyRule([AddonDefinitions.group], ["managedclusteraddons/status"], ["update", "patch"]),
    PolicyRule(
      ["register.open-cluster-management.io"], ["managedclusters/clientcertificates"], ["renew"]),
    PolicyRule(["register.open-cluster-management.io"], ["managedclusters/accept"], ["update"]),
    reviews,
  ]

  private static let webhook = [
    PolicyRule([""], ["configmaps"], read), PolicyRule([""], ["namespaces"], ["get"]), reviews,
  ]

  private static let placement = [
    PolicyRule([""], ["configmaps"], all), PolicyRule(["coordination.k8s.io"], ["leases"], all),
    PolicyRule(
      [cluster],
      [
        "managedclusters", "managedclustersets", "managedclustersetbindings",
        "addonplacementscores", "placements",
      ], read), PolicyRule([cluster], ["placementdecisions"], all),
    PolicyRule(
      [cluster], ["placements/status", "placementdecisions/status"], ["update", "patch"]), reviews,
  ]

  private static let addons = [
    PolicyRule([""], ["configmaps", "events", "serviceaccounts"], all),
    PolicyRule(["coordination.k8s.io"], ["leases"], all),
    PolicyRule([cluster], ["managedclusters", "placements", "placementdecisions"], read),
    PolicyRule(
      [AddonDefinitions.group], ["managedclusteraddons", "clustermanagementaddons"], all),
    PolicyRule(
      [AddonDefinitions.group],
      ["managedclusteraddons/status", "clustermanagementaddons/status"], ["update", "patch"]),
    PolicyRule(
      [AddonDefinitions.group],
      ["managedclusteraddons/finalizers", "clustermanagementaddons/finalizers"], ["update"]),
    PolicyRule([AddonDefinitions.group], ["addontemplates", "addondeploymentconfigs"], read),
    PolicyRule([WorkDefinitions.group], ["manifestworks"], all),
    PolicyRule([ManifestBuilder.rbacGroup], ["rolebindings", "roles"], all), reviews,
  ]
}
