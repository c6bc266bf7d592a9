import Documents
import Logging

/// Deletes the token Secrets of ServiceAccounts that are gone, or were made anew since
/// (kube-controller-manager, serviceaccount-token controller).
struct TokenCleanup: Sendable {
  private let client: any ResourceClient
  private let pace: Pace

  init(client: any ResourceClient, pace: Pace) {
    self.client = client
    self.pace = pace
  }

  /// The controller that does this for every namespace.
  func controller(logger: Logger) -> Controller {
    let namespaceOfDeleted: @Sendable (String, Value) -> [String] = { type, account in
      type == "DELETED" ? [account.objectNamespace ?? ""] : []
    }
    let namespaceOfToken: @Sendable (String, Value) -> [String] = { type, secret in
      type != "DELETED" && Self.isToken(secret) ? [secret.objectNamespace ?? ""] : []
    }
    return Controller(
      name: "serviceaccount-token", client: client,
      sources: [
        Controller.Source(.serviceAccounts, keys: namespaceOfDeleted),
        Controller.Source(.secrets, keys: namespaceOfToken),
      ],
      pace: pace, logger: logger, reconcile: reconcile)
  }

  /// Deletes the stale token Secrets of one namespace.
  func reconcile(_ namespace: String) async throws -> Controller.Outcome {
    for secret in try await client.items(.secrets, namespace) where Self.isToken(secret) {
      let owner = secret.annotation("kubernetes.io/service-account.name") ?? ""
      let account = try await client.find(.serviceAccounts, owner, namespace)
      let uid = secret.annotation("kubernetes.io/service-account.uid")
      if let account, uid == nil || uid == account.objectUID { continue }
      try await client.ensureAbsent(.secrets, secret.objectName, namespace)
    }
    return .settled
  }

  private static func isToken(_ secret: Value) -> Bool {
    secret["type"]?.string == "kubernetes.io/service-account-token"
  }
}
