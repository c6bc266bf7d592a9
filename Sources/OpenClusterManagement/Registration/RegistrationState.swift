public import FoundationEssentials

/// Whether a cluster is registered, and if not, the first thing that holds it back.
///
/// Registered means: accepted by the hub, joined, available, and every readiness gate of the
/// cluster True. This is the one place where that is decided; commands, waiting and the condition
/// `mcctl.dev/Registered` all ask here.
public struct RegistrationState: Sendable, Hashable {
  /// Everything that has to hold, in the order it is looked at.
  public let requirements: [Requirement]

  /// When the agent showed a sign of life last; nil when it never did or its lease was not read.
  public let lastHeartbeat: Date?

  /// Facts that do not hold the cluster back but should not go unsaid.
  public let warnings: [Warning]

  /// The first requirement that is not met; nil when the cluster is registered.
  public var blocker: Blocker? { requirements.lazy.compactMap(\.blocker).first }

  /// Whether everything holds.
  public var isRegistered: Bool { blocker == nil }

  /// One word for a column: what the cluster is, seen from the hub.
  public var phase: Phase {
    guard let blocker else { return .registered }
    switch blocker.requirement {
    case .accepted: return .notAccepted
    case .joined: return .notJoined
    case .available: return blocker.reason == .unavailable ? .unavailable : .unreachable
    case .gate: return .gated
    }
  }

  /// Judges a cluster by what the hub holds about it.
  ///
  /// - Parameters:
  ///   - cluster: The ManagedCluster as read from the hub.
  ///   - lease: The agent's lease in the cluster's namespace; nil when it is missing or was not
  ///     read.
  ///   - now: The moment to judge the lease's age by.
  public static func evaluate(
    _ cluster: ManagedCluster, lease: Lease? = nil, now: Date
  ) -> RegistrationState {
    var requirements = [
      Requirement(kind: .accepted, blocker: blockerOfAcceptance(cluster)),
      Requirement(kind: .joined, blocker: blockerOfJoining(cluster)),
      Requirement(kind: .available, blocker: blockerOfAvailability(cluster)),
    ]
    for type in cluster.readinessGates.types {
      requirements.append(
        Requirement(kind: .gate(type), blocker: blockerOfGate(type, cluster)))
    }
    return RegistrationState(
      requirements: requirements, lastHeartbeat: lease?.renewTime,
      warnings: Warning.all(of: cluster, lease: lease, now: now))
  }

  /// What `mcctl.dev/Registered` is to say about this state.
  ///
  /// - Parameters:
  ///   - previous: The condition as it stands, whose time of change is kept while its status stays.
  ///   - now: The time of change when the status changes.
  public func condition(previous: Condition?, now: Date) -> Condition {
    let status: Condition.Status = isRegistered ? .isTrue : .isFalse
    let since = previous?.status == status ? previous?.lastTransitionTime : nil
    return Condition(
      type: Names.ConditionType.registered, status: status,
      reason: blocker?.reason.rawValue ?? "Registered",
      message: blocker?.message
        ?? "The cluster is accepted, joined and available, and its gates are open",
      lastTransitionTime: since ?? now)
  }
}

extension RegistrationState {
  private static func blockerOfAcceptance(_ cluster: ManagedCluster) -> Blocker? {
    let condition = cluster.condition(Names.ConditionType.hubAccepted)
    if !cluster.isAcceptedByHub {
      return Blocker(
        .accepted, .notAccepted, "spec.hubAcceptsClient of the ManagedCluster is false",
        since: condition.flatMap { $0.isTrue ? nil : $0.lastTransitionTime }
          ?? cluster.creationTimestamp, condition: nil)
    }
    guard let condition else {
      return Blocker(
        .accepted, .acceptancePending, "The hub's registration controller has not taken it in yet",
        since: nil, condition: nil)
    }
    return condition.isTrue ? nil : Blocker(.accepted, .acceptancePending, condition)
  }

  private static func blockerOfJoining(_ cluster: ManagedCluster) -> Blocker? {
    guard let condition = cluster.condition(Names.ConditionType.joined) else {
      return Blocker(
        .joined, .notJoined, "The agent has not been there with its own certificate yet",
        since: cluster.creationTimestamp, condition: nil)
    }
    return condition.isTrue ? nil : Blocker(.joined, .notJoined, condition)
  }

  private static func blockerOfAvailability(_ cluster: ManagedCluster) -> Blocker? {
    guard let condition = cluster.condition(Names.ConditionType.available) else {
      return Blocker(
        .available, .neverAvailable, "The agent has never reported that the cluster is available",
        since: cluster.creationTimestamp, condition: nil)
    }
    switch condition.status {
    case .isTrue: return nil
    case .isFalse: return Blocker(.available, .unavailable, condition)
    case .unknown: return Blocker(.available, .unreachable, condition)
    }
  }

  private static func blockerOfGate(_ type: String, _ cluster: ManagedCluster) -> Blocker? {
    guard let condition = cluster.condition(type) else {
      return Blocker(
        .gate(type), .gateNotReported, "Nobody has set the condition \(type) yet",
        since: nil, condition: nil)
    }
    return condition.isTrue ? nil : Blocker(.gate(type), .gateClosed, condition)
  }
}
