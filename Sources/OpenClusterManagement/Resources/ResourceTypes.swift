public import KubernetesClient

extension ResourceType {
  /// Clusters on the hub.
  public static let managedClusters = ResourceType(
    group: Names.APIGroup.cluster, version: "v1", plural: "managedclusters",
    kind: "ManagedCluster", isNamespaced: false)

  /// Sets of clusters on the hub.
  public static let managedClusterSets = ResourceType(
    group: Names.APIGroup.cluster, version: "v1beta2", plural: "managedclustersets",
    kind: "ManagedClusterSet", isNamespaced: false)

  /// Sets of clusters made usable in a namespace of the hub.
  public static let managedClusterSetBindings = ResourceType(
    group: Names.APIGroup.cluster, version: "v1beta2", plural: "managedclustersetbindings",
    kind: "ManagedClusterSetBinding", isNamespaced: true)

  /// Choices of clusters on the hub.
  public static let placements = ResourceType(
    group: Names.APIGroup.cluster, version: "v1beta1", plural: "placements", kind: "Placement",
    isNamespaced: true)

  /// The clusters that placements chose.
  public static let placementDecisions = ResourceType(
    group: Names.APIGroup.cluster, version: "v1beta1", plural: "placementdecisions",
    kind: "PlacementDecision", isNamespaced: true)

  /// Scores that addons give clusters.
  public static let addOnPlacementScores = ResourceType(
    group: Names.APIGroup.cluster, version: "v1alpha1", plural: "addonplacementscores",
    kind: "AddOnPlacementScore", isNamespaced: true)

  /// What a managed cluster says of itself (on the managed cluster).
  public static let clusterClaims = ResourceType(
    group: Names.APIGroup.cluster, version: "v1alpha1", plural: "clusterclaims",
    kind: "ClusterClaim", isNamespaced: false)

  /// Objects handed to a cluster (in its namespace on the hub).
  public static let manifestWorks = ResourceType(
    group: Names.APIGroup.work, version: "v1", plural: "manifestworks", kind: "ManifestWork",
    isNamespaced: true)

  /// Objects handed to all clusters of placements.
  public static let manifestWorkReplicaSets = ResourceType(
    group: Names.APIGroup.work, version: "v1alpha1", plural: "manifestworkreplicasets",
    kind: "ManifestWorkReplicaSet", isNamespaced: true)

  /// The agent's records of works (on the managed cluster).
  public static let appliedManifestWorks = ResourceType(
    group: Names.APIGroup.work, version: "v1", plural: "appliedmanifestworks",
    kind: "AppliedManifestWork", isNamespaced: false)

  /// Addons of clusters. v1alpha1 is served by every supported OCM; v1beta1 only since 1.2.
  public static let managedClusterAddOns = ResourceType(
    group: Names.APIGroup.addOn, version: "v1alpha1", plural: "managedclusteraddons",
    kind: "ManagedClusterAddOn", isNamespaced: true)

  /// Addons that the hub offers.
  public static let clusterManagementAddOns = ResourceType(
    group: Names.APIGroup.addOn, version: "v1alpha1", plural: "clustermanagementaddons",
    kind: "ClusterManagementAddOn", isNamespaced: false)

  /// Settings for addons.
  public static let addOnDeploymentConfigs = ResourceType(
    group: Names.APIGroup.addOn, version: "v1alpha1", plural: "addondeploymentconfigs",
    kind: "AddOnDeploymentConfig", isNamespaced: true)

  /// What OCM's operator runs on a hub.
  public static let clusterManagers = ResourceType(
    group: Names.APIGroup.operator, version: "v1", plural: "clustermanagers",
    kind: "ClusterManager", isNamespaced: false)

  /// What OCM's operator runs on a managed cluster.
  public static let klusterlets = ResourceType(
    group: Names.APIGroup.operator, version: "v1", plural: "klusterlets", kind: "Klusterlet",
    isNamespaced: false)

  /// ServiceAccounts of managed clusters, driven from the hub.
  public static let managedServiceAccounts = ResourceType(
    group: Names.APIGroup.authentication, version: "v1beta1", plural: "managedserviceaccounts",
    kind: "ManagedServiceAccount", isNamespaced: true)

  /// Managed clusters as cluster-gateway serves them (aggregated; get and list only, never watch).
  public static let clusterGateways = ResourceType(
    group: Names.APIGroup.clusterGateway, version: "v1alpha1", plural: "clustergateways",
    kind: "ClusterGateway", isNamespaced: false)

  /// Facts about an OpenShift cluster (`Infrastructure` named `cluster`).
  public static let infrastructures = ResourceType(
    group: "config.openshift.io", version: "v1", plural: "infrastructures",
    kind: "Infrastructure", isNamespaced: false)
}
