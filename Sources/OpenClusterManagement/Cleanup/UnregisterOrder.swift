/// The order of unregistering a cluster, as it was tried on an unmodified OCM 1.3.1.
///
/// OCM starts to clean up as soon as the ManagedCluster has a deletion timestamp, whether or not
/// users still hold it with finalizers. To let users finish first with a living agent, mcctl keeps
/// the agent's rights and holds OCM's order of deletion by an addon of its own.
public enum UnregisterPhase: Int, Sendable, Hashable, Comparable, CaseIterable {
  /// Copies of the agent's ClusterRoles under mcctl's name, bound to the cluster's group: OCM
  /// deletes its own at once, and the lease would stop.
  case keepAgentRights
  /// mcctl's addon object with its finalizer at priority `heldPriority`, every other addon
  /// annotated with a higher one: OCM deletes works only when no addon is left.
  case holdWorks
  /// DELETE of the ManagedCluster, with mcctl's finalizer on it.
  case markDeleted
  /// Wait until every user finalizer was taken off by its owner.
  case awaitUsers
  /// Delete addons and works and wait for them: the agent takes what they brought with it.
  case removeAddOnsAndWorks
  /// Delete the Klusterlet and wait for it, then remove the operator and CRDs.
  case removeAgent
  /// Take mcctl's finalizer off its addon: OCM finishes.
  case releaseWorks
  /// mcctl's own RBAC, join credential and certificate requests, then the namespace.
  case removeLeftovers
  /// Take mcctl's finalizer off the ManagedCluster: the record to retry from goes last.
  case removeRecord

  /// Orders phases as they follow each other.
  public static func < (left: UnregisterPhase, right: UnregisterPhase) -> Bool {
    left.rawValue < right.rawValue
  }

  /// The cleanup priority of mcctl's own addon: the first to be deleted.
  public static let heldPriority = 0
  /// The lowest cleanup priority for all other addons.
  public static let laterPriority = 1
  /// The name of mcctl's own addon in the cluster's namespace.
  public static let holdingAddOnName = "mcctl-hold"
}
