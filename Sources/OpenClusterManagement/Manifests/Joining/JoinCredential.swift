public import KubernetesClient

/// The identity with which one cluster, and no other, joins: a ServiceAccount whose short-lived
/// token goes into the agent's bootstrap kubeconfig.
///
/// Why a ServiceAccount per cluster: its user name tells on every certificate request which
/// cluster's credential was used, deleting it ends all its tokens at once, and a TokenRequest needs
/// nothing switched on in the API server, as bootstrap tokens do.
///
/// What it may do is as narrow as RBAC can say it while the agent and its operator still work:
/// - The agent creates the ManagedCluster and a certificate request. RBAC cannot restrict what is
///   created by name; the request is verified before it is approved, and a ManagedCluster nobody
///   accepts gets no rights.
/// - The operator asks, without a name, whether `get` and `create` on ManagedClusters and `create`,
///   `get`, `list`, `watch` on requests are allowed, and reports a refused bootstrap if not (OCM,
///   common/helpers/ssar.go); so these cannot be narrowed to a name either.
/// - Listing and watching ManagedClusters is narrowed to the one of the agent, which is how it
///   watches (OCM, registration/register BuildClientsFromConfig); other clusters cannot be
///   enumerated.
/// - The hub's webhook puts new clusters into the set `default` and checks the right to join it.
/// - No `update`: an agent that may change its ManagedCluster could accept itself on a hub whose
///   webhooks are down. No `configmaps`: the kubeconfig carries the certificate authorities.
public struct JoinCredential: Sendable, Hashable {
  /// The cluster.
  public let clusterName: String

  /// The credential of a cluster; nothing is made.
  public init(clusterName: String) {
    self.clusterName = clusterName
  }

  /// The ServiceAccount's name.
  public var serviceAccount: String { Names.ServiceAccount.join(clusterName) }

  /// The ServiceAccount's namespace.
  public var namespace: String { Names.Namespace.openClusterManagement }

  /// The user that the hub sees.
  public var username: String { Names.User.serviceAccount(serviceAccount, namespace: namespace) }

  /// ServiceAccount, ClusterRole and binding, in the order to apply them.
  public func objects() -> [ManifestObject] {
    [
      .serviceAccount(serviceAccount, namespace: namespace, labels: labels), role,
      .clusterRoleBinding(
        role.name, role: role.name, labels: labels,
        subjects: [.serviceAccount(serviceAccount, namespace: namespace)]),
    ]
  }

  /// What every credential of the cluster may do.
  var role: ManifestObject {
    .clusterRole(Names.ClusterRole.join(clusterName), labels: labels, rules: rules)
  }

  /// The objects to delete to revoke the credential, the one that ends all tokens first.
  public var references: [ObjectReference] { objects().map(\.reference) }

  /// The label by which credentials are found, with the cluster's name as its value.
  var labels: [(String, String)] { [(Names.Label.joinCredential, clusterName)] }

  /// What the credential may do.
  var rules: [PolicyRule] {
    [
      PolicyRule(
        "certificates.k8s.io", ["certificatesigningrequests"], ["create"] + PolicyRule.read),
      PolicyRule(Names.APIGroup.cluster, ["managedclusters"], ["create", "get"]),
      PolicyRule(
        Names.APIGroup.cluster, ["managedclusters"], ["list", "watch"], names: [clusterName]),
      PolicyRule(
        Names.APIGroup.cluster, ["managedclustersets/join"], ["create"], names: ["default"]),
    ]
  }
}
