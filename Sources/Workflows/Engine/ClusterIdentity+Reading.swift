import KubernetesClient
import OpenClusterManagement

extension APIReader {
  /// The identity of the cluster.
  func clusterIdentity() async throws -> String {
    let namespace = try await get(.namespaces, Names.Namespace.kubeSystem)
    return ClusterIdentity.identity(fromKubeSystem: namespace) ?? ""
  }
}
