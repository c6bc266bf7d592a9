import KubernetesClient
import OpenClusterManagement

extension APIReader {
  /// The identity of the cluster: the UID of its `kube-system` namespace, which lives as long as the
  /// cluster does.
  func clusterIdentity() async throws -> String {
    let namespace = try await get(.namespaces, Names.Namespace.kubeSystem)
    return namespace.at("metadata", "uid")?.string ?? ""
  }
}
