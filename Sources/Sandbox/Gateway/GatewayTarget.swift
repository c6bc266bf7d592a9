import Documents
import Foundation

/// Where a ClusterGateway leads, and with which credential (cluster-gateway, pkg/apis/cluster/v1alpha1).
struct GatewayTarget: Sendable, Hashable {
  /// Marks the Secrets that stand for clusters, and tells what is in them.
  static let credentialLabel = "cluster.core.oam.dev/cluster-credential-type"

  /// The API server's URL, without a slash at its end.
  let address: String
  /// PEM certificates that sign the server's; nil verifies nothing, as cluster-gateway does.
  let authority: [UInt8]?
  let token: String?
  /// PEM certificate and key of the client.
  let certificate: [UInt8]?
  let key: [UInt8]?

  /// Reads the Secret of a cluster. Where the hub has a ManagedCluster of that name, its client
  /// configuration tells the address, and the Secret only the credential (`--ocm-integration`).
  static func find(
    _ name: String, in cluster: ClusterState, secrets namespace: String
  ) throws(APIFailure) -> GatewayTarget {
    guard let secret = cluster.object(.secrets, name, namespace: namespace),
      secret.at("metadata", "labels", credentialLabel) != nil
    else { throw .internal("no such cluster \(name)") }
    func data(_ key: String) -> [UInt8]? {
      secret.at("data", key)?.string.flatMap { Data(base64Encoded: $0) }.map(Array.init)
    }
    var address = data("endpoint").map { String(decoding: $0, as: UTF8.self) }
    var authority = data("ca.crt") ?? data("ca")
    if let record = cluster.object(.managedClusters, name) {
      let configuration = record.at("spec", "managedClusterClientConfigs")?.array?.first
      address = configuration?["url"]?.string
      authority = configuration?["caBundle"]?.string.flatMap { Data(base64Encoded: $0) }
        .map(Array.init)
    }
    guard var address, !address.isEmpty else {
      throw .internal("invalid secret: missing label key cluster.core.oam.dev/api-endpoint")
    }
    if address.hasSuffix("/") { address.removeLast() }
    return GatewayTarget(
      address: address, authority: authority,
      token: data("token").map { String(decoding: $0, as: UTF8.self) },
      certificate: data("tls.crt"), key: data("tls.key"))
  }
}
