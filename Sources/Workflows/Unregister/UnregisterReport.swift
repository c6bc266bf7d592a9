public import Documents

/// What taking a cluster out came to.
public struct UnregisterReport: WorkflowReport, Hashable {
  /// The ways it can end.
  public enum Outcome: String, Sendable, Hashable {
    /// There was no trace of the cluster.
    case unchanged
    /// What could be done without waiting is done; the same command finishes it.
    case pending
    /// Nothing of the cluster is left on the sides that were cleaned.
    case removed
    /// Something was left on purpose; ``UnregisterReport/left`` names it.
    case removedWithResidue
  }

  /// Name on the hub.
  public let name: String
  /// How it ended.
  public let outcome: Outcome
  /// True when the managed cluster was cleaned too.
  public let managedClusterCleaned: Bool
  /// What stays behind, and where.
  public let left: [PlannedChange]
  /// Titles of the steps that changed something, in order.
  public let changed: [String]

  /// The machine form; its field names are API.
  public var document: Value {
    [
      "name": .string(name), "outcome": .string(outcome.rawValue),
      "managedClusterCleaned": .bool(managedClusterCleaned),
      "left": .array(left.map(\.document)), "changed": .array(changed.map(Value.string)),
    ]
  }
}
