import KubernetesClient
import OpenClusterManagement

/// Looks whether the certificates that the agent is given verify the URL that it is given. mcctl's own
/// connection proves that already when both are the kubeconfig's.
struct HubURLProbe: Sendable {
  let endpoint: ClusterEndpoint
  let hub: ClusterAccess

  /// Warnings; throws when TLS fails, which it would for the agent too. That the URL cannot be reached
  /// from here proves nothing about the agent's place.
  func run() async throws -> [String] {
    guard !isProven else { return [] }
    let config = ConnectionConfig(
      contextName: hub.connection.contextName, clusterName: "hub", server: endpoint.url,
      tls: TLSSettings(caBundle: endpoint.certificateAuthorities), proxy: ProxySettings(),
      source: "--hub-url")
    do {
      _ = try await APIReader(config: config, options: ClientOptions(requestTimeout: .seconds(5)))
        .version()
      return []
    } catch KubernetesError.transport(.tls(let failure), _) {
      throw ImportRefusal.hubURLUnverified(url: endpoint.url, reason: failure.description)
    } catch KubernetesError.transport {
      return ["\(endpoint.url) cannot be reached from here; whether the agent can is not known"]
    } catch is KubernetesError {
      // It answered over TLS; that it wants credentials, or hides its version, is its right.
      return []
    }
  }

  private var isProven: Bool {
    guard endpoint.url.normalizedURL == hub.server.normalizedURL else { return false }
    switch hub.trust {
    case .authorities(let bundle): return endpoint.certificateAuthorities == bundle
    case .system: return endpoint.certificateAuthorities == nil
    case .unverified: return false
    }
  }
}
