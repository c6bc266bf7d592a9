public import Documents
public import FoundationEssentials
import KubernetesClient

/// A hub as a kubeconfig Secret of an agent knows it. Credentials are left where they are.
public struct KnownHub: Sendable, Hashable {
  /// The API server's URL.
  public let server: String
  /// The certificate authorities trusted there, PEM; nil when the system's are.
  public let certificateAuthorities: [UInt8]?
  /// SHA-256 of each certificate authority trusted there, hexadecimal; empty when the system's are.
  public let authorityFingerprints: Set<String>
  /// The proxy on the way there.
  public let proxyURL: String?
  /// The cluster's name there; only the agent's own Secret tells.
  public let clusterName: String?
  /// The agent's id there; only the agent's own Secret tells.
  public let agentName: String?
  /// When the agent's certificate ends; nil when there is none or it cannot be read.
  public let certificateExpires: Date?
  /// The id of the ServiceAccount token inside, to be compared with requests made with it.
  public let tokenIdentifier: String?
  /// The key that the agent holds: of its private key, or of its certificate where that cannot be read.
  public let keyFingerprint: KeyFingerprint?
  /// When the token inside ends; nil when there is none or it does not tell.
  public let tokenExpires: Date?

  /// Reads a Secret `hub-kubeconfig-secret` or `bootstrap-hub-kubeconfig`; nil when it holds no
  /// kubeconfig with a server.
  public init?(secret: Value) {
    func text(_ key: String) -> String? {
      secret.at("data", key)?.string.flatMap { Data(base64Encoded: $0) }
        .map { String(decoding: $0, as: UTF8.self) }
    }
    guard let source = text(Names.SecretKey.kubeconfig),
      let kubeconfig = try? YAML.decode(source),
      let cluster = Self.entry("cluster", of: kubeconfig),
      let server = cluster["server"]?.string, !server.isEmpty
    else { return nil }
    self.server = server
    let authorities = cluster["certificate-authority-data"]?.string
      .flatMap { Data(base64Encoded: $0) }
    certificateAuthorities = authorities.map(Array.init)
    authorityFingerprints = authorities.map { Certificates.fingerprints(pem: Array($0)) } ?? []
    proxyURL = cluster["proxy-url"]?.string
    clusterName = text(Names.SecretKey.clusterName)
    agentName = text(Names.SecretKey.agentName)
    certificateExpires = text(Names.SecretKey.certificate).flatMap(Certificates.earliestEnd(pem:))
    keyFingerprint =
      text(Names.SecretKey.key).flatMap(KeyFingerprint.init(privateKeyPEM:))
      ?? text(Names.SecretKey.certificate).flatMap(KeyFingerprint.init(certificatePEM:))
    let claims = Self.entry("user", of: kubeconfig)?["token"]?.string
      .flatMap(BearerTokenClaims.init(token:))
    tokenIdentifier = claims?.identifier
    tokenExpires = claims?.expires
  }

  /// Whether this is the hub with one of the given addresses.
  ///
  /// A certificate authority in common decides: clusters have their own, so it tells the hub even
  /// when that is reached by another URL. Where both sides have authorities and none in common, the
  /// same URL means another cluster, as private addresses are used many times over. Only when one
  /// side tells no authorities does the URL alone decide.
  public func isSame(as endpoints: [ClusterEndpoint]) -> Bool {
    endpoints.contains { endpoint in
      let theirs = endpoint.certificateAuthorities.map(Certificates.fingerprints(pem:)) ?? []
      guard theirs.isEmpty || authorityFingerprints.isEmpty else {
        return !theirs.isDisjoint(with: authorityFingerprints)
      }
      return Self.normalized(endpoint.url) == Self.normalized(server)
    }
  }

  /// The entry of the current context: `cluster` or `user`. A kubeconfig without contexts has its
  /// first entry.
  private static func entry(_ kind: String, of kubeconfig: Value) -> Value? {
    let entries = kubeconfig["\(kind)s"]?.array ?? []
    let current = kubeconfig["current-context"]?.string
    let context = kubeconfig["contexts"]?.array?.first { $0["name"]?.string == current }
    let name = context?.at("context", kind)?.string
    return (entries.first { $0["name"]?.string == name } ?? entries.first)?[kind]
  }

  /// A URL without the default port, in lower case as far as that does not matter.
  private static func normalized(_ url: String) -> String {
    guard var components = URLComponents(string: url) else { return url }
    components.host = components.host?.lowercased()
    components.scheme = components.scheme?.lowercased()
    if components.port == 443 { components.port = nil }
    if components.path == "/" { components.path = "" }
    return components.string ?? url
  }
}
