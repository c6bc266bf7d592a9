public import Documents
public import OpenClusterManagement

/// What was seen in a cluster itself, through a kubeconfig for it.
public struct InsideFacts: Sendable {
  /// The API server's version; nil when it may not be seen.
  public var kubernetes: String?
  /// What the API server says of itself (`/readyz?verbose`); nil when it may not be asked.
  public var readiness: (isReady: Bool, checks: Int, failing: [String])?
  /// The nodes; nil when they may not be read.
  public var nodes: Nodes?
  /// Core components that run as pods in kube-system, by name; nil when they may not be read.
  public var components: [Component]?
  /// The release of the agent; nil when its image names none.
  public var agentVersion: OCMVersion?
  /// How the agent is deployed; nil when there is none.
  public var agentMode: String?
  /// What the agent's operator says of it, first of all; nil when nothing is wrong.
  public var agentTrouble: String?
  /// What could not be looked at, and why.
  public var notes: [String] = []

  /// Nodes, counted.
  public struct Nodes: Sendable, Hashable {
    /// All of them.
    public var total = 0
    /// Those whose condition Ready is True.
    public var ready = 0
    /// Those that take no new pods.
    public var unschedulable = 0
    /// Names of those that are not ready, the first few.
    public var notReady: [String] = []
    /// Kubelet versions.
    public var versions: [String] = []
    /// The scheme of provider ids, such as `aws`; nil when nodes have none.
    public var provider: String?
    /// Operating systems, as nodes name them.
    public var systems: [String] = []
  }

  /// A core component.
  public struct Component: Sendable, Hashable {
    /// The component's label, such as `etcd`.
    public let name: String
    /// Its pods.
    public var pods = 0
    /// Those that are ready.
    public var ready = 0
  }

  /// The machine form.
  public var document: Value {
    var value: Value = [:]
    value["kubernetes"] = kubernetes.map(Value.string)
    value["ready"] = readiness.map { .bool($0.isReady) }
    value["failingChecks"] = readiness.map { .array($0.failing.map(Value.string)) }
    value["nodes"] = nodes?.document
    value["components"] = components.map { .array($0.map(\.document)) }
    value["agentMode"] = agentMode.map(Value.string)
    value["agentTrouble"] = agentTrouble.map(Value.string)
    return value
  }
}

extension InsideFacts.Nodes {
  /// The machine form: `{"total", "ready", "unschedulable", "notReady", "versions", "provider", "systems"}`.
  fileprivate var document: Value {
    var value: Value = [
      "total": .integer(total), "ready": .integer(ready), "unschedulable": .integer(unschedulable),
      "notReady": .array(notReady.map(Value.string)),
      "versions": .array(versions.map(Value.string)), "systems": .array(systems.map(Value.string)),
    ]
    value["provider"] = provider.map(Value.string)
    return value
  }
}

extension InsideFacts.Component {
  /// The machine form: `{"name", "pods", "ready"}`.
  fileprivate var document: Value {
    ["name": .string(name), "pods": .integer(pods), "ready": .integer(ready)]
  }
}
