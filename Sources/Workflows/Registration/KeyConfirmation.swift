import KubernetesClient
import OpenClusterManagement

/// Compares the certificates that were issued for a cluster with the key that its agent holds. A request
/// may be right in everything that the hub can see and still come from a thief of the credential; only
/// the cluster itself can tell whether it got what was issued.
struct KeyConfirmation: Sendable {
  /// What a comparison came to.
  enum Outcome: Sendable, Hashable {
    /// The agent holds the key of this request.
    case confirmed(request: String)
    /// Nothing has been issued yet, or the agent has not taken it yet.
    case waiting(String)
    /// The agent holds another key than any that a certificate was issued for.
    case mismatch(held: KeyFingerprint, issued: [String])
  }

  /// The cluster.
  let cluster: String
  /// What the agent keeps, when that can still be used.
  let held: KnownHub?
  /// Verified and approved requests.
  let approved: [CertificateSigningRequest]

  /// The comparison.
  var outcome: Outcome {
    let issued = approved.compactMap { request in
      request.issuedKey.map { (name: request.name, key: $0) }
    }
    guard !issued.isEmpty else {
      return .waiting(
        approved.isEmpty ? "no request is approved yet" : "the certificate is not signed yet")
    }
    guard let held, held.clusterName == cluster, let key = held.keyFingerprint else {
      return .waiting("the agent has not taken its certificate yet")
    }
    if let match = issued.first(where: { $0.key == key }) {
      return .confirmed(request: match.name)
    }
    return .mismatch(held: key, issued: issued.map { "\($0.name) for key \($0.key)" })
  }
}

/// A certificate was issued in the cluster's name, and its agent does not have it.
struct CertificateMisdelivered: WorkflowFailure {
  let cluster: String
  let held: KeyFingerprint
  let issued: [String]
  let hub: ClusterLocation

  var id: ErrorID { .keyMismatch }
  var category: ExitCategory { .refused }
  var what: String { "the certificate of \(cluster) went to somebody else than its agent" }
  var location: ClusterLocation? { hub }
  var why: String? {
    "the agent holds key \(held); issued were \(issued.joined(separator: "; "))"
  }
  var next: [String] {
    [
      "find out who asked: kubectl \(hub.connection.kubectlFlags) get csr -l"
        + " \(Names.Label.clusterName)=\(cluster) -o yaml",
      "a certificate cannot be revoked: keep \(cluster) unaccepted until it has expired, or use another name",
      "end the credential that was used: mcctl token revoke \(cluster)",
    ]
  }
}
