public import FoundationEssentials
public import KubernetesClient

/// What a workflow has while it plans: readers, and a voice.
public struct PlanningContext: Sendable {
  /// The clusters to read.
  public let clusters: Clusters
  /// How far the plan will be carried out.
  public let mode: RunMode
  /// The deadline of the whole command.
  public let deadline: Deadline
  /// The present time, used to judge ages and expiry.
  public let now: @Sendable () -> Date
  /// Tells what is going on.
  let narrator: Narrator

  /// Reads from the hub.
  public var hub: APIReader { clusters.hub.reader }
  /// Reads from the managed cluster, when there is one.
  public var managed: APIReader? { clusters.managed?.reader }

  /// The hub, for messages.
  public var hubLocation: ClusterLocation {
    ClusterLocation(side: .hub, connection: clusters.hub.connection)
  }

  /// Judges and writes objects of the hub.
  func hubReconciler(forcesConflicts: Bool = false) -> ObjectReconciler {
    ObjectReconciler(
      reader: hub, location: hubLocation, forcesConflicts: forcesConflicts,
      showsDifference: mode == .planWithDiff)
  }

  /// The same without a way to the managed cluster.
  func withoutManaged() -> PlanningContext {
    PlanningContext(
      clusters: Clusters(hub: clusters.hub, hosting: clusters.hosting), mode: mode,
      deadline: deadline, now: now, narrator: narrator)
  }

  /// Where a hosted agent of that cluster runs: the hosting cluster, or the hub when none is named.
  func host(of name: String) -> (reader: APIReader, location: ClusterLocation) {
    guard let hosting = clusters.hosting else { return (hub, hubLocation) }
    return (
      hosting.reader,
      ClusterLocation(side: .hosting, name: name, connection: hosting.connection)
    )
  }

  /// The managed cluster of that name, for messages; nil when it is not reached from here.
  public func managedLocation(_ name: String) -> ClusterLocation? {
    clusters.managed.map {
      ClusterLocation(side: .managed, name: name, connection: $0.connection)
    }
  }

  /// The managed cluster, for an operation that cannot do without.
  ///
  /// - Parameter step: what needs it, for the message.
  func requiredManaged(
    _ name: String, for step: String
  ) throws(ManagedClusterUnreached) -> (reader: APIReader, location: ClusterLocation) {
    guard let managed, let location = managedLocation(name) else {
      throw ManagedClusterUnreached(step: step)
    }
    return (managed, location)
  }
}
