public import Documents

/// What an operation reports when it has ended.
public protocol WorkflowReport: Sendable {
  /// The machine form (`-o json`); its field names are API.
  var document: Value { get }
}

/// What an operation will do, step by step. Made by reads only.
public struct Plan<Report: WorkflowReport>: Sendable {
  /// The command's word, for example `import`.
  public let operation: String
  /// What it is about: the cluster's name, or nil when it is about the hub itself.
  public let subject: String?
  /// What planning found that the operator should know, though it stops nothing.
  public let warnings: [String]
  /// Why it would be refused: the rights that the caller lacks for it, or machines that are not fit for it. Set only in a
  /// plan that is to be shown, where it does not stop the showing. Nil when the caller may carry the plan out.
  public let refusal: WorkflowError?
  let steps: [Step]
  let report: @Sendable (RunRecord) async throws -> Report

  init(
    operation: String, subject: String?, warnings: [String] = [], refusal: WorkflowError? = nil,
    steps: [Step], report: @escaping @Sendable (RunRecord) async throws -> Report
  ) {
    self.operation = operation
    self.subject = subject
    self.warnings = warnings
    self.refusal = refusal
    self.steps = steps
    self.report = report
  }

  /// The steps, in order.
  public var summaries: [StepSummary] { steps.map(\.summary) }
  /// Everything that will happen to objects, in order.
  public var changes: [PlannedChange] { summaries.flatMap(\.changes) }
  /// True when carrying the plan out is expected to write anything.
  public var hasDifferences: Bool { changes.contains(where: \.isWrite) }

  /// The machine form: `{"operation", "subject", "changed", "warnings", "steps"}`.
  public var document: Value {
    var value: Value = ["operation": .string(operation)]
    value["subject"] = subject.map(Value.string)
    value["changed"] = .bool(hasDifferences)
    value["warnings"] = .array(warnings.map(Value.string))
    value["steps"] = .array(summaries.map(\.document))
    return value
  }
}

extension Plan {
  /// The plan with what the caller may not do marked as such.
  func refused(_ refusal: NotPermitted) -> Plan {
    let denied = Set(refusal.denied)
    return Plan(
      operation: operation, subject: subject, warnings: warnings,
      refusal: WorkflowError(mapping: refusal), steps: steps.map { $0.marking(denied: denied) },
      report: report)
  }
}

/// How the steps of a plan ended.
public struct RunRecord: Sendable {
  /// The mode the plan was carried out in.
  public let mode: RunMode
  /// The steps in order, with their results.
  public internal(set) var results: [(step: StepSummary, result: StepResult)] = []

  /// True when any request changed something.
  public var wrote: Bool { results.contains { $0.result.writes > 0 } }
  /// True when any request of that step changed something.
  func wrote(in step: Step) -> Bool {
    results.contains { $0.step.id == step.summary.id && $0.result.writes > 0 }
  }
  /// True when a step left the ones after it for a later run.
  public var isPending: Bool { results.contains(where: \.result.endsRun) }
  /// Titles of the steps that changed something, in order.
  public var changedSteps: [String] {
    results.filter { $0.result.writes > 0 }.map(\.step.title)
  }
}

/// What ``PlanRunner/carryOut(_:)`` came to.
public struct RunResult<Report: WorkflowReport>: Sendable {
  /// The plan as it was before anything was done.
  public let plan: Plan<Report>
  /// How the steps ended; empty when the mode was to plan only.
  public let record: RunRecord
  /// The report; nil when the mode was to plan only.
  public let report: Report?

  /// The machine form: the report's, or the plan's when nothing was carried out.
  public var document: Value { report?.document ?? plan.document }
}
