/// An address of a cluster's API server that others are to use: agents to reach the hub, the hub to
/// reach a managed cluster.
public struct ClusterEndpoint: Sendable, Hashable {
  /// Where the address was learnt from.
  public enum Source: String, Sendable, Hashable, CaseIterable {
    /// The operator of mcctl gave it.
    case given
    /// It is the one mcctl itself has reached the cluster by.
    case kubeconfig
    /// The cluster publishes it for whoever joins: ConfigMap kube-public/cluster-info.
    case clusterInfo
    /// OpenShift's Infrastructure object says so.
    case openShift

    /// The source as messages name it.
    public var spoken: String {
      switch self {
      case .given: "the command line"
      case .kubeconfig: "its kubeconfig"
      case .clusterInfo: "its ConfigMap kube-public/cluster-info"
      case .openShift: "its Infrastructure object"
      }
    }
  }

  /// The API server's URL.
  public let url: String
  /// The certificate authorities to trust there, PEM; nil when none was found, so that only an API
  /// server with a publicly trusted certificate can be reached.
  public let certificateAuthorities: [UInt8]?
  /// Where it was learnt from.
  public let source: Source
  /// From where its host can be reached.
  public let reachability: HostReachability

  /// The host of the URL, without brackets.
  public var host: String? { try? HostReachability.host(ofURL: url) }

  /// An address.
  ///
  /// - Throws: When the URL is not an `https` one with a host.
  public init(
    url: String, certificateAuthorities: [UInt8]?, source: Source
  ) throws(EndpointError) {
    reachability = try HostReachability.classify(url: url)
    var url = url
    while url.hasSuffix("/") { url.removeLast() }
    self.url = url
    self.certificateAuthorities = certificateAuthorities
    self.source = source
  }
}
