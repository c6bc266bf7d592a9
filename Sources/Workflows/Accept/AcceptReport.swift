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
  /// True when the managed cluster was looked at and its agent holds the key of the certificate that was
  /// issued, false when there was nothing left to compare; nil when the cluster was not looked at.
  public let isKeyConfirmed: Bool?

  /// The machine form; its field names are API.
  public var document: Value {
    var value: Value = [
      "name": .string(name), "approvedRequests": .array(approvedRequests.map(Value.string)),
      "accepted": .bool(isAccepted), "joined": .bool(isJoined),
      "registered": .bool(isRegistered), "unchanged": .bool(isUnchanged),
    ]
    value["keyConfirmed"] = isKeyConfirmed.map(Value.bool)
    return value
  }
}
