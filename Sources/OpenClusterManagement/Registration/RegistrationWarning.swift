public import FoundationEssentials

extension RegistrationState {
  /// A fact about a cluster that is worth knowing although it does not decide whether the cluster
  /// is registered.
  public enum Warning: Sendable, Hashable {
    /// Deletion was asked for; the finalizers are those that hold the record.
    case beingDeleted(since: Date?, finalizers: [String])
    /// The agent's clock differs from the hub's, so it stopped reporting; the hub's words.
    case clockNotSynced(String)
    /// The agent cannot renew its certificate; its words.
    case certificateNotRenewed(String)
    /// The hub says available although the last sign of life is older than it should tolerate: its
    /// registration controller may not be running, or clocks differ.
    case staleHeartbeat(last: Date, toleratedSeconds: Int)
    /// The hub does not know how to reach the cluster's API server, so cluster-gateway cannot.
    case noClientConfig

    /// How many lease durations without a sign of life the hub tolerates before it gives the
    /// cluster up (OCM, registration/hub/lease leaseDurationTimes).
    static let toleratedLeaseDurations = 5

    static func all(of cluster: ManagedCluster, lease: Lease?, now: Date) -> [Warning] {
      var warnings: [Warning] = []
      if cluster.isBeingDeleted {
        warnings.append(
          .beingDeleted(since: cluster.deletionTimestamp, finalizers: cluster.finalizers))
      }
      if let clock = cluster.condition(Names.ConditionType.clockSynced), clock.status == .isFalse {
        warnings.append(.clockNotSynced(clock.message))
      }
      if let rotation = cluster.condition(Names.ConditionType.certificateRotated),
        rotation.status == .isFalse
      {
        warnings.append(.certificateNotRenewed(rotation.message))
      }
      if let stale = staleHeartbeat(of: cluster, lease: lease, now: now) {
        warnings.append(stale)
      }
      if cluster.clientConfigs.isEmpty {
        warnings.append(.noClientConfig)
      }
      return warnings
    }

    private static func staleHeartbeat(
      of cluster: ManagedCluster, lease: Lease?, now: Date
    ) -> Warning? {
      let tolerated = cluster.leaseDurationSeconds * toleratedLeaseDurations
      guard cluster.condition(Names.ConditionType.available)?.isTrue == true,
        let last = lease?.renewTime,
        now.timeIntervalSince(last) > Double(tolerated + cluster.leaseDurationSeconds)
      else { return nil }
      return .staleHeartbeat(last: last, toleratedSeconds: tolerated)
    }
  }
}
