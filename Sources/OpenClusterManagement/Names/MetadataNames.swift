extension Names {
  /// Labels.
  public enum Label {
    /// The cluster that an object belongs to: namespace, RBAC, lease and certificate requests on
    /// the hub (OCM api, cluster/v1 ClusterNameLabelKey).
    public static let clusterName = "open-cluster-management.io/cluster-name"
    /// The exclusive set of a cluster (OCM api, cluster/v1beta2 ClusterSetLabel).
    public static let clusterSet = "cluster.open-cluster-management.io/clusterset"
    /// The addon that an object belongs to (OCM api, addon AddonLabelKey).
    public static let addOnName = "open-cluster-management.io/addon-name"
    /// Set on what the Klusterlet operator creates, with the Klusterlet's name (OCM operator,
    /// helpers).
    public static let createdByKlusterlet = "open-cluster-management.io/created-by-klusterlet"
    /// Set on what the ClusterManager operator creates (OCM operator, helpers).
    public static let createdByClusterManager =
      "open-cluster-management.io/created-by-clustermanager"
    /// Set on ClusterRoles that add to what works may manage (OCM, manifests/klusterlet/managed).
    public static let aggregateToWork = "open-cluster-management.io/aggregate-to-work"
    /// Set on the agent's namespace, with the Klusterlet's name (OCM operator,
    /// klusterletcontroller).
    public static let klusterlet = "operator.open-cluster-management.io/klusterlet"
    /// The state of one addon on a ManagedCluster is told by this prefix and the addon's name (OCM,
    /// addon/controllers/addonfeature).
    public static let addOnFeaturePrefix = "feature.open-cluster-management.io/addon-"
    /// Who manages an object, as Kubernetes recommends; mcctl sets it on what it creates.
    public static let managedBy = "app.kubernetes.io/managed-by"
    /// Set on a cluster's join credential and what belongs to it, with the cluster's name.
    public static let joinCredential = "mcctl.dev/join-credential"

    /// On a ManagedCluster that mcctl has made of machines.
    public static let created = "mcctl.dev/created"

    /// The value of `managedBy` on what mcctl creates.
    public static let managedByValue = "mcctl"
  }

  /// Annotations.
  public enum Annotation {
    /// Condition types that hold back `mcctl.dev/Registered`, comma separated.
    public static let readinessGates = "mcctl.dev/readiness-gates"
    /// The identity of the cluster that was imported under a name: the UID of its kube-system
    /// namespace. On the ManagedCluster and on the Klusterlet.
    public static let clusterIdentity = "mcctl.dev/cluster-identity"
    /// On a Klusterlet or join credential: the identity of the hub it belongs to.
    public static let hubIdentity = "mcctl.dev/hub-identity"
    /// On an agent's bootstrap Secret: the UID of the ManagedCluster its credential was made for. A
    /// credential for another record of the same name is not used again.
    public static let registration = "mcctl.dev/registration"
    /// On a ManagedCluster: how the cluster is to be imported; `manual` when a bundle was made that is
    /// applied elsewhere.
    public static let importMode = "mcctl.dev/import-mode"
    /// On a ManagedCluster that is being taken out: nothing of its agent is left on the managed cluster.
    public static let agentRemoved = "mcctl.dev/agent-removed"
    /// On a ManagedCluster: it is declared, and is to be created, scaled and moved as Secret `mcctl-cluster` in its
    /// namespace says. Its value is ``declaredValue``; any other one declares nothing.
    public static let declared = "mcctl.dev/cluster"
    /// The value of ``declared``.
    public static let declaredValue = "Managed"
    /// On a ManagedCluster that is declared: take it out of the hub and off its machines. Its value has to be the
    /// cluster's name.
    public static let destroy = "mcctl.dev/destroy"
    /// On a ManagedCluster that is being destroyed: nothing of it is left on its machines, as far as they are there.
    public static let machinesRemoved = "mcctl.dev/machines-removed"
    /// When a join credential stops working (RFC 3339).
    public static let expires = "mcctl.dev/expires"
    /// The id (`jti`) of the token that was minted for a cluster; tells the token, gives no access.
    public static let tokenIdentifier = "mcctl.dev/token-id"
    /// The ids of tokens that were minted for a cluster before that one, newest first, comma separated.
    public static let earlierTokens = "mcctl.dev/earlier-token-ids"
    /// On a join credential: it is not revoked when the cluster is registered.
    public static let keepCredential = "mcctl.dev/keep-credential"
    /// Order in which OCM deletes a cluster's works and addons, 0 to 100, lower first (OCM api,
    /// cluster/v1 CleanupPriorityAnnotationKey).
    public static let cleanupPriority = "open-cluster-management.io/cleanup-priority"
    /// Set once by the hub's automatic acceptance (OCM, registration/hub/managedcluster).
    public static let automaticallyAcceptedOn =
      "open-cluster-management.io/automatically-accepted-on"
    /// The only annotations an agent may put on its ManagedCluster start so (OCM, common/helpers).
    public static let agentPrefix = "agent.open-cluster-management.io/"
    /// Registries that images are taken from instead, per cluster (OCM api, cluster/v1).
    public static let imageRegistries = "open-cluster-management.io/image-registries"
    /// On an addon: the managed cluster that hosts its agent (OCM api, addon).
    public static let addOnHostingCluster = "addon.open-cluster-management.io/hosting-cluster-name"
    /// On a CRD that an operator manages: the version it last applied (OCM operator, migration).
    public static let operatorVersion = "operator.open-cluster-management.io/version"
    /// On a Klusterlet being deleted: since when the managed cluster cannot be reached (OCM
    /// operator, klusterletcontroller).
    public static let evictionTimestamp =
      "operator.open-cluster-management.io/managed-resources-eviction-timestamp"
    /// Keeps an `auto-import-secret` after use; a convention of OCM distributions.
    public static let keepAutoImportSecret =
      "managedcluster-import-controller.open-cluster-management.io/keeping-auto-import-secret"
    /// Lets OpenShift run a namespace's pods on its management cores.
    public static let openShiftWorkload = "workload.openshift.io/allowed"
  }
}
