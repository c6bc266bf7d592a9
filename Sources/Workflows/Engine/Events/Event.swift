public import Documents
public import FoundationEssentials

/// Something that happened while a workflow ran. Renderers draw events; `--events` writes them as
/// JSON lines.
public struct Event: Sendable {
  /// What happened.
  public enum Kind: Sendable {
    /// The plan is made; the steps follow in this order.
    case planned([StepSummary])
    /// The step was started.
    case started
    /// Something worth telling happened within the step.
    case progress(String)
    /// The step waits for something outside; repeated when the fact changes and every ten seconds.
    case waitingOn(BlockingFact)
    /// The step ended.
    case done(StepResult)
    /// The step, or the whole operation when there is no step, failed.
    case failed(WorkflowError)
    /// Something the operator should know that stops nothing.
    case warning(String)
    /// The operation ended well; always the last event of an operation that did not fail.
    case finished(Value)
  }

  /// When it happened.
  public let time: Date
  /// The command's word, for example `import`.
  public let operation: String
  /// What it is about: the cluster's name, or nil when the operation is about the hub.
  public let subject: String?
  /// The step; nil when it is about the operation as a whole.
  public let step: StepSummary?
  /// What happened.
  public let kind: Kind

  /// Records what happened.
  public init(
    time: Date, operation: String, subject: String?, step: StepSummary?, kind: Kind
  ) {
    self.time = time
    self.operation = operation
    self.subject = subject
    self.step = step
    self.kind = kind
  }
}

/// Takes events in the order in which they happen. Called from several tasks, one at a time for
/// each operation.
public protocol EventSink: Sendable {
  /// Takes one event. Throwing stops the operation at this point, before it writes anything more.
  func emit(_ event: Event) throws
}

/// A sink for callers that only want the result.
public struct DiscardingEventSink: EventSink {
  /// Makes a sink that drops everything.
  public init() {}
  /// Drops the event.
  public func emit(_ event: Event) {}
}
