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

  /// A plan that is only shown. When the caller could not carry it out, the reason is told after it, and the status is
  /// that of the command itself.
  private init<Report>(planned plan: Plan<Report>, mode: RunMode, names: [String]) {
    let differs = mode == .planWithDiff && plan.hasDifferences
    let refusal = plan.refusal.map { UserFacingError(mapping: $0) }
    self.init(
      document: plan.document,
      human: .text(PlanText(showsFields: mode == .planWithDiff).text(plan.summaries)),
      names: names,
      status: refusal?.status ?? (differs ? .differences : .done),
      failures: refusal.map { [$0] } ?? [])
  }
}
