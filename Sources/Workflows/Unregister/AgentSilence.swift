import FoundationEssentials
import OpenClusterManagement

/// The agent of a cluster gives no sign of life any more.
struct AgentSilence: Sendable, Hashable {
  /// The last sign of life; nil when there never was one.
  let last: Date?

  /// Nil when the agent lives: one that has not renewed its lease for five of its intervals is lost
  /// (OCM, registration/hub/lease).
  init?(lease: Lease?, record: ManagedCluster?, now: Date) {
    last = lease?.renewTime
    guard let last, let record else { return }
    if now.timeIntervalSince(last) <= Double(5 * record.leaseDurationSeconds) { return nil }
  }

  /// In words, to follow the agent's name.
  var text: String {
    last.map { "has not been heard of since \(Timestamp.text($0))" } ?? "was never heard of"
  }
}
