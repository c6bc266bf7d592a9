/// Which cluster to destroy, and how.
public struct DestroyRequest: Sendable {
  /// How it is taken out of the hub before.
  public var unregistering: UnregisterRequest
  /// The cluster on its machines; nil when an earlier run has cleaned them.
  public var site: ClusterSite?
  /// Addresses of machines that are gone: nothing is done on them.
  public var lostHosts: Set<String>

  /// Destroys a cluster.
  public init(unregistering: UnregisterRequest, site: ClusterSite?, lostHosts: Set<String>) {
    self.unregistering = unregistering
    self.site = site
    self.lostHosts = lostHosts
  }

  var name: String { unregistering.name }
}
