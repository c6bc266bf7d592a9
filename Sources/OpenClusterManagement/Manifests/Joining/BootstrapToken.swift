public import FoundationEssentials
public import KubernetesClient

/// A bootstrap token with which one cluster, and no other, joins (Kubernetes, bootstrap tokens): a
/// Secret in `kube-system` that the API server takes as a credential, where that is switched on
/// (`--enable-bootstrap-token-auth`).
///
/// The user is `system:bootstrap:ID` and its only group of use is the cluster's own, so the token may do
/// what the cluster's ``JoinCredential`` may. The API server ends it at a moment that is chosen, to the
/// second; whoever may read Secrets in `kube-system` can read it, which no ServiceAccount token can be.
public struct BootstrapToken: Sendable, Hashable {
  /// What the name of every bootstrap token's Secret begins with.
  public static let secretPrefix = "bootstrap-token-"

  /// The cluster.
  public let clusterName: String
  /// Six characters that tell the token; no secret.
  public let id: String
  /// What authenticates: `ID.SECRET`.
  public let token: Secret
  private let secret: Secret

  /// A new token for a cluster, from the system's random numbers.
  public init(clusterName: String) {
    var generator = SystemRandomNumberGenerator()
    self.init(
      clusterName: clusterName, id: Self.text(6, &generator), secret: Self.text(16, &generator))
  }

  init(clusterName: String, id: String, secret: String) {
    self.clusterName = clusterName
    self.id = id
    self.secret = Secret(secret)
    token = Secret("\(id).\(secret)")
  }

  private static func text(_ count: Int, _ generator: inout SystemRandomNumberGenerator) -> String {
    let alphabet = Array("abcdefghijklmnopqrstuvwxyz0123456789")
    return String((0..<count).map { _ in alphabet[Int.random(in: 0..<36, using: &generator)] })
  }

  /// The user that the hub sees.
  public var username: String { Names.User.bootstrapToken(id: id) }

  /// The group of the tokens of one cluster. The API server takes only groups of that beginning from a
  /// bootstrap token (Kubernetes, bootstrap/token/util).
  public static func group(of cluster: String) -> String { "system:bootstrappers:mcctl:\(cluster)" }

  /// ClusterRole, binding and Secret, in the order to apply them. The Secret holds the token.
  ///
  /// - Parameter expires: when the API server stops taking the token, and removes it.
  public func objects(expires: Date) -> [ManifestObject] {
    let credential = JoinCredential(clusterName: clusterName)
    return [
      credential.role,
      .clusterRoleBinding(
        Self.binding(of: clusterName), role: credential.role.name, labels: credential.labels,
        subjects: [.group(Self.group(of: clusterName))]),
      secretObject(expires: expires, labels: credential.labels),
    ]
  }

  /// The binding of the cluster's group, beside that of its ServiceAccount.
  static func binding(of cluster: String) -> String {
    "\(Names.ClusterRole.join(cluster)):bootstrap-token"
  }

  private func secretObject(expires: Date, labels: [(String, String)]) -> ManifestObject {
    let end = Timestamp.text(expires)
    let entries = [
      ("token-id", id), ("token-secret", secret.revealed), ("expiration", end),
      ("usage-bootstrap-authentication", "true"),
      ("auth-extra-groups", Self.group(of: clusterName)),
      ("description", "mcctl: cluster \(clusterName) joins with it"),
    ]
    return .secret(
      "\(Self.secretPrefix)\(id)", namespace: Names.Namespace.kubeSystem,
      type: "bootstrap.kubernetes.io/token", labels: labels,
      annotations: [(Names.Annotation.expires, end)],
      data: entries.map { ($0.0, Array($0.1.utf8)) })
  }
}
