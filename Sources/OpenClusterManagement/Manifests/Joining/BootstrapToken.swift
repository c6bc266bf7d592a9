public import FoundationEssentials
import KubernetesClient

/// A bootstrap token of one cluster (Kubernetes, bootstrap.kubernetes.io/token), for hubs on which
/// ServiceAccount tokens cannot be used. It has the same rights as a `JoinCredential`.
public struct BootstrapToken: Sendable, Hashable {
  /// The cluster.
  public let clusterName: String
  /// The public part: six characters of a-z and 0-9.
  public let id: String
  /// The secret part: sixteen characters of a-z and 0-9.
  public let secret: String
  /// When the hub stops taking it, and deletes it.
  public let expires: Date

  /// A token with the given parts.
  public init(clusterName: String, id: String, secret: String, expires: Date) {
    self.clusterName = clusterName
    self.id = id
    self.secret = secret
    self.expires = expires
  }

  /// A new token with random parts.
  public static func random(
    clusterName: String, expires: Date, using generator: inout some RandomNumberGenerator
  ) -> BootstrapToken {
    let alphabet = Array("abcdefghijklmnopqrstuvwxyz0123456789")
    func text(_ count: Int) -> String {
      String((0..<count).compactMap { _ in alphabet.randomElement(using: &generator) })
    }
    return BootstrapToken(clusterName: clusterName, id: text(6), secret: text(16), expires: expires)
  }

  /// What a client authenticates with. A secret.
  public var token: String { "\(id).\(secret)" }

  /// The user that the hub sees.
  public var username: String { Names.User.bootstrapToken(id: id) }

  /// Secret, ClusterRole and binding, in the order to apply them.
  public func objects() -> [ManifestObject] {
    let credential = JoinCredential(clusterName: clusterName)
    let role = Names.ClusterRole.join(clusterName)
    let data: [(String, String)] = [
      ("token-id", id), ("token-secret", secret), ("usage-bootstrap-authentication", "true"),
      ("auth-extra-groups", Names.Group.joining(clusterName)),
      ("expiration", Timestamp.text(expires)),
      ("description", "Lets cluster \(clusterName) join through mcctl"),
    ]
    return [
      .secret(
        "bootstrap-token-\(id)", namespace: Names.Namespace.kubeSystem,
        type: "bootstrap.kubernetes.io/token", labels: credential.labels,
        data: data.map { ($0.0, Array($0.1.utf8)) }),
      .clusterRole(role, labels: credential.labels, rules: credential.rules),
      .clusterRoleBinding(
        role, role: role, labels: credential.labels,
        subjects: [.group(Names.Group.joining(clusterName))]),
    ]
  }
}
