public import Documents
import KubernetesClient

/// The one form in which a workflow reports that it could not go on.
public struct WorkflowError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Stable name of the kind of failure.
  public var id: ErrorID
  /// What it means to the caller.
  public var category: ExitCategory
  /// What could not be done, one sentence without a full stop.
  public var what: String
  /// The cluster it happened in, when it was one.
  public var location: ClusterLocation?
  /// The cause, in the server's words where there are any.
  public var why: String?
  /// The step that failed; nil when it failed before any step.
  public var step: StepSummary?
  /// What this run had already changed, in order, by the titles of the steps.
  public var done: [String]
  /// What to do about it: sentences, or commands that can be copied.
  public var next: [String]

  /// Makes an error by hand; failures that conform to ``WorkflowFailure`` are converted instead.
  public init(
    id: ErrorID, category: ExitCategory, what: String, location: ClusterLocation? = nil,
    why: String? = nil, step: StepSummary? = nil, done: [String] = [], next: [String] = []
  ) {
    self.id = id
    self.category = category
    self.what = what
    self.location = location
    self.why = why
    self.step = step
    self.done = done
    self.next = next
  }

  /// Takes over what a self-explaining failure says.
  public init(_ failure: any WorkflowFailure) {
    self.init(
      id: failure.id, category: failure.category, what: failure.what, location: failure.location,
      why: failure.why, next: failure.next)
  }

  /// What, then why: enough for a log line.
  public var description: String {
    "\(what)\(why.map { ": \($0)" } ?? "") [\(id.rawValue)]"
  }

  /// The machine form: `{"id", "category", "what", "where", "why", "step", "done", "next"}`.
  public var document: Value {
    var value: Value = [
      "id": .string(id.rawValue), "category": .string(category.rawValue), "what": .string(what),
    ]
    value["where"] = location.map(\.document)
    value["why"] = why.map(Value.string)
    value["step"] = step.map { .string($0.id) }
    value["done"] = .array(done.map(Value.string))
    value["next"] = .array(next.map(Value.string))
    return value
  }
}

extension ClusterLocation {
  /// The machine form: `{"side", "name", "context", "server"}`.
  public var document: Value {
    var value: Value = [
      "side": .string(side.rawValue), "context": .string(connection.contextName),
      "server": .string(connection.server),
    ]
    value["name"] = name.map(Value.string)
    return value
  }
}
