import FoundationEssentials
import OpenClusterManagement

/// Whether an agent that cannot be reached from here has been taken off by its bundle's `leave.sh`: the script has the
/// agent report that it is about to go, and then the agent falls silent.
struct AgentDeparture: Sendable, Hashable {
  let record: ManagedCluster
  let lease: Lease?

  /// The script has begun.
  var isAnnounced: Bool { record.clusterClaims[Names.ClusterClaim.leaving] != nil }

  /// The agent is lost without having said that it would go; nil when it lives, or has said so.
  func unexplainedSilence(_ now: Date) -> AgentSilence? {
    isAnnounced ? nil : AgentSilence(lease: lease, record: record, now: now)
  }

  /// The agent has missed two of its signs of life since it said that it would go.
  func isOver(_ now: Date) -> Bool {
    guard isAnnounced else { return false }
    guard let last = lease?.renewTime else { return true }
    return now.timeIntervalSince(last) > Double(2 * record.leaseDurationSeconds)
  }
}
