/// The CustomResourceDefinitions that the operator brings to a hub.
enum HubDefinitions {
  static let all = ClusterDefinitions.all + WorkDefinitions.all + AddonDefinitions.all

  /// Those that must be gone, with every object of theirs, before anything else is removed, in
  /// this order: addons are cleaned up by works, works by agents.
  static let removedFirst = [
    "managedclusteraddons.addon.open-cluster-management.io",
    "manifestworks.work.open-cluster-management.io",
    "managedclusters.cluster.open-cluster-management.io",
    "manifestworkreplicasets.work.open-cluster-management.io",
  ]
}
