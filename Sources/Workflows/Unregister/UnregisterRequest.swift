/// Which cluster to take out of the hub, and how far.
public struct UnregisterRequest: Sendable, Hashable {
  /// What happens to the cluster's namespace on the hub.
  public enum NamespacePolicy: String, Sendable, Hashable, CaseIterable {
    /// It is deleted; objects in it that are neither OCM's nor mcctl's stand against that.
    case deleteIfEmpty
    /// It is deleted with whatever is in it.
    case purge
    /// It stays.
    case keep
  }

  /// What becomes of the objects that works brought to the managed cluster.
  public enum WorksPolicy: String, Sendable, Hashable, CaseIterable {
    /// They go with the works, as far as these do not say otherwise themselves.
    case delete
    /// They stay. What addons brought goes in any case: it is of no use without them.
    case orphan
  }

  /// The cluster's name on the hub.
  public var name: String
  /// What happens to the cluster's namespace on the hub.
  public var namespace: NamespacePolicy = .deleteIfEmpty
  /// What becomes of the objects that works brought to the managed cluster.
  public var works: WorksPolicy = .delete
  /// Do only the hub's side: the agent, and everything it applied, stays on the managed cluster.
  public var hubOnly = false
  /// Take OCM's finalizers off works and addons that no living agent can finish. Only with
  /// ``hubOnly``; without it, a silent agent's works keep the operation waiting.
  public var forcesFinalizers = false
  /// The managed cluster is lost: with ``hubOnly`` and ``forcesFinalizers``, refused while its agent still shows
  /// signs of life. An agent that runs elsewhere is removed there.
  public var isLost = false
  /// A file to write a script to that takes the agent off the managed cluster, should that come back.
  public var cleanupScript: String?
  /// Treat a cluster of which no trace is found as done.
  public var ignoresNotFound = false
  /// The machines are taken down with the cluster, before the hub forgets it; see ``Destroy``.
  public var machinesGo = false
  /// Wait until everything is gone; otherwise the operation ends once all that can be deleted
  /// without waiting is deleted, and the same command finishes it later.
  public var waits = true

  /// Takes a cluster out on both sides.
  public init(name: String) { self.name = name }
}
