import Documents
import KubernetesClient
import OpenClusterManagement

/// Finds and deletes everything that belongs to the join credentials of one cluster.
struct CredentialRevocation: Sendable {
  let cluster: String
  let reader: APIReader
  let location: ClusterLocation

  /// What there is of them, the account that ends all tokens first.
  func found() async throws -> [ObjectReference] {
    let selector = "\(Names.Label.joinCredential)=\(cluster)"
    let searches: [(ResourceType, String?)] = [
      (.serviceAccounts, Names.Namespace.openClusterManagement),
      (.secrets, Names.Namespace.kubeSystem), (.clusterRoleBindings, nil), (.clusterRoles, nil),
    ]
    return try await searches.concurrentMap(limit: 4) { type, namespace in
      try await reader.metadataList(
        type, namespace: namespace, ListOptions(labelSelector: selector)
      ).items.compactMap { ObjectReference($0, type: type) }
    }.flatMap(\.self)
  }

  /// The step that deletes what was found, and waits for nothing: none of it has finalizers.
  func step(_ found: [ObjectReference], id: String = "revoke") -> Step {
    DeletionSteps(reader: reader, location: location).step(
      id: id, title: "revoke the join credential of \(cluster)", found, waits: false)
  }
}
