public import Documents
import FoundationEssentials
public import KubernetesClient

/// The kubeconfig with which an agent asks the hub for its certificate, all data embedded: the
/// agent follows no file references, and takes server, certificate authorities and proxy over into
/// its own (OCM, registration/register).
///
/// Entries are called as clusteradm calls them, but for the cluster's: the agent compares its name
/// with the one it registered by and registers anew when they differ (OCM,
/// registration/register IsHubKubeconfigValid, since 0.15). So it names the registration.
public struct JoinKubeconfig: Sendable, Hashable {
  /// The hub's API server, as the agent reaches it.
  public var server: String
  /// The certificate authorities to trust there, PEM; nil when the agent's own trusted ones do.
  public var certificateAuthorities: [UInt8]?
  /// The proxy on the agent's way to the hub; nil for none.
  public var proxyURL: String?
  /// Certificate authorities of a proxy that ends TLS, PEM; they join the hub's.
  public var proxyCertificateAuthorities: [UInt8]?
  /// What the agent authenticates with.
  public var token: Secret
  /// What tells this registration from earlier ones of the same cluster on the same hub, such as
  /// the UID of the ManagedCluster; nil when nothing does.
  public var registration: String?

  /// A kubeconfig for joining.
  public init(
    server: String, certificateAuthorities: [UInt8]?, token: Secret, proxyURL: String? = nil,
    proxyCertificateAuthorities: [UInt8]? = nil
  ) {
    self.server = server
    self.certificateAuthorities = certificateAuthorities
    self.token = token
    self.proxyURL = proxyURL
    self.proxyCertificateAuthorities = proxyCertificateAuthorities
  }

  /// The kubeconfig. Contains the token.
  public var document: Value {
    var cluster: Value = ["server": .string(server)]
    if let bundle = embeddedAuthorities {
      cluster["certificate-authority-data"] = .string(Data(bundle).base64EncodedString())
    }
    cluster["proxy-url"] = proxyURL.map(Value.string)
    return [
      "apiVersion": "v1",
      "kind": "Config",
      "clusters": [["name": .string(entry), "cluster": cluster]],
      "users": [["name": "bootstrap", "user": ["token": .string(token.revealed)]]],
      "contexts": [
        [
          "name": "bootstrap",
          "context": ["cluster": .string(entry), "namespace": "default", "user": "bootstrap"],
        ]
      ],
      "current-context": "bootstrap",
    ]
  }

  /// The kubeconfig as YAML. Contains the token.
  public var text: String { YAML.text(document) }

  /// The name of the cluster entry.
  private var entry: String { registration.map { "hub-\($0)" } ?? "hub" }

  /// Both bundles in one, each ending its line.
  private var embeddedAuthorities: [UInt8]? {
    guard let certificateAuthorities else { return proxyCertificateAuthorities }
    guard let proxyCertificateAuthorities else { return certificateAuthorities }
    let lineFeed = UInt8(ascii: "\n")
    let separator = certificateAuthorities.last == lineFeed ? [] : [lineFeed]
    return certificateAuthorities + separator + proxyCertificateAuthorities
  }
}
