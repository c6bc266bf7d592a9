import Documents

/// The RBAC that a hub keeps for the agents of one cluster, and for the agents of all
/// (OCM registration, pkg/registration/hub/manifests/rbac).
struct ClusterPermissions: Sendable {
  let cluster: String

  static let registrationRole = "open-cluster-management:managedcluster:registration"
  static let workRole = "open-cluster-management:managedcluster:work"

  /// Name of the cluster's own ClusterRole and ClusterRoleBinding.
  var name: String { "open-cluster-management:managedcluster:\(cluster)" }
  var registrationBindingName: String { "\(name):registration" }
  var workBindingName: String { "\(name):work" }

  private var labels: [String: String] { [OCM.clusterNameLabel: cluster] }

  private var subjects: [Value] {
    [
      ManifestBuilder.groupSubject(OCM.clusterGroup(cluster)),
      ManifestBuilder.groupSubject("open-cluster-management:\(cluster)"),
    ]
  }

  /// The cluster's ClusterRole: when it is not accepted its agents may only read it.
  func clusterRole(accepted: Bool) -> Value {
    ManifestBuilder.role(name, labels: labels, rules: accepted ? acceptedRules : deniedRules)
  }

  private var acceptedRules: [PolicyRule] {
    [
      PolicyRule(
        ["certificates.k8s.io"], ["certificatesigningrequests"],
        ["create", "get", "list", "watch"]),
      PolicyRule(
        ["register.open-cluster-management.io"], ["managedclusters/clientcertificates"],
        ["renew"]),
      PolicyRule(
        [ClusterDefinitions.group], ["managedclusters"], ["get", "list", "update", "watch"],
        names: [cluster]),
      PolicyRule(
        [ClusterDefinitions.group], ["managedclusters/status"], ["patch", "update"],
        names: [cluster]),
    ]
  }

  private var deniedRules: [PolicyRule] {
    [
      PolicyRule(
        [ClusterDefinitions.group], ["managedclusters"], ["get", "list", "watch"],
        names: [cluster])
    ]
  }

  var clusterRoleBinding: Value {
    ManifestBuilder.binding(name, labels: labels, role: name, subjects: subjects)
  }

  var registrationBinding: Value {
    ManifestBuilder.binding(
      registrationBindingName, cluster, labels: labels, role: Self.registrationRole,
      subjects: subjects)
  }

  /// The binding for works has a finalizer: agents need it until the last work is cleaned up.
  var workBinding: Value {
    var binding = ManifestBuilder.binding(
      workBindingName, cluster, labels: labels, role: Self.workRole, subjects: subjects)
    binding.setFinalizers([OCM.workFinalizer])
    return binding
  }

  /// The ClusterRoles that the bindings of every cluster refer to.
  static let commonRoles = [
    ManifestBuilder.role(
      registrationRole, labels: [OCM.clusterNameLabel: ""],
      rules: [
        PolicyRule(
          ["coordination.k8s.io"], ["leases"], ["get", "list", "watch", "update"]),
        PolicyRule(
          [AddonDefinitions.group], ["managedclusteraddons"], ["get", "list", "watch"]),
        PolicyRule(
          [AddonDefinitions.group], ["managedclusteraddons/status"], ["patch", "update"]),
        PolicyRule(["events.k8s.io"], ["events"], ["create"]),
      ]),
    ManifestBuilder.role(
      workRole, labels: [OCM.clusterNameLabel: ""],
      rules: [
        PolicyRule(["", "events.k8s.io"], ["events"], ["create", "patch", "update"]),
        PolicyRule(
          [WorkDefinitions.group], ["manifestworks"],
          ["get", "list", "watch", "update", "patch"]),
        PolicyRule([WorkDefinitions.group], ["manifestworks/status"], ["patch", "update"]),
      ]),
  ]
}
