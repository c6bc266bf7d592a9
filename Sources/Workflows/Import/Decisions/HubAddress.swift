import KubernetesClient
import OpenClusterManagement

/// Decides under which address, and by which certificates, an agent is told to reach the hub.
struct HubAddress: Sendable {
  let request: ImportRequest
  let facts: EndpointFacts
  /// The managed cluster's URL; nil when it is not known.
  var clusterURL: String?

  /// What the operator says, else what the agent was told before, else the best address that is known.
  func endpoint(toldBefore server: String? = nil) throws -> ClusterEndpoint {
    var facts = facts
    facts.given = request.hubURL ?? server
    let endpoint = try facts.best().trusting(request.hubCABundle)
    guard let pin = request.hubCAPin else { return endpoint }
    return try endpoint.trusting(
      PinnedAuthorities.selection(of: endpoint.certificateAuthorities ?? [], by: pin))
  }

  /// Warnings; throws when an agent could not use the address. Asked only when an agent is told
  /// anything new: a cluster that is registered proves its address.
  func check(_ endpoint: ClusterEndpoint, _ hub: ClusterAccess) async throws -> [String] {
    if let limit = endpoint.reachability.limit, !request.allowsLoopback {
      throw ImportRefusal.loopbackURL(url: endpoint.url, limit: limit)
    }
    if endpoint.certificateAuthorities == nil, facts.kubeconfigTrust == .unverified {
      throw ImportRefusal.hubCAMissing(url: endpoint.url)
    }
    return notes(endpoint) + (try await HubURLProbe(endpoint: endpoint, hub: hub).run())
  }

  /// What the operator should know about an address that may well be right.
  private func notes(_ endpoint: ClusterEndpoint) -> [String] {
    var notes: [String] = []
    let others = facts.disagreeing(with: endpoint.url)
    if !others.isEmpty,
      request.hubURL == nil || others.contains(where: { $0.source != .kubeconfig })
    {
      let list = others.map { "\($0.url) by \($0.source.spoken)" }.joined(separator: ", ")
      notes.append(
        "the agent is told \(endpoint.url); the hub can also be \(list); --hub-url chooses")
    }
    if let limit = endpoint.reachability.condition, isFarAway(endpoint) {
      notes.append("the host of \(endpoint.url) is \(limit); --probe tries it from the cluster")
    }
    return notes
  }

  /// A private hub is the rule where the cluster is private too.
  private func isFarAway(_ endpoint: ClusterEndpoint) -> Bool {
    guard let clusterURL, let other = try? HostReachability.classify(url: clusterURL) else {
      return true
    }
    return other != endpoint.reachability
  }
}
