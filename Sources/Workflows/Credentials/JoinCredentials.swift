import Documents
import FoundationEssentials
import KubernetesClient
import OpenClusterManagement

/// The join credentials of one cluster as the hub has them: its ServiceAccount and its bootstrap tokens,
/// as metadata alone. A caller who may not look finds none.
struct JoinCredentials: Sendable {
  /// The cluster.
  let cluster: String
  /// The cluster's ServiceAccount.
  let account: Value?
  /// The Secrets of its bootstrap tokens.
  let bootstrapTokens: [Value]

  /// Whether the cluster has no credential of its own.
  var isEmpty: Bool { account == nil && bootstrapTokens.isEmpty }

  /// Reads them.
  static func read(_ cluster: String, _ hub: APIReader) async throws -> JoinCredentials {
    async let accounts = found(
      .serviceAccounts, Names.Namespace.openClusterManagement, cluster, hub)
    async let secrets = found(.secrets, Names.Namespace.kubeSystem, cluster, hub)
    let own = JoinCredential(clusterName: cluster).serviceAccount
    return JoinCredentials(
      cluster: cluster,
      account: try await accounts.first { $0.at("metadata", "name")?.string == own },
      bootstrapTokens: try await secrets)
  }

  private static func found(
    _ type: ResourceType, _ namespace: String, _ cluster: String, _ hub: APIReader
  ) async throws -> [Value] {
    let selector = "\(Names.Label.joinCredential)=\(cluster)"
    do {
      return try await hub.metadataList(
        type, namespace: namespace, ListOptions(labelSelector: selector)
      ).items
    } catch KubernetesError.forbidden {
      return []
    }
  }
}

extension JoinCredentials {
  /// What a request has to be like that was made with one of them; nil when there are none.
  var expectation: RegistrationExpectation? {
    guard !isEmpty else { return nil }
    let own: [RegistrationExpectation.Requester] = account == nil ? [] : [.joinCredential]
    let created = ([account].compactMap(\.self) + bootstrapTokens).compactMap {
      Timestamp.date($0.at("metadata", "creationTimestamp"))
    }
    return RegistrationExpectation(
      clusterName: cluster,
      requesters: own
        + bootstrapTokens.compactMap(\.bootstrapTokenID).map { .bootstrapToken(id: $0) },
      tokenIdentifiers: account?.mintedTokens ?? [], credentialMinted: created.min())
  }

  /// Whether mcctl was told to keep them when the cluster is registered.
  var areKept: Bool {
    ([account].compactMap(\.self) + bootstrapTokens).contains {
      $0.at("metadata", "annotations", Names.Annotation.keepCredential) != nil
    }
  }
}

extension Value {
  /// The ids of the tokens that were minted for a ServiceAccount, as mcctl noted them.
  var mintedTokens: Set<String> {
    let annotations = at("metadata", "annotations")
    let newest = annotations?[Names.Annotation.tokenIdentifier]?.string
    return Set([newest].compactMap(\.self) + earlierTokens)
  }

  /// The ids of those before the newest, newest first.
  var earlierTokens: [String] {
    (at("metadata", "annotations", Names.Annotation.earlierTokens)?.string ?? "")
      .split(separator: ",").map(String.init)
  }

  /// The id of a bootstrap token by its Secret's name (Kubernetes, bootstrap token Secrets).
  var bootstrapTokenID: String? {
    guard let name = at("metadata", "name")?.string,
      name.hasPrefix(BootstrapToken.secretPrefix)
    else { return nil }
    return String(name.dropFirst(BootstrapToken.secretPrefix.count))
  }
}
