import FoundationEssentials
import KubernetesClient
import OpenClusterManagement

/// Why taking a cluster out does not begin. Nothing has been written when one of these is thrown.
enum UnregisterRefusal: WorkflowFailure {
  /// There is no trace of the cluster.
  case notFound(name: String, hub: ClusterLocation)
  /// The managed cluster that was named is not the one that the record stands for.
  case otherCluster(name: String, evidence: String, cluster: ClusterLocation)
  /// The managed cluster was not named, and so its agent would stay.
  case needsCluster(name: String, staying: [String], hasGateway: Bool)
  /// The cluster's namespace on the hub holds what is not OCM's.
  case namespaceNotEmpty(name: String, objects: [ObjectReference], hub: ClusterLocation)
  /// The cluster was called lost, and its agent has just shown a sign of life.
  case alive(name: String, renewed: Date, hub: ClusterLocation)
  /// Works are left that only the agent can finish, and it is lost.
  case worksOrphaned(
    name: String, works: [ObjectReference], silence: AgentSilence, hub: ClusterLocation)

  var id: ErrorID {
    switch self {
    case .notFound: .deleteNotFound
    case .otherCluster: .deleteOtherCluster
    case .needsCluster: .deleteNeedsCluster
    case .namespaceNotEmpty: .namespaceNotEmpty
    case .alive: .deleteAlive
    case .worksOrphaned: .worksOrphaned
    }
  }

  var category: ExitCategory {
    if case .notFound = self { .notFound } else { .refused }
  }

  var what: String {
    switch self {
    case .notFound(let name, _): "there is no trace of a cluster \(name)"
    case .otherCluster(let name, _, _): "the cluster that was named is not \(name)"
    case .needsCluster(let name, _, _): "taking \(name) out needs access to the cluster itself"
    case .namespaceNotEmpty(let name, let objects, _):
      "namespace \(name) on the hub holds \(objects.count) objects that are not the cluster's"
    case .alive(let name, _, _): "\(name) is not lost: its agent is alive"
    case .worksOrphaned(let name, _, _, _): "only its agent can finish the works of \(name)"
    }
  }

  var location: ClusterLocation? {
    switch self {
    case .notFound(_, let hub), .namespaceNotEmpty(_, _, let hub),
      .worksOrphaned(_, _, _, let hub), .alive(_, _, let hub):
      hub
    case .otherCluster(_, _, let cluster): cluster
    case .needsCluster: nil
    }
  }

  var why: String? {
    switch self {
    case .notFound: nil
    case .otherCluster(_, let evidence, _): evidence
    case .needsCluster(_, let staying, _):
      "without it these stay on the cluster: \(staying.joined(separator: ", "))"
    case .namespaceNotEmpty(_, let objects, _): Self.list(objects)
    case .alive(_, let renewed, _): "it renewed its lease at \(Timestamp.text(renewed))"
    case .worksOrphaned(_, let works, let silence, _):
      "it \(silence.text), and holds \(Self.list(works))"
    }
  }

  private static func list(_ objects: [ObjectReference]) -> String {
    objects.prefix(20).map(\.description).joined(separator: ", ")
      + (objects.count > 20 ? " and \(objects.count - 20) more" : "")
  }

  var next: [String] {
    switch self {
    case .notFound(_, let hub):
      ["mcctl get clusters --context \(hub.connection.contextName)"]
    case .otherCluster:
      ["name the right cluster with --cluster-kubeconfig and --cluster-context"]
    case .needsCluster(_, _, let hasGateway):
      ["name it with --cluster-kubeconfig and --cluster-context"]
        + (hasGateway ? ["cluster-gateway on the hub leads to it: --via-gateway"] : [])
        + ["if it is lost: --lost; if its agent is to stay: --hub-only"]
    case .namespaceNotEmpty:
      [
        "move these objects away, delete them with --purge-namespace, or keep them with --keep-namespace"
      ]
    case .alive(let name, _, _):
      [
        "take it out with what is on it: mcctl delete \(name) --cluster-kubeconfig FILE",
        "if its agent is to stay: --hub-only",
      ]
    case .worksOrphaned:
      [
        "bring the agent back, and run it again",
        "give up what the works brought, which stays on the cluster: --lost",
      ]
    }
  }
}
