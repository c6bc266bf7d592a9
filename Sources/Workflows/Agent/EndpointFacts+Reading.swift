import Documents
import KubernetesClient
import OpenClusterManagement

extension ClusterAccess {
  /// What is known about the cluster's addresses: the kubeconfig's, and what the cluster publishes.
  /// What may not be read is left out.
  func endpointFacts() async throws -> EndpointFacts {
    var facts = EndpointFacts(
      kubeconfigServer: server, kubeconfigTrust: trust, isConnectionIndirect: isIndirect)
    async let info = readable(
      .configMaps, Names.ConfigMap.clusterInfo, Names.Namespace.kubePublic)
    async let root = readable(.configMaps, Names.ConfigMap.rootCA, Names.Namespace.kubeSystem)
    async let infrastructure = readable(.infrastructures, "cluster", nil)
    facts.clusterInfo = try await info
    facts.rootAuthorities = try await root
    facts.infrastructure = try await infrastructure
    return facts
  }

  private func readable(
    _ type: ResourceType, _ name: String, _ namespace: String?
  ) async throws -> Value? {
    do {
      return try await reader.getIfPresent(type, name, namespace: namespace)
    } catch KubernetesError.resourceTypeMissing, KubernetesError.forbidden {
      return nil
    }
  }
}
