public import KubernetesClient

/// What OCM leaves on the hub when a ManagedCluster is gone, and what mcctl itself put there for
/// it.
///
/// OCM never deletes the cluster's namespace, its lease, Secrets in it, nor the certificate
/// requests (seen on OCM 1.3.1); its RBAC only stays when the hub's controllers did not run.
public struct HubLeftovers: Sendable, Hashable {
  /// A search whose every result belongs to the cluster.
  public struct Search: Sendable, Hashable {
    /// The API resource.
    public let type: ResourceType
    /// The namespace to search in; nil for cluster-scoped types.
    public let namespace: String?
    /// The label that results have.
    public let labelSelector: String
  }

  /// The cluster.
  public let clusterName: String

  /// The leftovers of a cluster.
  public init(clusterName: String) {
    self.clusterName = clusterName
  }

  /// Searches by label, in the order to delete what they find. None looks into the cluster's
  /// namespace; what is inside goes with it.
  public var searches: [Search] {
    let byCluster = "\(Names.Label.clusterName)=\(clusterName)"
    let byCredential = "\(Names.Label.joinCredential)=\(clusterName)"
    let openClusterManagement = Names.Namespace.openClusterManagement
    return [
      Search(
        type: .serviceAccounts, namespace: openClusterManagement, labelSelector: byCredential),
      Search(type: .clusterRoleBindings, namespace: nil, labelSelector: byCredential),
      Search(type: .clusterRoles, namespace: nil, labelSelector: byCredential),
      Search(type: .certificateSigningRequests, namespace: nil, labelSelector: byCluster),
      Search(type: .clusterRoleBindings, namespace: nil, labelSelector: byCluster),
      Search(type: .clusterRoles, namespace: nil, labelSelector: byCluster),
    ]
  }

  /// Objects with a finalizer inside the cluster's namespace on which its deletion hangs when no
  /// controller of the hub runs: the binding that lets the agent finish its works.
  public var finalizedRoleBinding: ObjectReference {
    ObjectReference(
      type: .roleBindings, namespace: clusterName, name: Names.RoleBinding.work(clusterName))
  }

  /// The cluster's namespace, the last to go.
  public var namespace: ObjectReference {
    ObjectReference(type: .namespaces, namespace: nil, name: clusterName)
  }

  /// Whether a namespace of the cluster's name was made for it: OCM labels it, and mcctl as well.
  /// Another namespace of that name must not be deleted.
  public func owns(namespaceWithLabels labels: [String: String]) -> Bool {
    labels[Names.Label.clusterName] == clusterName
  }
}
