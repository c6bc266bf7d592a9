import KubernetesClient
import OpenClusterManagement

/// The certificate request that was named is none of the cluster's: it does not exist, or somebody
/// else made it.
struct RequestUnknown: WorkflowFailure {
  let requestName: String
  let clusterName: String
  /// The request of that name; nil when there is none.
  let other: CertificateSigningRequest?
  /// The cluster's requests that wait for approval.
  let pending: [String]
  let hub: ClusterLocation

  var id: ErrorID { .requestNotFound }
  var category: ExitCategory { other == nil ? .notFound : .refused }
  var what: String {
    other == nil
      ? "there is no certificate request \(requestName) on the hub"
      : "certificate request \(requestName) is not one of cluster \(clusterName)"
  }
  var location: ClusterLocation? { hub }
  var why: String? {
    let owner = other.map {
      $0.clusterName.map { "it asks for cluster \($0)" } ?? "it names no cluster"
    }
    let waiting =
      pending.isEmpty
      ? "no request of \(clusterName) waits for approval"
      : "of \(clusterName) wait for approval: \(pending.joined(separator: ", "))"
    return [owner, waiting].compactMap(\.self).joined(separator: "; ")
  }
  var next: [String] {
    let label = "\(Names.Label.clusterName)=\(clusterName)"
    let look = "kubectl \(hub.connection.kubectlFlags) get csr -l \(label)"
    return pending.isEmpty ? [look] : [look, "name one of these, or leave --request out"]
  }
}
