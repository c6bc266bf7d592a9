public import Documents

/// What a plan says about one of its steps before it is carried out.
public struct StepSummary: Sendable, Hashable {
  /// Stable name of the step within its operation, for example `agent`.
  public let id: String
  /// One line for people, for example `install the agent`.
  public let title: String
  /// The cluster it acts on.
  public let location: ClusterLocation
  /// What will happen to which objects, in order.
  public let changes: [PlannedChange]

  /// Describes a step.
  public init(id: String, title: String, location: ClusterLocation, changes: [PlannedChange]) {
    self.id = id
    self.title = title
    self.location = location
    self.changes = changes
  }

  /// True when carrying the step out is expected to write.
  public var writes: Bool { changes.contains(where: \.isWrite) }

  /// The machine form: `{"id", "title", "cluster", "changes"}`.
  public var document: Value {
    [
      "id": .string(id), "title": .string(title), "cluster": location.document,
      "changes": .array(changes.map(\.document)),
    ]
  }
}

/// How a step ended.
public struct StepResult: Sendable, Hashable {
  /// The ways a step can end without failing.
  public enum State: String, Sendable, Hashable {
    /// It wrote, or saw what it waited for.
    case done
    /// Everything was already as it should be.
    case unchanged
    /// It was left out; the message says why.
    case skipped
  }

  /// How it ended.
  public let state: State
  /// Anything worth saying about it.
  public let message: String?
  /// How many requests of the step changed something (or would have, in a server-side dry run).
  public let writes: Int
  /// True when the steps after it are left for a later run of the same command.
  public let endsRun: Bool

  /// States how a step ended.
  public init(_ state: State, message: String? = nil, writes: Int = 0, endsRun: Bool = false) {
    self.state = state
    self.message = message
    self.writes = writes
    self.endsRun = endsRun
  }

  /// The step did what it could, and what it needs to see before the next ones was not waited for.
  static func pending(_ message: String, writes: Int) -> StepResult {
    StepResult(writes > 0 ? .done : .skipped, message: message, writes: writes, endsRun: true)
  }
}
