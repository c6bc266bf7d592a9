import Documents
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
  /// True when the hub has a record of the name that the agent is joined under, if another one.
  let hasRecordOfAgent: Bool
  /// The namespace of that name on the hub.
  let namespace: Value?
  /// The ServiceAccount with which this cluster alone joins.
  let joinAccount: Value?
  /// What is known about the hub's addresses.
  let hubFacts: EndpointFacts
  /// The agent on the managed cluster.
  let agent: AgentSituation
  /// An agent of the same name that runs on the other side than the import would have it: on the
  /// cluster itself for a hosted one, hosted on the hub for one of its own.
  let agentElsewhere: Klusterlet?
  /// What is known about the managed cluster's addresses.
  let clusterFacts: EndpointFacts
  /// What hubs have handed out to the cluster; read only when it is to be taken over.
  var appliedWorks: [AppliedManifestWork] = []

  var identities: Identities { Identities(hub: hubUID, cluster: agent.clusterUID) }

  /// The name that an agent is installed under, if it is another one.
  func formerName(_ name: String) -> String? {
    agent.klusterlet?.clusterName.flatMap { $0.isEmpty || $0 == name ? nil : $0 }
  }

  /// Reads both clusters at once.
  static func read(
    _ request: ImportRequest, _ context: PlanningContext, _ managed: ClusterAccess
  ) async throws -> ImportSituation {
    let name = request.name
    let isHosted = request.agent.mode.isHosted
    // The one read that tells whether this is a hub comes first, so that its error is the one seen.
    let record = try await context.cluster(name)
    let credential = JoinCredential(clusterName: name)
    async let hubUID = context.hub.clusterIdentity()
    async let namespace = context.hub.getIfPresent(.namespaces, name)
    async let account = context.hub.getIfPresent(
      .serviceAccounts, credential.serviceAccount, namespace: credential.namespace)
    async let hubFacts = context.clusters.hub.endpointFacts()
    async let agent = AgentSituation.read(
      of: managed.reader, on: isHosted ? context.host(of: name).reader : managed.reader,
      hostedFor: isHosted ? name : nil)
    async let elsewhere = agentElsewhere(
      name, hosted: !isHosted, on: isHosted ? managed.reader : context.host(of: name).reader)
    async let clusterFacts = managed.endpointFacts()
    async let works =
      request.move ? managed.reader.presentList(.appliedManifestWorks) : []
    let found = try await agent
    return ImportSituation(
      hubUID: try await hubUID, record: record,
      otherNames: try await otherNames(of: found.clusterUID, than: name, context.hub),
      hasRecordOfAgent: try await hasRecord(of: found, besides: name, context),
      namespace: try await namespace, joinAccount: try await account,
      hubFacts: try await hubFacts, agent: found, agentElsewhere: try await elsewhere,
      clusterFacts: try await clusterFacts,
      appliedWorks: try await works.map(AppliedManifestWork.init))
  }

  /// Who may not look there imports all the same.
  private static func agentElsewhere(
    _ name: String, hosted: Bool, on reader: APIReader
  ) async throws -> Klusterlet? {
    do {
      return try await reader.presentList(.klusterlets).map(Klusterlet.init).first {
        $0.clusterName == name && $0.isAgent(hostedFor: hosted ? name : nil)
      }
    } catch KubernetesError.forbidden {
      return nil
    }
  }

  private static func hasRecord(
    of agent: AgentSituation, besides name: String, _ context: PlanningContext
  ) async throws -> Bool {
    guard let other = agent.clusterName, other != name else { return false }
    return try await context.cluster(other) != nil
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
}
