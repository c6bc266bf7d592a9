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

  /// A step that looks again when it runs, since an earlier one makes what it deletes.
  ///
  /// - Parameter expected: what it will find, as far as that is known beforehand.
  /// - Parameter others: further objects that go with it.
  func findingStep(
    _ expected: [ObjectReference], and others: [ObjectReference] = [], id: String = "revoke"
  ) -> Step {
    let changes = expected.map { PlannedChange(location: location, object: $0, action: .delete) }
    let deletion = DeletionSteps(reader: reader, location: location)
    return Step(
      id: id, title: title, location: location, changes: changes,
      needs: changes.flatMap { AccessNeed.needs(of: $0, method: .apply) }
    ) { context in
      let writes = try await deletion.delete(try await found() + others, context)
      return StepResult(writes > 0 ? .done : .unchanged, writes: writes)
    }
  }

  private var title: String { "revoke the join credential of \(cluster)" }

  /// The step that deletes what was found, and waits for nothing: none of it has finalizers.
  func step(_ found: [ObjectReference], id: String = "revoke") -> Step {
    DeletionSteps(reader: reader, location: location).step(
      id: id, title: title, found, waits: false)
  }
}
