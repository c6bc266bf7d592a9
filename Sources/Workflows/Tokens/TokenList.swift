import Documents
import FoundationEssentials
import KubernetesClient
import OpenClusterManagement

/// Lists the join credentials of a hub.
public struct TokenList: Sendable {
  /// The cluster; nil lists those of all clusters.
  public let cluster: String?

  /// Prepares a list.
  public init(cluster: String? = nil) { self.cluster = cluster }

  /// Reads the credentials, by cluster. Of a ServiceAccount's tokens the hub keeps nothing; bootstrap
  /// tokens it does keep, and they are not read: metadata alone is.
  public func rows(on hub: ClusterAccess) async throws(WorkflowError) -> [TokenRow] {
    do {
      async let accounts = objects(.serviceAccounts, Names.Namespace.openClusterManagement, hub)
      async let secrets = bootstrapTokens(hub)
      async let uses = CredentialUse.read(of: cluster, hub.reader)
      let use = try await uses
      let rows =
        try await accounts.map { Self.row($0, Self.accountUser($0), .serviceAccount, use) }
        + secrets.map { Self.row($0, Self.bootstrapUser($0), .bootstrapToken, use) }
      return rows.sorted { ($0.cluster, $0.user) < ($1.cluster, $1.user) }
    } catch {
      throw WorkflowError(reading: hub, error)
    }
  }

  private func objects(
    _ type: ResourceType, _ namespace: String, _ hub: ClusterAccess
  ) async throws -> [Value] {
    let label = Names.Label.joinCredential
    let options = ListOptions(labelSelector: cluster.map { "\(label)=\($0)" } ?? label)
    return try await hub.reader.metadataList(type, namespace: namespace, options).items
  }

  /// Secrets of kube-system are read by few; who may not sees the other credentials.
  private func bootstrapTokens(_ hub: ClusterAccess) async throws -> [Value] {
    do {
      return try await objects(.secrets, Names.Namespace.kubeSystem, hub)
    } catch KubernetesError.forbidden {
      return []
    }
  }

  private static func accountUser(_ account: Value) -> String {
    Names.User.serviceAccount(
      account.at("metadata", "name")?.string ?? "",
      namespace: account.at("metadata", "namespace")?.string ?? "")
  }

  private static func bootstrapUser(_ secret: Value) -> String {
    Names.User.bootstrapToken(id: secret.bootstrapTokenID ?? "")
  }

  private static func row(
    _ object: Value, _ user: String, _ kind: JoinCredentialKind, _ use: CredentialUse
  ) -> TokenRow {
    let last = use.last(by: user)
    return TokenRow(
      cluster: object.at("metadata", "labels", Names.Label.joinCredential)?.string ?? "",
      kind: kind, user: user, created: Timestamp.date(object.at("metadata", "creationTimestamp")),
      expires: Timestamp.date(object.at("metadata", "annotations", Names.Annotation.expires)),
      lastUsed: last?.time, lastRequest: last?.request)
  }
}
