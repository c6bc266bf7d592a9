import Documents
import KubernetesClient
import OpenClusterManagement

/// The Secret in which an agent keeps its certificate and where it belongs, on the cluster where it runs.
struct CertificateSource: Sendable {
  let reader: APIReader
  let location: ClusterLocation
  let namespace: String
  /// Whether the agent can go on with what it has.
  let isUsable: @Sendable (KnownHub) -> Bool

  private static let key = "certificate"

  var reference: ObjectReference {
    ObjectReference(
      type: .secrets, namespace: namespace, name: Names.Secret.hubKubeconfig)
  }

  /// The Secret, for a wait.
  var source: WatchSource {
    WatchSource(
      key: Self.key, reader: reader, type: .secrets, namespace: namespace, name: reference.name)
  }

  /// What the agent keeps, when it can go on with it.
  func usable(_ objects: WatchedObjects) -> KnownHub? {
    objects[Self.key].first.flatMap(KnownHub.init(secret:)).flatMap { isUsable($0) ? $0 : nil }
  }

  /// Nil when the agent of that cluster has its certificate.
  func blockingFact(_ objects: WatchedObjects, cluster: String) -> BlockingFact? {
    if let known = usable(objects), known.clusterName == cluster { return nil }
    return BlockingFact(
      goal: "\(cluster) to be registered", reason: "the agent has not got its new certificate yet",
      object: reference, location: location,
      inspect: reference.inspectCommand(location.connection))
  }
}
