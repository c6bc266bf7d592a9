/// Which clusters to list.
public struct ClustersRequest: Sendable, Hashable {
  /// A label selector in the API's syntax.
  public var selector: String?
  /// Only clusters of this exclusive cluster set.
  public var clusterSet: String?
  /// Read from etcd rather than from the API server's watch cache.
  public var isConsistent = false

  /// Lists all clusters, quickly.
  public init() {}

  /// Selector and cluster set as one label selector.
  var labelSelector: String? {
    var status = StatusRequest()
    status.selector = selector
    status.clusterSet = clusterSet
    return status.labelSelector
  }
}
