public import Documents
public import OpenClusterManagement

/// Readiness gates to put on a cluster, or to take off it.
public struct ChangeGatesRequest: Sendable, Hashable {
  /// What to do with the gates.
  public enum Change: String, Sendable, Hashable { case add, remove }

  /// The cluster's name on the hub.
  public var cluster: String
  /// What to do.
  public var change: Change
  /// Condition types.
  public var types: [String]

  /// Puts gates on a cluster or takes them off.
  public init(cluster: String, _ change: Change, _ types: [String]) {
    self.cluster = cluster
    self.change = change
    self.types = types
  }
}

/// What a gate is to say: the condition that whoever looks after the gate sets.
public struct SetGateRequest: Sendable, Hashable {
  /// The cluster's name on the hub.
  public var cluster: String
  /// The condition's type.
  public var type: String
  /// The condition's status.
  public var status: Condition.Status
  /// One CamelCase word for programs.
  public var reason: String
  /// A sentence for people.
  public var message: String

  /// Opens or closes a gate.
  public init(
    cluster: String, type: String, status: Condition.Status, reason: String, message: String = ""
  ) {
    self.cluster = cluster
    self.type = type
    self.status = status
    self.reason = reason
    self.message = message
  }
}

/// The gates of a cluster after a change.
public struct GatesReport: WorkflowReport, Hashable {
  /// The cluster.
  public let cluster: String
  /// Its gates, in their order.
  public let gates: [GateRow]
  /// True when everything was as asked for before.
  public let isUnchanged: Bool

  /// The machine form; its field names are API.
  public var document: Value {
    [
      "cluster": .string(cluster), "gates": .array(gates.map(\.document)),
      "unchanged": .bool(isUnchanged),
    ]
  }
}

/// One readiness gate of one cluster, and what it says.
public struct GateRow: Sendable, Hashable {
  /// The cluster.
  public let cluster: String
  /// The condition's type.
  public let type: String
  /// The condition; nil as long as nobody has set it, which keeps the gate closed.
  public let condition: Condition?

  /// Whether the gate lets the cluster count as registered.
  public var isOpen: Bool { condition?.isTrue ?? false }

  /// The gates of a cluster, in their order.
  public static func rows(of cluster: ManagedCluster) -> [GateRow] {
    cluster.readinessGates.types.map {
      GateRow(cluster: cluster.name, type: $0, condition: cluster.condition($0))
    }
  }

  /// The machine form: `{"cluster", "type", "open", "status", "reason", "message", "since"}`.
  public var document: Value {
    var value: Value = [
      "cluster": .string(cluster), "type": .string(type), "open": .bool(isOpen),
      "status": .string((condition?.status ?? .unknown).rawValue),
    ]
    value["reason"] = condition.map { .string($0.reason) }
    value["message"] = condition.map { .string($0.message) }
    value["since"] = condition?.lastTransitionTime.map { .string(Timestamp.text($0)) }
    return value
  }
}
