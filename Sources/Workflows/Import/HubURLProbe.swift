import KubernetesClient
import OpenClusterManagement

/// Looks from here whether the address and the certificates that the agent is given go together: the
/// name resolves, something listens, and the certificates verify what answers, its name included. mcctl's
/// own connection proves that already when both are the kubeconfig's.
struct HubURLProbe: Sendable {
  let endpoint: ClusterEndpoint
  let hub: ClusterAccess

  /// Warnings; throws when TLS fails, which it would for the agent too. That the URL cannot be reached
  /// from here proves nothing about the agent's place.
  func run() async throws -> [String] {
    guard !isProven else { return [] }
    do {
      try await connect(to: endpoint.url, serverName: nil)
      return []
    } catch KubernetesError.transport(.tls(let failure), _) {
      throw ImportRefusal.hubURLUnverified(url: endpoint.url, reason: failure.description)
    } catch KubernetesError.transport(let failure, _) {
      let doubts = try await doubtsByName()
      return ["\(spoken(failure)); whether the agent can reach it is not known"] + doubts
    } catch is KubernetesError {
      // It answered over TLS; that it wants credentials, or hides its version, is its right.
      return []
    }
  }

  private func spoken(_ failure: TransportError) -> String {
    switch failure {
    case .dns(let host): "the name \(host) of \(endpoint.url) does not resolve here"
    case .refused: "nothing listens at \(endpoint.url), seen from here"
    default: "\(endpoint.url) cannot be reached from here"
    }
  }

  /// What cannot be reached from here may still be the same API server by another name: then that has to
  /// accept the name, and the certificates have to verify it.
  private func doubtsByName() async throws -> [String] {
    guard let host = endpoint.host, !hub.isIndirect else { return [] }
    do {
      try await connect(to: hub.server, serverName: host)
    } catch KubernetesError.transport(.tls(let failure), _) {
      return [
        "the hub at \(hub.server) shows a certificate that is not good for \(host) (\(failure)); the agent"
          + " will refuse it, unless something else with another certificate answers at \(endpoint.url)"
      ]
    } catch is KubernetesError {
      return []
    }
    return []
  }

  private func connect(to server: String, serverName: String?) async throws {
    let config = ConnectionConfig(
      contextName: hub.connection.contextName, clusterName: "hub", server: server,
      tls: TLSSettings(caBundle: endpoint.certificateAuthorities, serverName: serverName),
      proxy: ProxySettings(), source: "--hub-url")
    _ = try await APIReader(config: config, options: ClientOptions(requestTimeout: .seconds(5)))
      .version()
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
