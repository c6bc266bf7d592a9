/// Which clusters to look at, and how closely.
public struct StatusRequest: Sendable, Hashable {
  /// The clusters by name; empty means all that match the selectors.
  public var names: [String] = []
  /// A label selector in the API's syntax.
  public var selector: String?
  /// Only clusters of this exclusive cluster set.
  public var clusterSet: String?
  /// Only clusters that are not registered.
  public var onlyUnregistered = false
  /// The order of the rows.
  public var order = StatusOrder.name
  /// Also read the leases, for the time of the last heartbeat (`-o wide`).
  public var readsHeartbeats = false
  /// Read from etcd rather than from the API server's watch cache. Named clusters always are.
  public var isConsistent = false

  /// Looks at the named clusters, or at all of them.
  public init(names: [String] = []) { self.names = names }
}
