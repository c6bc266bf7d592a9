import Documents
import FoundationEssentials
import KubernetesClient
import OpenClusterManagement

/// What an import finds on both sides before it decides anything.
struct ImportSituation: Sendable {
  /// The UID of the hub's `kube-system` namespace.
  let hubUID: String
  /// The record of that name on the hub.
  let record: ManagedCluster?
  /// Names of other records that carry the cluster's identity.
  let otherNames: [String]
  /// The namespace of that name on the hub.
  let namespace: Value?
  /// The ServiceAccount with which this cluster alone joins.
  let joinAccount: Value?
  /// The agent on the managed cluster.
  let agent: AgentSituation
  /// The certificates that the managed cluster's pods trust for its API server, PEM.
  let podCABundle: [UInt8]?

  var identities: Identities { Identities(hub: hubUID, cluster: agent.clusterUID) }

  /// Reads both clusters at once.
  static func read(_ name: String, _ context: PlanningContext, _ managed: APIReader) async throws
    -> ImportSituation
  {
    async let hubSide = HubSide.read(name, context)
    async let agent = AgentSituation.read(managed)
    async let podCABundle = podCABundle(managed)
    let hub = try await hubSide
    let found = try await agent
    return ImportSituation(
      hubUID: hub.uid, record: hub.record,
      otherNames: try await otherNames(of: found.clusterUID, than: name, context.hub),
      namespace: hub.namespace, joinAccount: hub.joinAccount, agent: found,
      podCABundle: try await podCABundle)
  }

  /// Records under other names with the same identity. Metadata from the cache is enough: a record
  /// of this very moment would be a race that nothing read beforehand could exclude.
  private static func otherNames(
    of uid: String, than name: String, _ hub: APIReader
  ) async throws -> [String] {
    let records = try await hub.metadataList(.managedClusters, ListOptions(fromCache: true)).items
      .map(ManagedCluster.init)
    return records.filter {
      $0.name != name && $0.annotations[Names.Annotation.clusterIdentity] == uid
    }.map(\.name).sorted()
  }

  /// Every namespace of a cluster has the certificates of its API server (Kubernetes,
  /// root-ca-certificate-publisher).
  private static func podCABundle(_ managed: APIReader) async throws -> [UInt8]? {
    do {
      let map = try await managed.getIfPresent(
        .configMaps, Names.ConfigMap.rootCA, namespace: Names.Namespace.kubeSystem)
      return map?.at("data", "ca.crt")?.string.map { Array($0.utf8) }
    } catch KubernetesError.forbidden {
      return nil
    }
  }
}

extension ImportSituation {
  /// The part that is on the hub.
  private struct HubSide: Sendable {
    let uid: String
    let record: ManagedCluster?
    let namespace: Value?
    let joinAccount: Value?

    static func read(_ name: String, _ context: PlanningContext) async throws -> HubSide {
      let hub = context.hub
      let record = try await context.cluster(name)
      let credential = JoinCredential(clusterName: name)
      async let uid = hub.clusterIdentity()
      async let namespace = hub.getIfPresent(.namespaces, name)
      async let account = hub.getIfPresent(
        .serviceAccounts, credential.serviceAccount, namespace: credential.namespace)
      return HubSide(
        uid: try await uid, record: record, namespace: try await namespace,
        joinAccount: try await account)
    }
  }
}
