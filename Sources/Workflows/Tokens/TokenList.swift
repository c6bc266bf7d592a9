import Documents
import KubernetesClient
import OpenClusterManagement

/// Lists the join credentials of a hub.
public struct TokenList: Sendable {
  /// The cluster; nil lists those of all clusters.
  public let cluster: String?

  /// Prepares a list.
  public init(cluster: String? = nil) { self.cluster = cluster }

  /// Reads the credentials, by cluster. Tokens themselves are not kept by the hub.
  public func rows(on hub: ClusterAccess) async throws(WorkflowError) -> [TokenRow] {
    let label = Names.Label.joinCredential
    do {
      let options = ListOptions(labelSelector: cluster.map { "\(label)=\($0)" } ?? label)
      let accounts = try await hub.reader.metadataList(
        .serviceAccounts, namespace: Names.Namespace.openClusterManagement, options
      ).items
      return accounts.map(Self.row).sorted { $0.cluster < $1.cluster }
    } catch {
      throw WorkflowError(reading: hub, error)
    }
  }

  private static func row(_ account: Value) -> TokenRow {
    let cluster = account.at("metadata", "labels", Names.Label.joinCredential)?.string ?? ""
    return TokenRow(
      cluster: cluster,
      user: Names.User.serviceAccount(
        account.at("metadata", "name")?.string ?? "",
        namespace: account.at("metadata", "namespace")?.string ?? ""),
      created: Timestamp.date(account.at("metadata", "creationTimestamp")),
      expires: Timestamp.date(account.at("metadata", "annotations", Names.Annotation.expires)))
  }
}
