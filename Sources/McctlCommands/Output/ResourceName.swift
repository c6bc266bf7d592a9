/// Objects as `-o name` prints them, so that kubectl takes them: `managedcluster.cluster.open-cluster-management.io/edge-7`.
enum ResourceName {
  /// A cluster on the hub.
  static func cluster(_ name: String) -> String {
    "managedcluster.cluster.open-cluster-management.io/\(name)"
  }

  /// A work, in its cluster's namespace.
  static func work(_ name: String) -> String {
    "manifestwork.work.open-cluster-management.io/\(name)"
  }
}
