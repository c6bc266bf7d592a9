import Crypto
import Documents
import Foundation
import Synchronization
import X509

/// Finds out who makes a request: by client certificate, service account token, bootstrap token or
/// the static token of the administrator.
final class Authenticator: Sendable {
  static let anonymous = UserInfo(
    name: "system:anonymous", groups: ["system:unauthenticated"])

  private let cluster: ClusterState
  /// Tokens that stand for fixed users.
  private let staticTokens: [String: UserInfo]
  private let knownCertificates = Mutex<[[UInt8]: CertificateIdentity]>([:])

  init(cluster: ClusterState, staticTokens: [String: UserInfo] = [:]) {
    self.cluster = cluster
    self.staticTokens = staticTokens
  }

  /// The user of a request; anonymous when it carries no credentials.
  ///
  /// - Throws: 401 when it carries credentials, and none of them is good.
  func authenticate(_ request: APIRequest) throws(APIFailure) -> UserInfo {
    var isRefused = false
    if let der = request.clientCertificate {
      if let user = user(ofCertificate: der) { return Self.authenticated(user) }
      isRefused = true
    }
    if let token = Self.bearerToken(request) {
      if let user = user(ofToken: token) { return Self.authenticated(user) }
      isRefused = true
    }
    if isRefused { throw .unauthorized }
    return Self.anonymous
  }

  /// Whom a token stands for; nil when it is not good here.
  func user(ofToken token: String, audiences: [String] = [TokenIssuer.issuer]) -> UserInfo? {
    if let user = staticTokens[token] { return user }
    if let user = BootstrapTokens(cluster: cluster).user(of: token) { return user }
    return serviceAccount(of: token, audiences: audiences)
  }

  private static func authenticated(_ user: UserInfo) -> UserInfo {
    var user = user
    if !user.groups.contains("system:authenticated") { user.groups.append("system:authenticated") }
    return user
  }

  private static func bearerToken(_ request: APIRequest) -> String? {
    guard let header = request.header("authorization") else { return nil }
    let parts = header.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
    return parts[1].trimming(while: { $0 == " " })
  }

  private func serviceAccount(of token: String, audiences: [String]) -> UserInfo? {
    guard let claims = cluster.tokens.claims(of: token),
      claims.audiences.contains(where: audiences.contains),
      let account = cluster.object(
        .serviceAccounts, claims.serviceAccount, namespace: claims.namespace),
      account.at("metadata", "uid")?.string == claims.uid
    else { return nil }
    var user = ServiceAccountUser.info(
      namespace: claims.namespace, name: claims.serviceAccount, uid: claims.uid)
    user.extra = ["authentication.kubernetes.io/credential-id": ["JTI=\(claims.id)"]]
    return user
  }

  private func user(ofCertificate der: [UInt8]) -> UserInfo? {
    let known = knownCertificates.withLock { $0[der] }
    guard
      let identity = known
        ?? CertificateIdentity(der: der, signedBy: cluster.authority)
    else { return nil }
    knownCertificates.withLock { $0[der] = identity }
    let now = Date()
    guard identity.validity.contains(now) else { return nil }
    return identity.user
  }
}

/// Names and groups of service accounts as users.
enum ServiceAccountUser {
  private static let prefix = "system:serviceaccount:"

  static func info(namespace: String, name: String, uid: String = "") -> UserInfo {
    UserInfo(name: "\(prefix)\(namespace):\(name)", uid: uid, groups: groups(namespace))
  }

  static func groups(_ namespace: String) -> [String] {
    ["system:serviceaccounts", "system:serviceaccounts:\(namespace)"]
  }

  /// Namespace and name of a user that is a service account; nil for others.
  static func parse(_ user: String) -> (namespace: String, name: String)? {
    guard user.hasPrefix(prefix) else { return nil }
    let parts = user.dropFirst(prefix.count).split(separator: ":").map(String.init)
    return parts.count == 2 ? (parts[0], parts[1]) : nil
  }
}
