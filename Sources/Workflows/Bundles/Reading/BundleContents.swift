import Documents
import FoundationEssentials
import KubernetesClient
import OpenClusterManagement

/// The manifests of a bundle that was found, understood: the objects, and how the agent is told to
/// reach the hub.
struct BundleContents: Sendable {
  /// All objects in the order to apply them.
  let objects: [ManifestObject]
  /// The kubeconfig that the agent joins with.
  let bootstrap: Bootstrap
  /// The name that the agent registers as.
  let clusterName: String?

  /// How the agent is told to reach the hub.
  struct Bootstrap: Sendable {
    let server: String
    let certificateAuthorities: [UInt8]
    let token: Secret
  }

  /// The types of objects a bundle has.
  private static let types: [ResourceType] = [
    .customResourceDefinitions, .namespaces, .secrets, .serviceAccounts, .clusterRoles,
    .clusterRoleBindings, .deployments, .klusterlets,
  ]

  private static let limits = Limits(
    maxBytes: 8 << 20, maxDepth: 128, maxNodes: 200_000, maxAliasExpansion: 1000)

  /// - Throws: `DocumentError` when a manifest cannot be read, or one is missing or not a bundle's.
  init(_ bundle: FoundBundle) throws(DocumentError) {
    var objects: [ManifestObject] = []
    for path in bundle.files.keys.filter({ $0.hasPrefix("manifests/") }).sorted() {
      let text = bundle.text(path) ?? ""
      for value in try YAML.decodeAll(text, source: path, limits: Self.limits) {
        let type = Self.types.first {
          $0.kind == value["kind"]?.string && $0.apiVersion == value["apiVersion"]?.string
        }
        guard let type else {
          let kind = value["kind"]?.string ?? "nothing"
          throw DocumentError("a bundle has no object of kind \(kind)", source: path)
        }
        objects.append(ManifestObject(type: type, value: value))
      }
    }
    self.objects = objects
    clusterName =
      objects.first { $0.type == .klusterlets }?.value.at("spec", "clusterName")?.string
    let secret = objects.first { $0.name == Names.Secret.bootstrapHubKubeconfig }
    guard let secret else {
      throw DocumentError("there is no Secret \(Names.Secret.bootstrapHubKubeconfig)")
    }
    bootstrap = try Self.bootstrap(secret.value)
  }

  private static func bootstrap(_ secret: Value) throws(DocumentError) -> Bootstrap {
    let encoded = secret.at("data", Names.SecretKey.kubeconfig)?.string
    guard let data = encoded.flatMap({ Data(base64Encoded: $0) }) else {
      throw DocumentError("Secret \(Names.Secret.bootstrapHubKubeconfig) has no kubeconfig")
    }
    let kubeconfig = try YAML.decode(Array(data), source: "the agent's kubeconfig", limits: limits)
    let cluster = kubeconfig["clusters"]?[0]?["cluster"]
    let authorities = cluster?["certificate-authority-data"]?.string
      .flatMap { Data(base64Encoded: $0) }
    guard let server = cluster?["server"]?.string,
      let token = kubeconfig["users"]?[0]?.at("user", "token")?.string
    else {
      throw DocumentError("the agent's kubeconfig has no server or no token")
    }
    return Bootstrap(
      server: server, certificateAuthorities: authorities.map(Array.init) ?? [],
      token: Secret(token))
  }
}
