/// Names that Open Cluster Management gives its objects.
enum OCM {
  static let operatorNamespace = "open-cluster-management"
  static let hubNamespace = "open-cluster-management-hub"
  static let agentNamespace = "open-cluster-management-agent"
  static let addonNamespace = "open-cluster-management-agent-addon"

  static let clusterNameLabel = "open-cluster-management.io/cluster-name"
  static let clusterSetLabel = "cluster.open-cluster-management.io/clusterset"
  static let addonNameLabel = "open-cluster-management.io/addon-name"
  static let createdByKlusterlet = "open-cluster-management.io/created-by-klusterlet"
  static let createdByClusterManager = "open-cluster-management.io/created-by-clustermanager"
  static let klusterletNamespaceLabel = "operator.open-cluster-management.io/klusterlet"
  static let aggregateToWorkLabel = "open-cluster-management.io/aggregate-to-work"
  static let addonFeaturePrefix = "feature.open-cluster-management.io/addon-"

  static let evictionTimestamp =
    "operator.open-cluster-management.io/managed-resources-eviction-timestamp"
  static let cleanupPriority = "open-cluster-management.io/cleanup-priority"
  static let acceptedOn = "open-cluster-management.io/automatically-accepted-on"
  static let autoUpdate = "cluster.open-cluster-management.io/autoupdate"
  static let operatorVersion = "operator.open-cluster-management.io/version"
  static let agentAnnotationPrefix = "agent.open-cluster-management.io"

  static let clusterFinalizer = "cluster.open-cluster-management.io/api-resource-cleanup"
  static let collectionFinalizer = "cluster.open-cluster-management.io/resource-cleanup"
  static let workFinalizer = "cluster.open-cluster-management.io/manifest-work-cleanup"
  static let appliedWorkFinalizer =
    "cluster.open-cluster-management.io/applied-manifest-work-cleanup"
  static let klusterletFinalizer = "operator.open-cluster-management.io/klusterlet-cleanup"
  static let klusterletHostedFinalizer =
    "operator.open-cluster-management.io/klusterlet-hosted-cleanup"
  static let clusterManagerFinalizer =
    "operator.open-cluster-management.io/cluster-manager-cleanup"

  static let leaseName = "managed-cluster-lease"
  static let bootstrapSecret = "bootstrap-hub-kubeconfig"
  static let hubSecret = "hub-kubeconfig-secret"
  static let imagePullSecret = "open-cluster-management-image-pull-credentials"

  static let unreachableTaint = "cluster.open-cluster-management.io/unreachable"
  static let unavailableTaint = "cluster.open-cluster-management.io/unavailable"

  /// The group of every agent's client certificate.
  static let managedClustersGroup = "system:open-cluster-management:managed-clusters"

  /// The group of the agents of one cluster.
  static func clusterGroup(_ cluster: String) -> String {
    "system:open-cluster-management:\(cluster)"
  }

  /// A lease counts as abandoned when it is older than so many times its duration.
  static let leaseDurations = 5

  /// The OCM release whose behaviour this follows.
  static let version = "1.3.1"
}

/// The types of the condition of a ManagedCluster.
enum ClusterConditions {
  static let accepted = "HubAcceptedManagedCluster"
  static let joined = "ManagedClusterJoined"
  static let available = "ManagedClusterConditionAvailable"
  static let clockSynced = "ManagedClusterConditionClockSynced"
  static let certificateRotated = "ClusterCertificateRotated"
  static let deleting = "Deleting"
}
