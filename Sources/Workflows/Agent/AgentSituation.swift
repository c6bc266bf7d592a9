import Documents
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
  /// The hub that the agent would ask for a certificate.
  let bootstrap: KnownHub?
  /// The record (by UID) that the bootstrap Secret was written for; nil when another tool wrote it.
  let bootstrapRecord: String?
  /// The hub that the agent has a certificate of.
  let joined: KnownHub?

  /// The annotation on the bootstrap Secret that names the record it was written for.
  static let recordAnnotation = "\(Names.domain)/registration"

  /// The namespace of the agent's secrets.
  var agentNamespace: String { klusterlet?.agentNamespace ?? Names.Namespace.agent }

  /// The name under which the agent is, or wants to be, registered.
  var clusterName: String? { joined?.clusterName ?? klusterlet?.clusterName }

  /// Reads the cluster. A cluster without OCM's types has no agent.
  static func read(_ reader: APIReader) async throws -> AgentSituation {
    async let identity = reader.clusterIdentity()
    let klusterlets = try await reader.presentList(.klusterlets).map(Klusterlet.init)
    let own = klusterlets.first { $0.mode?.isHosted != true }
    let namespace = own?.agentNamespace ?? Names.Namespace.agent
    async let bootstrap = reader.getIfPresent(
      .secrets, Names.Secret.bootstrapHubKubeconfig, namespace: namespace)
    async let joined = reader.getIfPresent(
      .secrets, Names.Secret.hubKubeconfig, namespace: namespace)
    let secret = try await bootstrap
    return AgentSituation(
      clusterUID: try await identity, klusterlet: own, klusterlets: klusterlets,
      bootstrap: secret.flatMap(KnownHub.init(secret:)),
      bootstrapRecord: secret?.at("metadata", "annotations", recordAnnotation)?.string,
      joined: try await joined.flatMap(KnownHub.init(secret:)))
  }
}
