public import Documents

/// What making a hub came to.
public struct InitReport: WorkflowReport, Hashable {
  /// The ways it can end.
  public enum Outcome: String, Sendable, Hashable {
    /// The hub was as asked for; nothing was written.
    case unchanged
    /// The hub works.
    case ready
    /// Everything is applied; that it works was not waited for.
    case applied
  }

  /// How it ended.
  public let outcome: Outcome
  /// Version of Open Cluster Management that was asked for, for example `1.3.1`.
  public let version: String
  /// The hub's URL, from its kubeconfig.
  public let hubURL: String
  /// Titles of the steps that changed something, in order.
  public let changed: [String]

  /// The machine form; its field names are API.
  public var document: Value {
    [
      "outcome": .string(outcome.rawValue), "version": .string(version),
      "hubURL": .string(hubURL), "changed": .array(changed.map(Value.string)),
    ]
  }
}
