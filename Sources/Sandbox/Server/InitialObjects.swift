import Documents

/// The objects that a cluster has when it begins: namespaces, default roles, the cluster's CA for
/// everybody to read.
struct InitialObjects: Sendable {
  let cluster: ClusterState

  private var context: WriteContext {
    WriteContext(
      user: UserInfo(name: "system:apiserver", groups: ["system:masters"]),
      manager: "kube-apiserver")
  }

  /// Creates them.
  func create() throws {
    for name in ["default", "kube-node-lease", "kube-public", "kube-system"] {
      try create(.namespaces, ["metadata": ["name": .string(name)]])
    }
  }

  private func create(_ kind: Kind, _ object: Value, namespace: String? = nil) throws {
    guard let definition = cluster.catalog.definition(kind) else { return }
    _ = try Registry(cluster: cluster).create(
      definition, namespace: namespace, object, context)
  }
}
