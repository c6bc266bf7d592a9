import Documents
import FoundationEssentials
import OpenClusterManagement

/// What a kubeconfig in one of the agent's secrets says: where its hub is, and whom it is for.
struct AgentKubeconfig: Sendable, Hashable {
  /// The hub's URL.
  let server: String
  /// The certificates that verify it, PEM.
  let caBundle: [UInt8]?
  /// The bearer token of a bootstrap kubeconfig; a secret.
  let token: String?
  /// The secret's own annotations.
  let annotations: [String: String]
  /// `cluster-name` of the secret; the name under which the agent is registered.
  let clusterName: String?
  /// The agent's certificate, PEM.
  let certificate: String?

  /// Reads the Secret; nil when it holds no kubeconfig that names a server.
  init?(secret: Value) {
    guard let text = Self.text(secret, Names.SecretKey.kubeconfig),
      let document = try? YAML.decode(text),
      let cluster = document["clusters"]?[0]?["cluster"],
      let server = cluster["server"]?.string
    else { return nil }
    self.server = server
    let bundle = cluster["certificate-authority-data"]?.string
    caBundle = bundle.flatMap { Data(base64Encoded: $0) }.map(Array.init)
    token = document["users"]?[0]?.at("user", "token")?.string
    var annotations: [String: String] = [:]
    for (key, value) in secret.at("metadata", "annotations")?.object ?? Object() {
      annotations[key] = value.string
    }
    self.annotations = annotations
    clusterName = Self.text(secret, Names.SecretKey.clusterName)
    certificate = Self.text(secret, Names.SecretKey.certificate)
  }

  /// The id (`jti`) of the token, read from the token itself (RFC 7519); nil when there is none.
  var tokenIdentifier: String? { token.flatMap(TokenClaims.init)?.identifier }

  /// When the token stops being valid, by its own word.
  var tokenExpires: Date? { token.flatMap(TokenClaims.init)?.expires }

  private static func text(_ secret: Value, _ key: String) -> String? {
    guard let encoded = secret.at("data", key)?.string,
      let data = Data(base64Encoded: encoded)
    else { return nil }
    return String(decoding: data, as: UTF8.self)
  }
}

/// The claims of a JSON Web Token that tell which token it is and how long it lives. Nothing is
/// verified: the token is one that mcctl wrote there itself.
struct TokenClaims: Sendable, Hashable {
  /// `jti`.
  let identifier: String?
  /// `exp`.
  let expires: Date?

  /// Reads a token; nil when it is none.
  init?(_ token: String) {
    let parts = token.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, let payload = Self.decode(parts[1]),
      let claims = try? JSON.decode(payload)
    else { return nil }
    identifier = claims["jti"]?.string
    expires = claims["exp"]?.int.map { Date(timeIntervalSince1970: Double($0)) }
  }

  /// Base64url without padding (RFC 7515, section 2).
  private static func decode(_ text: Substring) -> [UInt8]? {
    var base64 = text.map { $0 == "-" ? "+" : $0 == "_" ? "/" : $0 }
    while base64.count % 4 != 0 { base64.append("=") }
    return Data(base64Encoded: String(base64)).map(Array.init)
  }
}
