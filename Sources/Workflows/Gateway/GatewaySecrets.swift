import Documents
import KubernetesClient
import OpenClusterManagement

/// Finds the Secrets by which cluster-gateway reaches a cluster, which nobody takes away with it.
struct GatewaySecrets: Sendable {
  let clusterName: String
  let reader: APIReader

  private static let configurations = ResourceType(
    group: "proxy.open-cluster-management.io", version: "v1alpha1",
    plural: "clustergatewayconfigurations", kind: "ClusterGatewayConfiguration",
    isNamespaced: false)

  /// Those that are there and may be seen: the cluster's own, and the one that mcctl makes for its leaving.
  func references() async throws -> [ObjectReference] {
    let names = [clusterName, Names.ClusterGateway.leavingEntry(of: clusterName)]
    return try await namespaces().concurrentMap(limit: 4) { namespace in
      try await names.concurrentMap(limit: 2) { name in
        do {
          return try await secret(name, in: namespace).flatMap {
            ObjectReference($0, type: .secrets)
          }
        } catch KubernetesError.forbidden {
          return nil
        }
      }.compactMap(\.self)
    }.flatMap(\.self)
  }

  /// The Secret of one entry; nil when there is none. Throws what the API server says to whoever may not see it.
  func entry(_ name: String) async throws -> Value? {
    for namespace in try await namespaces() {
      if let secret = try await secret(name, in: namespace) { return secret }
    }
    return nil
  }

  /// Where they may be.
  func namespaces() async throws -> [String] {
    var namespaces = Set(Names.ClusterGateway.secretNamespaces)
    for configuration in try await configurations() {
      if let name = configuration.at("spec", "secretNamespace")?.string { namespaces.insert(name) }
    }
    return namespaces.sorted()
  }

  private func configurations() async throws -> [Value] {
    do {
      return try await reader.presentList(Self.configurations)
    } catch KubernetesError.forbidden {
      return []
    }
  }

  private func secret(_ name: String, in namespace: String) async throws -> Value? {
    let secret = try await reader.present(
      ObjectReference(type: .secrets, namespace: namespace, name: name))
    let label = secret?.at("metadata", "labels", Names.ClusterGateway.credentialType)
    return label == nil ? nil : secret
  }
}
