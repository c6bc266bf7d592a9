import Documents

/// Objects are created only in namespaces that exist and are not being deleted, and the system's
/// own namespaces stay (apiserver's admission plugin `NamespaceLifecycle`).
struct NamespaceLifecycle: AdmissionPlugin {
  let cluster: ClusterState

  private static let immortal: Set<String> = ["default", "kube-system", "kube-public"]

  func admit(_ request: AdmissionRequest) throws(APIFailure) -> Value? {
    if request.operation == .delete, request.kind == .namespaces,
      Self.immortal.contains(request.name)
    {
      throw .forbidden(request.kind, request.name, "this namespace may not be deleted")
    }
    guard request.operation == .create, let name = request.namespace else { return request.object }
    guard let namespace = cluster.object(.namespaces, name) else {
      throw .notFound(.namespaces, name)
    }
    if namespace.at("metadata", "deletionTimestamp") != nil {
      throw .forbidden(
        request.kind, request.name,
        "unable to create new content in namespace \(name) because it is being terminated",
        causes: [
          [
            "reason": "NamespaceTerminating",
            "message": .string("namespace \(name) is being terminated"),
            "field": "metadata.namespace",
          ]
        ])
    }
    return request.object
  }
}
