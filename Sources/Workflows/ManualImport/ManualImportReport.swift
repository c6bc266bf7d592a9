public import Documents
public import FoundationEssentials
import OpenClusterManagement

/// What an import by a bundle came to.
public struct ManualImportReport: WorkflowReport, Hashable {
  /// The ways it can end.
  public enum Outcome: String, Sendable, Hashable {
    /// The cluster has joined before; no bundle was made.
    case unchanged
    /// The bundle is made, and the hub waits for the cluster.
    case bundled
    /// The bundle was applied, and the cluster is registered.
    case registered
  }

  /// Name on the hub.
  public let name: String
  /// How it ended.
  public let outcome: Outcome
  /// The path of the bundle; nil when none was made, or it is the stream.
  public let bundle: String?
  /// The manifests as one stream, when they were not written to a file. Holds the credential, and is
  /// in no event or log.
  public let stream: String?
  /// The hub's URL as the agent is told.
  public let hubURL: String
  /// When the credential stops being valid.
  public let expires: Date?
  /// Certificate requests that this run verified and approved.
  public let approvedRequests: [String]

  /// The machine form, without the stream; its field names are API.
  public var document: Value {
    var value: Value = [
      "name": .string(name), "outcome": .string(outcome.rawValue), "hubURL": .string(hubURL),
      "approvedRequests": .array(approvedRequests.map(Value.string)),
    ]
    value["bundle"] = bundle.map(Value.string)
    value["expires"] = expires.map { .string(Timestamp.text($0)) }
    return value
  }
}
