import Documents
import FoundationEssentials
import KubernetesClient
import OpenClusterManagement

/// What there is of an agent on a cluster, as read once.
struct AgentSituation: Sendable {
  /// The UID of the cluster's `kube-system` namespace.
  let clusterUID: String
  /// The Klusterlet of the agent that manages this very cluster; hosted agents of others do not count.
  let klusterlet: Klusterlet?
  /// All Klusterlets on the cluster.
  let klusterlets: [Klusterlet]
  /// The kubeconfig with which the agent asks for its certificate.
  let bootstrap: AgentKubeconfig?
  /// The agent's own kubeconfig, present once it has a certificate.
  let hubKubeconfig: AgentKubeconfig?

  /// The namespace of the agent's secrets.
  var agentNamespace: String { klusterlet?.agentNamespace ?? Names.Namespace.agent }

  /// Reads the cluster. A cluster without OCM's types has no agent.
  static func read(_ reader: APIReader) async throws -> AgentSituation {
    async let identity = reader.clusterIdentity()
    let klusterlets = try await reader.presentList(.klusterlets).map(Klusterlet.init)
    let own = klusterlets.first { $0.mode?.isHosted != true }
    let namespace = own?.agentNamespace ?? Names.Namespace.agent
    async let bootstrap = reader.getIfPresent(
      .secrets, Names.Secret.bootstrapHubKubeconfig, namespace: namespace)
    async let hubKubeconfig = reader.getIfPresent(
      .secrets, Names.Secret.hubKubeconfig, namespace: namespace)
    return AgentSituation(
      clusterUID: try await identity, klusterlet: own, klusterlets: klusterlets,
      bootstrap: try await bootstrap.flatMap(AgentKubeconfig.init),
      hubKubeconfig: try await hubKubeconfig.flatMap(AgentKubeconfig.init))
  }

  /// The name under which the agent is, or wants to be, registered.
  var clusterName: String? { klusterlet?.clusterName ?? hubKubeconfig?.clusterName }
}

extension APIReader {
  /// The objects of a type, none when the server does not serve it.
  func presentList(
    _ type: ResourceType, namespace: String? = nil, _ options: ListOptions = ListOptions()
  ) async throws -> [Value] {
    do {
      return try await list(type, namespace: namespace, options).items
    } catch KubernetesError.resourceTypeMissing {
      return []
    }
  }

  /// The object, nil also when the server does not serve its type.
  func present(_ object: ObjectReference) async throws -> Value? {
    do {
      return try await getIfPresent(object.type, object.name, namespace: object.namespace)
    } catch KubernetesError.resourceTypeMissing {
      return nil
    }
  }
}
