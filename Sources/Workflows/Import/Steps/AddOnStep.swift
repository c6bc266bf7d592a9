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
      objects: [namespace] + addOns.map(addOn), reconciler: reconciler)
  }

  /// OCM makes the cluster's namespace when the cluster is accepted, with the same label; that may be a moment later.
  private var namespace: DesiredObject {
    DesiredObject(
      type: .namespaces,
      value: [
        "apiVersion": "v1", "kind": "Namespace",
        "metadata": [
          "name": .string(clusterName),
          "labels": [Names.Label.clusterName: .string(clusterName)],
        ],
      ], method: .createOnly)
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
