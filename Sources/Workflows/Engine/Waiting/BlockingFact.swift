public import Documents
public import FoundationEssentials
public import KubernetesClient
import OpenClusterManagement

/// The one thing that currently keeps a wait from ending, as far as it can be seen from outside.
public struct BlockingFact: Sendable, Hashable, CustomStringConvertible {
  /// What is being waited for, for example `the agent's certificate request`.
  public let goal: String
  /// Why it has not come, for example `Deployment …: ImagePullBackOff`.
  public let reason: String
  /// The object that shows it, when there is one.
  public let object: ObjectReference?
  /// The cluster it was seen in.
  public let location: ClusterLocation?
  /// Since when it has been so, by the cluster's own clock, or by this machine's where the cluster cannot be
  /// asked; nil when nothing says.
  public let since: Date?
  /// A command that shows more.
  public let inspect: String?

  /// States a fact that blocks.
  public init(
    goal: String, reason: String, object: ObjectReference? = nil,
    location: ClusterLocation? = nil, since: Date? = nil, inspect: String? = nil
  ) {
    self.goal = goal
    self.reason = reason
    self.object = object
    self.location = location
    self.since = since
    self.inspect = inspect
  }

  /// What clusters are asked before anything is decided has not been answered.
  init(answersOf clusters: Clusters) {
    let servers =
      [clusters.hub.connection]
      + [clusters.managed, clusters.hosting].compactMap { $0?.connection }
    self.init(
      goal: "answers of \(servers.map(\.description).joined(separator: " and "))",
      reason: "reading the present state has not ended")
  }

  /// Goal and reason in one line.
  public var description: String { "\(goal): \(reason)" }

  /// The machine form: `{"goal", "reason", "object", "where", "since", "inspect"}`.
  public var document: Value {
    var value: Value = ["goal": .string(goal), "reason": .string(reason)]
    value["object"] = object.map { .string($0.description) }
    value["where"] = location.map(\.document)
    value["since"] = since.map { .string(Timestamp.text($0)) }
    value["inspect"] = inspect.map(Value.string)
    return value
  }
}
