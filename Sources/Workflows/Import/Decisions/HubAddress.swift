import KubernetesClient
import OpenClusterManagement

/// Decides under which address, and by which certificates, an agent is told to reach the hub.
struct HubAddress: Sendable {
  let request: ImportRequest
  let facts: EndpointFacts

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
    return try await HubURLProbe(endpoint: endpoint, hub: hub).run()
  }
}
