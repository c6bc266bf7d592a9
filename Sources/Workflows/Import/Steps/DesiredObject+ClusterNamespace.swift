import Documents
import KubernetesClient
import OpenClusterManagement

extension DesiredObject {
  /// A cluster's namespace on the hub, for what is put into it before the cluster is accepted: OCM makes it then,
  /// with the same label.
  static func namespace(of clusterName: String) -> DesiredObject {
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
}
