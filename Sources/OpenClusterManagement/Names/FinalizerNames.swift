extension Names {
  /// Finalizers, and whose they are.
  public enum Finalizer {
    /// mcctl's own on a ManagedCluster: unregistering is not finished.
    public static let unregister = "mcctl.dev/unregister"
    /// mcctl's own on the addon object that keeps OCM from deleting works before their time.
    public static let holdAddOn = "mcctl.dev/hold"

    /// On a ManagedCluster: RBAC on the hub (OCM api, cluster/v1 ManagedClusterFinalizer).
    public static let apiResourceCleanup = "cluster.open-cluster-management.io/api-resource-cleanup"
    /// On a ManagedCluster: works and addons (OCM, registration/hub/gc).
    public static let resourceCleanup = "cluster.open-cluster-management.io/resource-cleanup"
    /// On a ManifestWork, put there by the agent, and on the RoleBinding that lets the agent finish
    /// (OCM api, work/v1 ManifestWorkFinalizer).
    public static let manifestWork = "cluster.open-cluster-management.io/manifest-work-cleanup"
    /// On an AppliedManifestWork (OCM api, work/v1 AppliedManifestWorkFinalizer).
    public static let appliedManifestWork =
      "cluster.open-cluster-management.io/applied-manifest-work-cleanup"
    /// On a Klusterlet (OCM operator, klusterletcontroller).
    public static let klusterlet = "operator.open-cluster-management.io/klusterlet-cleanup"
    /// On a Klusterlet in a hosted mode (OCM operator, klusterletcontroller).
    public static let klusterletHosted =
      "operator.open-cluster-management.io/klusterlet-hosted-cleanup"
    /// On a ClusterManager (OCM operator, clustermanagercontroller).
    public static let clusterManager = "operator.open-cluster-management.io/cluster-manager-cleanup"
    /// On a ManagedClusterAddOn (OCM api, addon), the older spellings included.
    public static let addOn: [String] = [
      "addon.open-cluster-management.io/addon-pre-delete",
      "addon.open-cluster-management.io/hosting-addon-pre-delete",
      "addon.open-cluster-management.io/hosting-manifests-cleanup",
      "cluster.open-cluster-management.io/addon-pre-delete",
      "cluster.open-cluster-management.io/hosting-addon-pre-delete",
      "cluster.open-cluster-management.io/hosting-manifests-cleanup",
    ]

    /// Finalizers that Kubernetes itself adds and takes off (metav1 and core).
    static let ofKubernetes: Set<String> = ["foregroundDeletion", "orphan", "kubernetes"]

    /// Whether a finalizer is neither OCM's, nor mcctl's, nor Kubernetes' own: somebody else has
    /// work to do before the object may go.
    ///
    /// A finalizer belongs to the domain before its slash, or to itself without a slash; OCM's and
    /// mcctl's are those of their domains and everything under them.
    public static func isUserFinalizer(_ finalizer: String) -> Bool {
      if ofKubernetes.contains(finalizer) { return false }
      let domain = finalizer.prefix { $0 != "/" }
      return ![Names.ocmDomain, Names.domain].contains { own in
        domain == own || domain.hasSuffix("." + own)
      }
    }

    /// Whether a finalizer is OCM's, the hub's or the agent's.
    public static func isOpenClusterManagement(_ finalizer: String) -> Bool {
      let domain = finalizer.prefix { $0 != "/" }
      return domain == Names.ocmDomain || domain.hasSuffix("." + Names.ocmDomain)
    }
  }
}
