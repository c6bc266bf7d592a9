public import Documents

/// What accepting a cluster came to: only what was seen.
public struct AcceptReport: WorkflowReport, Hashable {
  /// Name on the hub.
  public let name: String
  /// Certificate requests that this run verified and approved.
  public let approvedRequests: [String]
  /// True when the hub accepts the cluster now.
  public let isAccepted: Bool
  /// True when the agent has been seen with its own certificate.
  public let isJoined: Bool
  /// True when the cluster is registered.
  public let isRegistered: Bool
  /// True when everything was so before; nothing was written.
  public let isUnchanged: Bool

  /// The machine form; its field names are API.
  public var document: Value {
    [
      "name": .string(name), "approvedRequests": .array(approvedRequests.map(Value.string)),
      "accepted": .bool(isAccepted), "joined": .bool(isJoined),
      "registered": .bool(isRegistered), "unchanged": .bool(isUnchanged),
    ]
  }
}
