import FoundationEssentials
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

  /// Takes what the operator says, else what the sides were told before, else the kubeconfigs.
  init(
    request: ImportRequest, situation: ImportSituation, clusters: Clusters,
    managed: ClusterAccess, hubOfAgent: HubOfAgent
  ) {
    hub = Self.hub(request, situation, clusters.hub.endpoint, hubOfAgent)
    let known = situation.record?.clientConfigs.first
    cluster = Self.cluster(request, situation, managed.endpoint, known)
    var warnings: [String] = []
    if request.clusterURL == nil, let known,
      known.url.normalizedURL != managed.endpoint.url.normalizedURL
    {
      warnings.append(
        "the hub knows the cluster at \(known.url), its kubeconfig says \(managed.endpoint.url);"
          + " --cluster-url changes what the hub knows")
    }
    if HostReachability.classify(cluster.url) == .loopback {
      warnings.append(
        "the cluster's URL \(cluster.url) is a loopback address: nothing on the hub can reach it")
    }
    if cluster.caBundle == nil {
      warnings.append(
        "no certificates are known that verify \(cluster.url); name them with --cluster-ca-file")
    }
    self.warnings = warnings
  }

  private static func hub(
    _ request: ImportRequest, _ situation: ImportSituation, _ kubeconfig: ClusterEndpoint,
    _ hubOfAgent: HubOfAgent
  ) -> ClusterEndpoint {
    let told = hubOfAgent == .this ? situation.agent.bootstrap : nil
    let url = request.hubURL ?? told?.server ?? kubeconfig.url
    let isKubeconfigs = url.normalizedURL == kubeconfig.url.normalizedURL
    let kept = told?.server.normalizedURL == url.normalizedURL ? told?.caBundle : nil
    return ClusterEndpoint(
      url: url,
      caBundle: request.hubCABundle ?? (isKubeconfigs ? kubeconfig.caBundle : nil) ?? kept
        ?? kubeconfig.caBundle,
      skipsVerification: isKubeconfigs && kubeconfig.skipsVerification)
  }

  private static func cluster(
    _ request: ImportRequest, _ situation: ImportSituation, _ kubeconfig: ClusterEndpoint,
    _ known: ManagedCluster.ClientConfig?
  ) -> ClusterEndpoint {
    let url = request.clusterURL ?? known?.url ?? kubeconfig.url
    let kept = known?.url.normalizedURL == url.normalizedURL ? known : nil
    return ClusterEndpoint(
      url: url,
      caBundle: request.clusterCABundle ?? kept?.certificateAuthorities ?? kubeconfig.caBundle
        ?? (kubeconfig.skipsVerification ? situation.podCABundle : nil))
  }

  /// Throws when the agent could not use what it would be told. Asked only when it is told anything
  /// new: a cluster that is registered proves its address.
  func check(_ request: ImportRequest) throws(ImportRefusal) {
    guard Self.isUsable(hub.url) else {
      throw .invalidURL(url: hub.url, what: "hub's URL for the agent")
    }
    if HostReachability.classify(hub.url) == .loopback, !request.allowsLoopback {
      throw .loopbackURL(url: hub.url)
    }
    if hub.caBundle == nil, hub.skipsVerification { throw .hubCAMissing(url: hub.url) }
  }

  /// Throws when the hub could not use the cluster's URL; OCM's webhook wants the same.
  func checkCluster() throws(ImportRefusal) {
    guard Self.isUsable(cluster.url) else {
      throw .invalidURL(url: cluster.url, what: "cluster's URL for the hub")
    }
  }

  private static func isUsable(_ url: String) -> Bool {
    guard url.hasPrefix("https://"), let parsed = URL(string: url), let host = parsed.host else {
      return false
    }
    return !host.isEmpty && parsed.user == nil && parsed.query == nil && parsed.fragment == nil
  }
}
