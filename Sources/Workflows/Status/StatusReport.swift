public import Documents
public import FoundationEssentials
public import OpenClusterManagement

/// How one cluster stands.
public struct StatusRow: Sendable, Hashable {
  /// What keeps a cluster from being registered.
  public struct Blocker: Sendable, Hashable {
    /// A short word, for example `WaitingForApproval` or a condition's reason.
    public let reason: String
    /// In words.
    public let message: String
    /// Since when.
    public let since: Date?
  }

  /// Name on the hub.
  public let name: String
  /// Accepted, joined, available, and every readiness gate True.
  public let isRegistered: Bool
  /// The hub accepts the cluster.
  public let isAccepted: Bool
  /// The agent has been there with its own certificate.
  public let isJoined: Bool
  /// The agent is alive; nil when it never reported, or contact to it is lost.
  public let isAvailable: Bool?
  /// True while the cluster is being taken out.
  public let isDeleting: Bool
  /// The first thing that keeps it from being registered; nil when it is.
  public let blocker: Blocker?
  /// The cluster's Kubernetes version, as it reports it.
  public let version: String?
  /// The exclusive cluster set it is in.
  public let clusterSet: String?
  /// The cluster's URL as the hub knows it.
  public let url: String?
  /// Whether the hub knows the certificates that verify ``url``.
  public let hasCABundle: Bool
  /// Readiness gates and what each says, in their order; one that nobody has set is unknown.
  public let gates: [(type: String, status: Condition.Status)]
  /// When the record was created.
  public let created: Date?
  /// The agent's last sign of life; nil unless asked for.
  public private(set) var lastHeartbeat: Date?
  /// Names of the cluster's certificate requests that wait for approval.
  public let pendingRequests: [String]

  /// Equal when the rows say the same.
  public static func == (left: StatusRow, right: StatusRow) -> Bool {
    left.document == right.document
  }

  /// Hashes what the row says.
  public func hash(into hasher: inout Hasher) { hasher.combine(document) }

  /// The row with the agent's last sign of life.
  func heard(_ date: Date?) -> StatusRow {
    var row = self
    row.lastHeartbeat = date
    return row
  }

  /// The machine form; its field names are API.
  public var document: Value {
    var value: Value = [
      "name": .string(name), "registered": .bool(isRegistered), "accepted": .bool(isAccepted),
      "joined": .bool(isJoined), "deleting": .bool(isDeleting), "caBundle": .bool(hasCABundle),
    ]
    value["available"] = isAvailable.map(Value.bool)
    value["blocker"] = blocker?.document
    value["version"] = version.map(Value.string)
    value["clusterSet"] = clusterSet.map(Value.string)
    value["url"] = url.map(Value.string)
    value["created"] = created.map { .string(Timestamp.text($0)) }
    value["lastHeartbeat"] = lastHeartbeat.map { .string(Timestamp.text($0)) }
    value["gates"] = .array(
      gates.map {
        [
          "type": .string($0.type), "true": .bool($0.status == .isTrue),
          "status": .string($0.status.rawValue),
        ]
      })
    value["pendingRequests"] = .array(pendingRequests.map(Value.string))
    return value
  }
}

extension StatusRow.Blocker {
  /// The machine form: `{"reason", "message", "since"}`.
  public var document: Value {
    var value: Value = ["reason": .string(reason), "message": .string(message)]
    value["since"] = since.map { .string(Timestamp.text($0)) }
    return value
  }
}

/// How the clusters that were asked for stand.
public struct StatusReport: WorkflowReport, Hashable {
  /// One row a cluster, by name.
  public let rows: [StatusRow]
  /// Names that were asked for and do not exist.
  public let missing: [String]
  /// How many clusters were looked at, those included that are not shown.
  public let total: Int

  /// The machine form: `{"kind": "List", "items": […], "missing": […]}`.
  public var document: Value {
    [
      "kind": "List", "items": .array(rows.map(\.document)),
      "missing": .array(missing.map(Value.string)),
    ]
  }
}

/// One change that a watch of the status saw.
public enum StatusChange: Sendable, Hashable {
  /// A cluster stands differently than before, or is new.
  case changed(StatusRow)
  /// A cluster is gone.
  case removed(name: String)
}
