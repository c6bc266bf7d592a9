/// The resource types of Open Cluster Management.
extension Kind {
  private static let clusterGroup = "cluster.open-cluster-management.io"
  private static let workGroup = "work.open-cluster-management.io"
  private static let addonGroup = "addon.open-cluster-management.io"
  private static let operatorGroup = "operator.open-cluster-management.io"

  static let managedClusters = Kind(
    clusterGroup, "v1", "managedclusters", "ManagedCluster", namespaced: false)
  static let managedClusterSets = Kind(
    clusterGroup, "v1beta2", "managedclustersets", "ManagedClusterSet", namespaced: false)
  static let managedClusterSetBindings = Kind(
    clusterGroup, "v1beta2", "managedclustersetbindings", "ManagedClusterSetBinding",
    namespaced: true)
  static let clusterClaims = Kind(
    clusterGroup, "v1alpha1", "clusterclaims", "ClusterClaim", namespaced: false)
  static let manifestWorks = Kind(
    workGroup, "v1", "manifestworks", "ManifestWork", namespaced: true)
  static let appliedManifestWorks = Kind(
    workGroup, "v1", "appliedmanifestworks", "AppliedManifestWork", namespaced: false)
  static let managedClusterAddOns = Kind(
    addonGroup, "v1alpha1", "managedclusteraddons", "ManagedClusterAddOn", namespaced: true)
  static let clusterManagers = Kind(
    operatorGroup, "v1", "clustermanagers", "ClusterManager", namespaced: false)
  static let klusterlets = Kind(
    operatorGroup, "v1", "klusterlets", "Klusterlet", namespaced: false)
  static let validatingWebhooks = Kind(
    "admissionregistration.k8s.io", "v1", "validatingwebhookconfigurations",
    "ValidatingWebhookConfiguration", namespaced: false)
  static let mutatingWebhooks = Kind(
    "admissionregistration.k8s.io", "v1", "mutatingwebhookconfigurations",
    "MutatingWebhookConfiguration", namespaced: false)
}
