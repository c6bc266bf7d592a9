import Documents
import FoundationEssentials
import KubernetesClient
import OpenClusterManagement

/// Puts the join manifests on the hub as well, in Secret `NAME-import` with the keys `crds.yaml` and
/// `import.yaml`, where the tools of OCM's distributions look for them.
struct JoinManifestsStep: Sendable {
  let clusterName: String
  let reconciler: ObjectReconciler

  /// The Secret.
  var reference: ObjectReference {
    ObjectReference(
      type: .secrets, namespace: clusterName,
      name: Names.Secret.importManifests(of: clusterName))
  }

  /// The step; `bundle` is asked again when the step runs and the credential is there.
  func step(bundle: @escaping @Sendable () throws -> JoinBundle) async throws -> Step {
    let planned = [.namespace(of: clusterName), secret(try bundle())]
    let changes = try await reconciler.plan(planned)
    let needs = zip(changes, planned).flatMap { AccessNeed.needs(of: $0, method: $1.method) }
    return Step(
      id: "manifests", title: "keep the join manifests on the hub", location: reconciler.location,
      changes: changes, needs: needs
    ) { context in
      try await context.ensure([.namespace(of: clusterName), secret(try bundle())], reconciler)
    }
  }

  private func secret(_ bundle: JoinBundle) -> DesiredObject {
    func encoded(_ text: String) -> Value { .string(Data(text.utf8).base64EncodedString()) }
    return DesiredObject(
      type: .secrets,
      value: [
        "apiVersion": "v1", "kind": "Secret",
        "metadata": [
          "name": .string(reference.name), "namespace": .string(clusterName),
          "labels": [Names.Label.managedBy: .string(Names.Label.managedByValue)],
        ],
        "type": "Opaque",
        "data": [
          "crds.yaml": encoded(bundle.manifests.definitionsText),
          "import.yaml": encoded(bundle.manifests.objectsText),
        ],
      ], exactPaths: [["data"]])
  }
}
