import Documents
import FoundationEssentials
import KubernetesClient

extension ManifestObject {
  /// A Namespace.
  static func namespace(
    _ name: String, annotations: [(String, String)] = []
  ) -> ManifestObject {
    ManifestObject(.namespaces, name: name, annotations: annotations)
  }

  /// A Secret; the values are put in as base64, so that what is applied and what is stored compare.
  static func secret(
    _ name: String, namespace: String, type: String = "Opaque", labels: [(String, String)] = [],
    annotations: [(String, String)] = [], data: [(String, [UInt8])]
  ) -> ManifestObject {
    let entries = data.map { ($0.0, Data($0.1).base64EncodedString()) }
    return ManifestObject(
      .secrets, name: name, namespace: namespace, labels: labels, annotations: annotations,
      body: ["type": .string(type), "data": .strings(entries)])
  }
}
