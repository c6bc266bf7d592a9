import Documents

/// Answers requests for paths that are not resources: version, health, discovery, OpenAPI.
struct PathHandler: Sendable {
  let cluster: ClusterState
  /// `host:port` of the server.
  let address: String

  func respond(to request: APIRequest) -> APIResponse {
    let parts = request.path.split(separator: "/").map(String.init)
    switch parts.first {
    case "version" where parts.count == 1: return .json(200, ServerVersion.value)
    case "healthz", "livez", "readyz":
      return HealthChecks.respond(parts, isVerbose: request.query["verbose"] != nil)
    case "api", "apis": return discovery.respond(to: request, parts)
    case "openapi": return cluster.openAPI.respond(to: request, parts)
    case "openid", ".well-known": return openID(parts)
    default: return .pageNotFound
    }
  }

  private var discovery: DiscoveryHandler {
    DiscoveryHandler(catalog: cluster.catalog, address: address)
  }

  private func openID(_ parts: [String]) -> APIResponse {
    switch parts {
    case ["openid", "v1", "jwks"]: return .json(200, cluster.tokens.keySet)
    case [".well-known", "openid-configuration"]:
      return .json(
        200,
        [
          "issuer": .string(TokenIssuer.issuer),
          "jwks_uri": .string("https://\(address)/openid/v1/jwks"),
          "response_types_supported": ["id_token"], "subject_types_supported": ["public"],
          "id_token_signing_alg_values_supported": ["ES256"],
        ])
    default: return .pageNotFound
    }
  }
}
