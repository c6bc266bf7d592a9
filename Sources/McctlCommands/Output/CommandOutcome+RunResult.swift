import Documents
import Workflows

extension CommandOutcome {
  /// What a workflow came to: its report, or the plan when nothing was carried out.
  ///
  /// - Parameters:
  ///   - sentence: one line for people about the report, without line feed.
  ///   - names: the result's objects for `-o name`.
  init<Report: WorkflowReport>(
    _ result: RunResult<Report>, mode: RunMode, names: [String],
    sentence: (Report) -> String
  ) {
    guard let report = result.report else {
      self.init(planned: result.plan, mode: mode, names: names)
      return
    }
    let suffix = mode == .serverDryRun ? " (server dry run)" : ""
    self.init(
      document: result.document, human: .text(sentence(report) + suffix + "\n"), names: names)
  }

  /// A plan that is only shown.
  private init<Report>(planned plan: Plan<Report>, mode: RunMode, names: [String]) {
    let differs = mode == .planWithDiff && plan.hasDifferences
    self.init(
      document: plan.document,
      human: .text(PlanText(showsFields: mode == .planWithDiff).text(plan.summaries)),
      names: names, status: differs ? .differences : .done)
  }

  /// Several outcomes as one, for commands that take several names.
  ///
  /// With one name it is the outcome, or the failure is thrown, as if there were no list.
  static func combining(
    _ results: [Result<CommandOutcome, UserFacingError>]
  ) throws -> CommandOutcome {
    if results.count == 1, let only = results.first { return try only.get() }
    var outcomes: [CommandOutcome] = []
    var failures: [UserFacingError] = []
    for result in results {
      switch result {
      case .success(let outcome): outcomes.append(outcome)
      case .failure(let failure): failures.append(failure)
      }
    }
    let status =
      failures.isEmpty
      ? outcomes.map(\.status).first { $0 != .done } ?? .done
      : outcomes.isEmpty ? failures[0].status : .partial
    return CommandOutcome(
      document: ListDocument.of(outcomes.map(\.document)),
      human: .text(outcomes.map(\.humanText).joined()), names: outcomes.flatMap(\.names),
      status: status, failures: failures)
  }

  private var humanText: String {
    if case .text(let text) = human { text } else { "" }
  }
}
