/// How far a plan is carried out.
public enum RunMode: String, Sendable, Hashable, CaseIterable {
  /// Everything is done.
  case persist
  /// Only reads, then the plan is the result (`--dry-run=client`).
  case plan
  /// As ``plan``, and the plan carries the fields that differ (`--dry-run=diff`).
  case planWithDiff
  /// Writes are sent with `dryRun=All`; waits, and what needs earlier writes to persist, are skipped
  /// (`--dry-run=server`).
  case serverDryRun

  /// True for the modes in which requests are sent beyond the plan's own reads.
  public var carriesOut: Bool { self == .persist || self == .serverDryRun }
  /// True for the one mode in which a cluster changes.
  public var isPersistent: Bool { self == .persist }
}
