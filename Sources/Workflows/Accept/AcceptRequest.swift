/// Which cluster to accept, and how strictly.
public struct AcceptRequest: Sendable, Hashable {
  /// The cluster's name on the hub.
  public var name: String
  /// Users who may have made the certificate request beside the identities that the hub hands out
  /// for joining; exact user names.
  public var allowedRequesters: [String] = []
  /// Names of the only certificate requests to look at; empty looks at all of the cluster's. Needed
  /// when several agents ask for the same cluster.
  public var requestNames: [String] = []
  /// Wait for a request when there is none yet; otherwise that is a failure.
  public var waitsForRequest = false
  /// Wait until the cluster is registered after accepting it.
  public var waitsForRegistration = false
  /// Keep the cluster's join credential when it is registered, instead of revoking it.
  public var keepsCredential = false

  /// Accepts a cluster whose request is there.
  public init(name: String) { self.name = name }
}
