/// The identity that OCM's own tools let every cluster join with: kept so that clusteradm works on
/// a hub that mcctl set up. mcctl itself gives each cluster a `JoinCredential` of its own.
public enum SharedBootstrap {
  /// ServiceAccount, ClusterRole and bindings, in the order to apply them (OCM,
  /// deploy/cluster-manager chart, templates/bootstrap_*).
  public static var objects: [ManifestObject] {
    let namespace = Names.Namespace.openClusterManagement
    return [
      .serviceAccount(Names.ServiceAccount.bootstrap, namespace: namespace),
      .clusterRole(Names.ClusterRole.bootstrap, rules: rules),
      .clusterRoleBinding(
        Names.ClusterRole.bootstrapServiceAccountBinding, role: Names.ClusterRole.bootstrap,
        subjects: [.serviceAccount(Names.ServiceAccount.bootstrap, namespace: namespace)]),
      .clusterRoleBinding(
        Names.ClusterRole.bootstrapTokenBinding, role: Names.ClusterRole.bootstrap,
        subjects: [.group(Names.Group.bootstrappers)]),
    ]
  }

  private static let rules: [PolicyRule] = [
    // clusteradm reads kube-public/cluster-info with it.
    PolicyRule("", ["configmaps"], ["get"]),
    PolicyRule("certificates.k8s.io", ["certificatesigningrequests"], ["create"] + PolicyRule.read),
    PolicyRule(Names.APIGroup.cluster, ["managedclusters"], ["create"] + PolicyRule.read),
    PolicyRule(Names.APIGroup.cluster, ["managedclustersets/join"], ["create"]),
  ]
}
