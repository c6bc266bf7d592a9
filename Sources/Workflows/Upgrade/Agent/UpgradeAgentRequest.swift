public import Documents
public import OpenClusterManagement

/// Which agent to move to which release.
public struct UpgradeAgentRequest: Sendable, Hashable {
  /// The cluster's name on the hub.
  public var cluster: String
  /// The release; nil takes the hub's.
  public var version: OCMVersion?
  /// Registry and path to take images from; nil leaves each where it is.
  public var registry: String?
  /// Whole references of single images, which go before release and registry.
  public var images: [ImageSource.Component: String] = [:]
  /// Go back to an older release, or beyond the hub's, all the same.
  public var forces = false
  /// Wait until the new agent runs and the cluster is available.
  public var waits = true

  /// Moves a cluster's agent to the hub's release.
  public init(cluster: String) { self.cluster = cluster }
}

/// What moving an agent to another release came to.
public struct UpgradeAgentReport: WorkflowReport, Hashable {
  /// The ways it can end.
  public enum Outcome: String, Sendable, Hashable {
    /// The agent was of that release already; nothing was written.
    case unchanged
    /// The new agent runs and the cluster is available.
    case upgraded
    /// Everything is written; the new agent was not waited for.
    case applied
  }

  /// The cluster's name on the hub.
  public let cluster: String
  /// How it ended.
  public let outcome: Outcome
  /// The release before; nil when its images do not tell.
  public let from: OCMVersion?
  /// The release now.
  public let to: OCMVersion

  /// The machine form; its field names are API.
  public var document: Value {
    var value: Value = [
      "cluster": .string(cluster), "outcome": .string(outcome.rawValue),
      "to": .string(to.description),
    ]
    value["from"] = from.map { .string($0.description) }
    return value
  }
}
