public import Documents

/// What an import came to.
public struct ImportReport: WorkflowReport, Hashable {
  /// The ways an import can end.
  public enum Outcome: String, Sendable, Hashable {
    /// The cluster was registered already, as it was asked for; nothing was written.
    case unchanged
    /// The cluster is registered now.
    case registered
    /// Everything is applied; the cluster was not waited for, or awaits `accept`.
    case applied
  }

  /// Name on the hub.
  public let name: String
  /// How it ended.
  public let outcome: Outcome
  /// Identity of the cluster: the UID of its `kube-system` namespace.
  public let clusterUID: String
  /// The hub's URL as the agent was told; nil when the agent was left as it is.
  public let hubURL: String?
  /// The cluster's URL as the hub was told.
  public let clusterURL: String
  /// Certificate requests that this run verified and approved.
  public let approvedRequests: [String]
  /// Titles of the steps that changed something, in order.
  public let changed: [String]

  /// The machine form; its field names are API.
  public var document: Value {
    var value: Value = [
      "name": .string(name), "outcome": .string(outcome.rawValue),
      "clusterUID": .string(clusterUID), "clusterURL": .string(clusterURL),
      "approvedRequests": .array(approvedRequests.map(Value.string)),
      "changed": .array(changed.map(Value.string)),
    ]
    value["hubURL"] = hubURL.map(Value.string)
    return value
  }
}
