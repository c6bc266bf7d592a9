import Documents
import KubernetesClient
import OpenClusterManagement

/// Enables addons on a cluster: their objects in its namespace on the hub, where OCM's addon manager and the
/// addons' own controllers find them. One that is there already is left as it is.
struct AddOnStep: Sendable {
  let clusterName: String
  let addOns: [String]
  let reconciler: ObjectReconciler

  /// The step; nil when no addon is asked for.
  func step() async throws -> Step? {
    guard !addOns.isEmpty else { return nil }
    return try await .ensuring(
      id: "addons", title: "enable \(addOns.joined(separator: ", ")) on \(clusterName)",
      objects: [.namespace(of: clusterName)] + addOns.map(addOn), reconciler: reconciler)
  }

  private func addOn(_ name: String) -> DesiredObject {
    let type = ResourceType.managedClusterAddOns
    return DesiredObject(
      type: type,
      value: [
        "apiVersion": .string(type.apiVersion), "kind": .string(type.kind),
        "metadata": ["name": .string(name), "namespace": .string(clusterName)],
        "spec": .object(Object()),
      ], method: .createOnly)
  }
}
