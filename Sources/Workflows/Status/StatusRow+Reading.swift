import Documents
import FoundationEssentials
import OpenClusterManagement

extension StatusRow {
  /// Judges a cluster by its record, its lease (when it was read) and its certificate requests; nil when those were not
  /// read.
  init(
    _ cluster: ManagedCluster, lease: Lease? = nil,
    requests: [CertificateSigningRequest]? = nil, now: Date
  ) {
    let state = RegistrationState.evaluate(cluster, lease: lease, now: now)
    let asked = requests?.filter { $0.addOn == nil }
    let pending = (asked ?? []).filter(\.isPending).map(\.name).sorted()
    let config = cluster.clientConfigs.first
    let available = cluster.condition(Names.ConditionType.available)
    self.init(
      name: cluster.name, isRegistered: state.isRegistered,
      isAccepted: cluster.isAcceptedByHub,
      isJoined: cluster.condition(Names.ConditionType.joined)?.isTrue ?? false,
      isAvailable: Self.availability(available), isDeleting: cluster.isBeingDeleted,
      blocker: Blocker(state.blocker, pending: pending, hasAsked: asked.map { !$0.isEmpty }),
      version: cluster.version,
      clusterSet: cluster.clusterSet, url: config?.url, hasCABundle: config?.caBundle != nil,
      gates: cluster.readinessGates.types.map { type in
        (type, cluster.condition(type)?.status ?? .unknown)
      },
      created: cluster.creationTimestamp, lastHeartbeat: lease?.renewTime,
      pendingRequests: pending)
  }

  private static func availability(_ condition: Condition?) -> Bool? {
    switch condition?.status {
    case .isTrue: true
    case .isFalse: false
    case .unknown, nil: nil
    }
  }
}

extension StatusRow.Blocker {
  /// What the registration's state says, sharpened by a request that waits for approval, or by there being none.
  fileprivate init?(
    _ blocker: RegistrationState.Blocker?, pending: [String], hasAsked: Bool?
  ) {
    guard let blocker else { return nil }
    if let first = pending.first, blocker.reason != .unavailable, blocker.reason != .unreachable {
      self.init(
        reason: "WaitingForApproval",
        message: "certificate request \(first) of the agent waits for approval",
        since: blocker.since)
    } else if hasAsked == false, blocker.reason == .notAccepted || blocker.reason == .notJoined {
      self.init(
        reason: blocker.reason.rawValue,
        message: "no request of its agent to join is on the hub", since: blocker.since)
    } else {
      self.init(
        reason: blocker.reason.rawValue, message: blocker.message, since: blocker.since)
    }
  }
}
