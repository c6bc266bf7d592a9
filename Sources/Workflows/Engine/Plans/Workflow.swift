/// An operation that changes clusters: it reads and makes a plan, which ``PlanRunner`` carries out.
public protocol Workflow: Sendable {
  /// What the operation reports in the end.
  associatedtype Report: WorkflowReport

  /// The command's word, for example `import`.
  var operation: String { get }
  /// What it is about: the cluster's name, or nil when it is about the hub itself.
  var subject: String? { get }

  /// Reads both sides, makes every check that can be made before a write, and lists the steps.
  /// Throws a ``WorkflowFailure``, or what reading threw.
  func plan(_ context: PlanningContext) async throws -> Plan<Report>
}
