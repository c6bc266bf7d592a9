import Documents
import FoundationEssentials
import KubernetesClient
import OpenClusterManagement

/// What there is of a cluster on both sides before it is taken out.
struct UnregisterSituation: Sendable {
  /// The record on the hub.
  let record: ManagedCluster?
  /// The cluster's namespace on the hub, when it was made for the cluster.
  let namespace: Value?
  /// Objects in that namespace that are not the cluster's.
  let foreign: [ObjectReference]
  /// Addons of the cluster, mcctl's own hold among them.
  let addOns: [ManagedClusterAddOn]
  /// Works of the cluster.
  let works: [ManifestWork]
  /// ServiceAccounts of the cluster that are driven from the hub, as far as they may be seen.
  let managedServiceAccounts: [ObjectReference]
  /// Objects elsewhere on the hub that belong to the cluster.
  let leftovers: [ObjectReference]
  /// The agent's last sign of life.
  let lease: Lease?
  /// The UID of the hub's `kube-system` namespace.
  let hubUID: String
  /// The agent, when where it runs is reached and to be cleaned.
  let agent: AgentSituation?
  /// True when the agent runs on the hub.
  let isHosted: Bool
  /// True when the hub keeps what machines mcctl has made the cluster of.
  let hasOrigin: Bool
  /// True when the hub keeps passwords of these machines.
  let hasCredentials: Bool

  /// True when the hub holds nothing of the cluster.
  var isHubClean: Bool {
    record == nil && namespace == nil && addOns.isEmpty && works.isEmpty && leftovers.isEmpty
  }

  /// True when the cluster has a namespace on the hub to hold works in: before it is accepted it has
  /// none, and no rights or works either.
  var hasNamespace: Bool { namespace.map { !$0.isBeingDeleted } ?? false }

  /// True when works are still to be held back.
  var makesHold: Bool { record.map { !$0.isBeingDeleted } ?? false && hasNamespace }

  /// Says that the agent gives no sign of life; nil when it does.
  func silence(now: Date) -> AgentSilence? {
    AgentSilence(lease: lease, record: record, now: now)
  }

  /// Works that only the agent can finish.
  var worksOfAgent: [ObjectReference] {
    works.filter { $0.finalizers.contains(Names.Finalizer.manifestWork) }.map(\.reference)
  }

  /// True when an earlier run has cleaned the managed cluster.
  var isAgentRemoved: Bool { record?.annotation(Names.Annotation.agentRemoved) != nil }

  /// True when nobody is left on the managed cluster to finish anything, which was seen there.
  var isAgentGone: Bool { isAgentRemoved || agent.map { $0.klusterlet == nil } ?? false }

  /// The cluster's identity, as it was read there.
  var clusterUID: String? { agent.flatMap { $0.clusterUID.isEmpty ? nil : $0.clusterUID } }

  /// True when cluster-gateway on the hub knows the cluster.
  var hasGatewayEntry: Bool {
    leftovers.contains { $0.type == .secrets && $0.name == record?.name }
  }

  /// True when the agent has been there once.
  var hasJoined: Bool { record?.condition(Names.ConditionType.joined)?.isTrue ?? false }

  /// True when the cluster joined by a bundle, whose `leave.sh` takes the agent off where it is.
  var leavesByBundle: Bool {
    record?.annotation(Names.Annotation.importMode) == ImportMode.manual.rawValue
  }

  /// Reads both sides.
  static func read(
    _ request: UnregisterRequest, _ context: PlanningContext
  ) async throws -> UnregisterSituation {
    let (hub, name) = (context.hub, request.name)
    let record = try await context.cluster(name)
    async let space = hub.getIfPresent(.namespaces, name)
    async let addOns = hub.presentList(.managedClusterAddOns, namespace: name)
    async let works = hub.presentList(.manifestWorks, namespace: name)
    async let accounts = accounts(hub, name)
    async let leftovers = HubLeftovers(clusterName: name).references(hub)
    async let lease = hub.getIfPresent(.leases, Names.Lease.managedCluster, namespace: name)
    async let hubUID = hub.clusterIdentity()
    let namespace = try await space.flatMap { own($0, name, record) }
    let isHosted = try await context.host(of: name).reader.presentList(.klusterlets).map(
      Klusterlet.init
    )
    .contains { $0.isAgent(hostedFor: name) }
    let checksContents = namespace != nil && request.namespace == .deleteIfEmpty
    return UnregisterSituation(
      record: record, namespace: namespace,
      foreign: checksContents
        ? try await NamespaceContents(namespace: name, reader: hub).foreign() : [],
      addOns: try await addOns.map(ManagedClusterAddOn.init),
      works: try await works.map(ManifestWork.init),
      managedServiceAccounts: try await accounts, leftovers: try await leftovers,
      lease: try await lease.map(Lease.init), hubUID: try await hubUID,
      agent: try await agent(request, context, isHosted: isHosted), isHosted: isHosted,
      hasOrigin: try await isKept(ClusterOrigin.reference(name), namespace, hub),
      hasCredentials: try await isKept(StoredCredentials.reference(name), namespace, hub))
  }

  /// False also where the caller may not look.
  private static func isKept(
    _ secret: ObjectReference, _ namespace: Value?, _ hub: APIReader
  ) async throws -> Bool {
    guard namespace != nil else { return false }
    do {
      return try await hub.present(secret) != nil
    } catch KubernetesError.forbidden {
      return false
    }
  }

  /// The agent of a lost cluster that runs elsewhere, where it can be removed.
  private static func hostedAgent(
    _ request: UnregisterRequest, _ context: PlanningContext
  ) async throws -> AgentSituation {
    let klusterlets = try await context.host(of: request.name).reader.presentList(.klusterlets)
      .map(Klusterlet.init)
    return AgentSituation(
      clusterUID: "", klusterlet: klusterlets.first { $0.isAgent(hostedFor: request.name) },
      bootstrap: nil, bootstrapRecord: nil, joined: nil)
  }

  private static func accounts(_ hub: APIReader, _ name: String) async throws -> [ObjectReference] {
    do {
      return try await hub.presentList(.managedServiceAccounts, namespace: name)
        .compactMap { ObjectReference($0, type: .managedServiceAccounts) }
    } catch KubernetesError.forbidden {
      return []
    }
  }

  private static func agent(
    _ request: UnregisterRequest, _ context: PlanningContext, isHosted: Bool
  ) async throws -> AgentSituation? {
    if request.isLost, isHosted { return try await hostedAgent(request, context) }
    guard !request.hubOnly, let managed = context.managed else { return nil }
    return try await AgentSituation.read(
      of: managed, on: isHosted ? context.host(of: request.name).reader : managed,
      hostedFor: isHosted ? request.name : nil)
  }

  /// The namespace is the cluster's when it is labelled so; one without the label that nobody claims
  /// counts while there is a record, since its works and addons are there.
  private static func own(
    _ namespace: Value, _ name: String, _ record: ManagedCluster?
  ) -> Value? {
    let label = namespace.at("metadata", "labels", Names.Label.clusterName)?.string
    return label == name || label == nil && record != nil ? namespace : nil
  }
}

extension HubLeftovers {
  /// What the searches find, each object once, in the order to delete it.
  func references(_ hub: APIReader) async throws -> [ObjectReference] {
    let found = try await searches.concurrentMap(limit: 4) { search in
      try await hub.metadataList(
        search.type, namespace: search.namespace,
        ListOptions(labelSelector: search.labelSelector)
      ).items.compactMap { ObjectReference($0, type: search.type) }
    }
    let gateway = try await GatewaySecrets(clusterName: clusterName, reader: hub).references()
    var seen: Set<ObjectReference> = []
    return (found.flatMap(\.self) + gateway).filter { seen.insert($0).inserted }
  }
}
