import KubernetesClient
import OpenClusterManagement

/// Tries whether the API server takes bootstrap tokens: that is switched on or off where it starts, and
/// nothing in its API says which.
struct BootstrapTokenTrial: Sendable {
  let hub: ClusterAccess

  /// The API server learns of a new Secret by a watch of its own.
  private static let attempts = 8

  /// False when the API server does not know the token; true when it does, and when that cannot be
  /// tried from here.
  func isTaken(_ token: Secret) async throws -> Bool {
    guard let reader = try? reader(token) else { return true }
    for attempt in 1...Self.attempts {
      do {
        _ = try await reader.review(AccessAttributes("create", .managedClusters))
        return true
      } catch KubernetesError.unauthorized {
        if attempt < Self.attempts { try await Task.sleep(for: .milliseconds(250)) }
      } catch is KubernetesError {
        return true
      }
    }
    return false
  }

  private func reader(_ token: Secret) throws -> APIReader? {
    guard !hub.isIndirect else { return nil }
    let tls: TLSSettings
    switch hub.trust {
    case .authorities(let bundle): tls = TLSSettings(caBundle: bundle)
    case .system: tls = TLSSettings()
    // A credential is never sent to a server that is not verified.
    case .unverified: return nil
    }
    let config = ConnectionConfig(
      contextName: hub.connection.contextName, clusterName: "hub", server: hub.server, tls: tls,
      credential: .token(token), proxy: ProxySettings(), source: "the new bootstrap token")
    return try APIReader(config: config, options: ClientOptions(requestTimeout: .seconds(5)))
  }
}

/// The hub's API server does not take bootstrap tokens; the one that was made is gone again.
struct BootstrapTokensOff: WorkflowFailure {
  let hub: ClusterLocation

  var id: ErrorID { .bootstrapTokensOff }
  var category: ExitCategory { .refused }
  var what: String { "the hub's API server does not take bootstrap tokens" }
  var location: ClusterLocation? { hub }
  var why: String? {
    "it answered 401 to the token that was made for this; the token is deleted again"
  }
  var next: [String] {
    [
      "leave --credential-type at service-account, which works on every hub",
      "or start the hub's API server with --enable-bootstrap-token-auth",
    ]
  }
}
