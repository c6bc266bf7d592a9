public import Documents

/// What tells one cluster from another, whatever it is called: the UID of its kube-system
/// namespace, which is made once in a cluster's life.
public enum ClusterIdentity {
  /// The identity out of the Namespace `kube-system` as read; nil when the object has no UID.
  public static func identity(fromKubeSystem namespace: Value) -> String? {
    guard let uid = namespace.at("metadata", "uid")?.string, !uid.isEmpty else { return nil }
    return uid
  }
}
