import Documents
import KubernetesClient
import OpenClusterManagement

/// What there is of the agent of one cluster, as read once.
struct AgentSituation: Sendable {
  /// The UID of the managed cluster's `kube-system` namespace.
  let clusterUID: String
  /// The agent's Klusterlet.
  let klusterlet: Klusterlet?
  /// The hub that the agent would ask for a certificate.
  let bootstrap: KnownHub?
  /// The record (by UID) that the bootstrap Secret was written for; nil when another tool wrote it.
  let bootstrapRecord: String?
  /// The hub that the agent has a certificate of.
  let joined: KnownHub?

  /// The namespace of the agent's secrets.
  var agentNamespace: String { klusterlet?.agentNamespace ?? Names.Namespace.agent }

  /// The name under which the agent is, or wants to be, registered.
  var clusterName: String? { joined?.clusterName ?? klusterlet?.clusterName }

  /// Reads the agent of a cluster from where it runs: from the cluster itself, or, `hosted` for that
  /// cluster name, from another. A cluster without OCM's types has no agent.
  static func read(
    of managed: APIReader, on host: APIReader, hostedFor name: String? = nil
  ) async throws -> AgentSituation {
    async let identity = managed.clusterIdentity()
    let klusterlets = try await host.presentList(.klusterlets).map(Klusterlet.init)
    let own = klusterlets.first { $0.isAgent(hostedFor: name) }
    let namespace =
      own?.agentNamespace
      ?? AgentNames(clusterName: name ?? "", mode: name == nil ? .singleton : .hosted)
      .agentNamespace
    async let bootstrap = host.getIfPresent(
      .secrets, Names.Secret.bootstrapHubKubeconfig, namespace: namespace)
    async let joined = host.getIfPresent(
      .secrets, Names.Secret.hubKubeconfig, namespace: namespace)
    let secret = try await bootstrap
    return AgentSituation(
      clusterUID: try await identity, klusterlet: own,
      bootstrap: secret.flatMap(KnownHub.init(secret:)),
      bootstrapRecord: secret?.at("metadata", "annotations", Names.Annotation.registration)?.string,
      joined: try await joined.flatMap(KnownHub.init(secret:)))
  }
}

extension Klusterlet {
  /// True for the agent that runs on the cluster it manages, or, with a name, for the hosted agent of
  /// that cluster.
  func isAgent(hostedFor name: String?) -> Bool {
    let isHosted = mode?.isHosted ?? false
    return name == nil ? !isHosted : isHosted && clusterName == name
  }
}
