import Documents
import Foundation

/// Bootstrap tokens: secrets of type `bootstrap.kubernetes.io/token` in `kube-system`.
struct BootstrapTokens: Sendable {
  let cluster: ClusterState

  /// Whom a token `ID.SECRET` stands for; nil when there is no such token, it is not for
  /// authentication, or it has expired.
  func user(of token: String) -> UserInfo? {
    guard let match = token.wholeMatch(of: /([a-z0-9]{6})\.([a-z0-9]{16})/) else { return nil }
    let id = String(match.1)
    guard
      let secret = cluster.object(.secrets, "bootstrap-token-\(id)", namespace: "kube-system"),
      secret["type"]?.string == "bootstrap.kubernetes.io/token",
      secret.at("metadata", "deletionTimestamp") == nil,
      Self.text("token-id", secret) == id, Self.text("token-secret", secret) == String(match.2),
      Self.text("usage-bootstrap-authentication", secret) == "true", !Self.isExpired(secret)
    else { return nil }
    let groups = (Self.text("auth-extra-groups", secret) ?? "").split(separator: ",")
      .map { $0.trimming(while: { $0 == " " }) }
      .filter { $0.hasPrefix("system:bootstrappers:") }
    return UserInfo(name: "system:bootstrap:\(id)", groups: ["system:bootstrappers"] + groups)
  }

  private static func isExpired(_ secret: Value) -> Bool {
    guard let text = text("expiration", secret) else { return false }
    guard let date = Timestamp.date(text) else { return true }
    return date <= Date()
  }

  private static func text(_ key: String, _ secret: Value) -> String? {
    secret.at("data", key)?.string.flatMap { Data(base64Encoded: $0) }.map {
      String(decoding: $0, as: UTF8.self)
    }
  }
}
