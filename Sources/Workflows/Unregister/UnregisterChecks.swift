import KubernetesClient
import OpenClusterManagement

/// What has to hold before a cluster is taken out.
struct UnregisterChecks: Sendable {
  let request: UnregisterRequest
  let situation: UnregisterSituation
  let context: PlanningContext

  /// Throws the first thing that stands against it.
  func run() throws(UnregisterRefusal) {
    if isGone, !request.ignoresNotFound {
      throw .notFound(name: request.name, hub: context.hubLocation)
    }
    guard !isGone else { return }
    if context.managed == nil, !request.hubOnly, !situation.isAgentRemoved,
      !situation.leavesByBundle
    {
      throw .needsCluster(
        name: request.name, staying: Self.staying, hasGateway: situation.hasGatewayEntry)
    }
    if request.isLost, situation.silence(now: context.now()) == nil,
      let renewed = situation.lease?.renewTime
    {
      throw .alive(name: request.name, renewed: renewed, hub: context.hubLocation)
    }
    try checkIdentity()
    if request.hubOnly, !request.forcesFinalizers, !situation.worksOfAgent.isEmpty,
      let silence = situation.silence(now: context.now())
    {
      throw .worksOrphaned(
        name: request.name, works: situation.worksOfAgent, silence: silence,
        hub: context.hubLocation)
    }
    if request.namespace == .deleteIfEmpty, !situation.foreign.isEmpty {
      throw .namespaceNotEmpty(
        name: request.name, objects: situation.foreign, hub: context.hubLocation)
    }
  }

  /// True when neither side knows the cluster.
  var isGone: Bool {
    situation.isHubClean && situation.agent?.clusterName != request.name
  }

  /// What stays on a managed cluster when only the hub is cleaned.
  static let staying: [String] = [
    "the agent and its operator", "what works and addons brought that the agent does not take away",
    "the namespaces \(Names.Namespace.onManagedCluster.joined(separator: ", "))",
  ]

  /// The cluster that was named has to be the one that the record stands for.
  private func checkIdentity() throws(UnregisterRefusal) {
    guard !request.isLost, let agent = situation.agent,
      let cluster = context.managedLocation(request.name)
    else {
      return
    }
    if let recorded = situation.record?.annotations[Names.Annotation.clusterIdentity] {
      guard recorded != agent.clusterUID else { return try checkAgent(agent, cluster) }
      throw .otherCluster(
        name: request.name,
        evidence: "the record stands for cluster \(recorded), this is \(agent.clusterUID)",
        cluster: cluster)
    }
    try checkAgent(agent, cluster)
    guard !situation.hasJoined || agent.clusterName == request.name else {
      throw .otherCluster(
        name: request.name, evidence: "there is no agent of \(request.name) on it", cluster: cluster
      )
    }
  }

  private func checkAgent(
    _ agent: AgentSituation, _ cluster: ClusterLocation
  ) throws(UnregisterRefusal) {
    if let name = agent.clusterName, name != request.name {
      throw .otherCluster(
        name: request.name, evidence: "its agent belongs to cluster \(name)", cluster: cluster)
    }
    let hub = HubOfAgent(
      agent: agent, hubUID: situation.hubUID, hubEndpoints: [],
      isRecorded: situation.record?.annotations[Names.Annotation.clusterIdentity]
        == agent.clusterUID)
    if case .other(let server, let evidence) = hub,
      agent.klusterlet?.annotations[Names.Annotation.hubIdentity] != nil
    {
      throw .otherCluster(
        name: request.name, evidence: "its agent belongs to the hub at \(server), \(evidence)",
        cluster: cluster)
    }
  }
}
