/// An error that can explain itself. The enums beside each workflow conform to it; the runner turns
/// any of them into one ``WorkflowError``, adding what had been done before.
public protocol WorkflowFailure: Error, Sendable {
  /// Stable name of the kind of failure.
  var id: ErrorID { get }
  /// What it means to the caller.
  var category: ExitCategory { get }
  /// What could not be done, one sentence without a full stop.
  var what: String { get }
  /// The cluster it happened in, when it was one.
  var location: ClusterLocation? { get }
  /// The cause, in the server's words where there are any.
  var why: String? { get }
  /// What to do about it: sentences, or commands that can be copied.
  var next: [String] { get }
}

extension WorkflowFailure {
  /// Nothing, unless the failure says more.
  public var location: ClusterLocation? { nil }
  /// Nothing, unless the failure says more.
  public var why: String? { nil }
  /// Nothing, unless the failure says more.
  public var next: [String] { [] }
}
