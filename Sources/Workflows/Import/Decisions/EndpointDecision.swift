import KubernetesClient
import OpenClusterManagement

/// Decides which addresses and certificates the two sides are told about each other.
struct EndpointDecision: Sendable {
  /// How the agent reaches the hub.
  let hub: ClusterEndpoint
  /// How the hub reaches the cluster.
  let cluster: ClusterEndpoint
  /// What the operator should know about these addresses.
  let warnings: [String]

  /// Takes what the operator says, else what the sides were told before, else the best address that
  /// is known.
  init(
    request: ImportRequest, situation: ImportSituation, hubOfAgent: HubOfAgent
  ) throws {
    hub = try HubAddress(request: request, facts: situation.hubFacts).endpoint(
      toldBefore: hubOfAgent == .this ? situation.agent.bootstrap?.server : nil)
    let known = situation.record?.clientConfigs.first
    cluster = try Self.cluster(request, situation.clusterFacts, known)
    warnings = Self.warnings(request, situation, cluster, known)
  }

  private static func cluster(
    _ request: ImportRequest, _ facts: EndpointFacts, _ known: ManagedCluster.ClientConfig?
  ) throws(EndpointError) -> ClusterEndpoint {
    var facts = facts
    facts.given = request.clusterURL ?? known?.url
    let best = try facts.best()
    let kept =
      known?.url.normalizedURL == best.url.normalizedURL ? known?.certificateAuthorities : nil
    return try best.trusting(request.clusterCABundle ?? kept)
  }

  private static func warnings(
    _ request: ImportRequest, _ situation: ImportSituation, _ cluster: ClusterEndpoint,
    _ known: ManagedCluster.ClientConfig?
  ) -> [String] {
    var warnings: [String] = []
    let server = situation.clusterFacts.kubeconfigServer
    if request.clusterURL == nil, let known, known.url.normalizedURL != server.normalizedURL {
      warnings.append(
        "the hub knows the cluster at \(known.url), its kubeconfig says \(server);"
          + " --cluster-url changes what the hub knows")
    }
    if let limit = cluster.reachability.limit {
      warnings.append(
        "the host of the cluster's URL \(cluster.url) is \(limit): the hub cannot use it;"
          + " name an address that the hub reaches with --cluster-url")
    }
    if cluster.certificateAuthorities == nil {
      warnings.append(
        "no certificates are known that verify \(cluster.url); name them with --cluster-ca-file")
    }
    return warnings
  }
}

extension ClusterEndpoint {
  /// The same address with other certificates; nil keeps its own.
  func trusting(_ authorities: [UInt8]?) throws(EndpointError) -> ClusterEndpoint {
    guard let authorities else { return self }
    return try ClusterEndpoint(url: url, certificateAuthorities: authorities, source: source)
  }
}
