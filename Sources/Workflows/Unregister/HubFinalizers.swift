import Documents
import KubernetesClient
import OpenClusterManagement

/// OCM's own finalizers on the record of a cluster, when the hub has nobody left to take them off.
struct HubFinalizers: Sendable {
  let reader: APIReader

  /// All that OCM's controllers put on a record; nothing else is ever taken off in their place.
  static let known: Set = [Names.Finalizer.apiResourceCleanup, Names.Finalizer.resourceCleanup]

  /// Whose work it is.
  static let controller = ObjectReference(
    type: .deployments, namespace: Names.Namespace.hub,
    name: "cluster-manager-registration-controller")

  /// Those on the record that nobody takes off; none as long as the controller runs.
  func orphaned(on record: ManagedCluster) async throws -> [String] {
    let held = record.finalizers.filter(Self.known.contains)
    guard !held.isEmpty else { return [] }
    let state = try await reader.present(Self.controller).map(DeploymentState.init)
    return state.map { $0.available > 0 } ?? false ? [] : held
  }
}
