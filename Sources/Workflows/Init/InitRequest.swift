public import OpenClusterManagement

/// How to make a cluster a hub.
public struct InitRequest: Sendable, Hashable {
  /// Version, images, feature gates, auto-approval and the like of the hub's components.
  public var hub = HubOptions()
  /// Take over fields of the hub's objects that another tool manages.
  public var forcesConflicts = false
  /// Install an older release over a newer one.
  public var allowsDowngrade = false
  /// Wait until the hub's components work; otherwise the operation ends when all is applied.
  public var waits = true

  /// Makes a hub with everything at its default.
  public init() {}
}
