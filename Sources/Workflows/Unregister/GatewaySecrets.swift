import Documents
import KubernetesClient
import OpenClusterManagement

/// Finds the Secret by which cluster-gateway reaches a cluster, which nobody takes away with it.
struct GatewaySecrets: Sendable {
  let clusterName: String
  let reader: APIReader

  /// Marks such a Secret (cluster-gateway, pkg/common).
  private static let label = "cluster.core.oam.dev/cluster-credential-type"
  /// Where they are when nothing else is configured: by cluster-gateway's own default, and by its addon's.
  private static let namespaces = ["vela-system", "open-cluster-management-credentials"]
  private static let configurations = ResourceType(
    group: "proxy.open-cluster-management.io", version: "v1alpha1",
    plural: "clustergatewayconfigurations", kind: "ClusterGatewayConfiguration",
    isNamespaced: false)

  /// Those that are there and may be seen.
  func references() async throws -> [ObjectReference] {
    var namespaces = Set(Self.namespaces)
    for configuration in try await configurations() {
      if let name = configuration.at("spec", "secretNamespace")?.string { namespaces.insert(name) }
    }
    return try await namespaces.sorted().concurrentMap(limit: 4) { namespace in
      try await reference(in: namespace)
    }.compactMap(\.self)
  }

  private func configurations() async throws -> [Value] {
    do {
      return try await reader.presentList(Self.configurations)
    } catch KubernetesError.forbidden {
      return []
    }
  }

  private func reference(in namespace: String) async throws -> ObjectReference? {
    let reference = ObjectReference(type: .secrets, namespace: namespace, name: clusterName)
    do {
      let labels = try await reader.present(reference)?.at("metadata", "labels")
      return labels?[Self.label] == nil ? nil : reference
    } catch KubernetesError.forbidden {
      return nil
    }
  }
}
