import Documents
import FoundationEssentials
import KubernetesClient
import OpenClusterManagement

/// When join credentials were last seen in use. A hub does not record that: what there is are the
/// certificate requests that were made with them, and these it forgets a day after at the latest (an hour
/// after they are issued). So nothing seen does not mean never used.
struct CredentialUse: Sendable {
  private let requests: [CertificateSigningRequest]

  init(_ requests: [CertificateSigningRequest]) { self.requests = requests }

  /// Reads the requests of all clusters, or of one. Who may not read them sees no use.
  static func read(of cluster: String?, _ hub: APIReader) async throws -> CredentialUse {
    let label = Names.Label.clusterName
    do {
      let options = ListOptions(labelSelector: cluster.map { "\(label)=\($0)" } ?? label)
      let found = try await hub.list(.certificateSigningRequests, options).items
      return CredentialUse(found.map(CertificateSigningRequest.init))
    } catch KubernetesError.forbidden {
      return CredentialUse([])
    }
  }

  /// The newest request that a user made.
  func last(by user: String) -> (time: Date, request: String)? {
    requests.filter { $0.username == user }
      .compactMap { request in request.creationTimestamp.map { (time: $0, request: request.name) } }
      .max { $0.time < $1.time }
  }
}
