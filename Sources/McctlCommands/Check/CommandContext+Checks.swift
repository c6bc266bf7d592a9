import Documents
import Terminal
import Workflows

extension CommandContext {
  /// Shows which check is being made, on a terminal alone: the report says the same and more.
  var checkObserver: @Sendable (CheckProgress) -> Void {
    guard let renderer = reporter.renderer as? LiveProgress else { return { _ in } }
    return { progress in
      switch progress {
      case .planned(let articles, let subject):
        for article in articles {
          renderer.apply(
            .planned(id: Self.step(article, subject), group: subject, title: article.title))
        }
      case .started(let article, let subject):
        renderer.apply(
          .started(id: Self.step(article, subject), group: subject, title: article.title))
      case .finished(let result):
        renderer.apply(
          .finished(
            id: Self.step(result.article, result.subject), outcome: result.verdict.level.outcome,
            note: result.verdict.level == .pass ? nil : result.verdict.message))
      }
    }
  }

  private static func step(_ article: CheckArticle, _ subject: String?) -> String {
    "\(subject ?? "")/\(article.id)"
  }

  /// What checks came to, in the form that was asked for.
  func outcome(
    of report: CheckReport, _ flags: CheckFlags, _ result: CheckResultOptions,
    heading: (String?) -> String
  ) throws -> CommandOutcome {
    // The list of what was under way gives way to the report.
    if reporter.renderer is LiveProgress { reporter.renderer.pause() }
    let text = CheckText(
      palette: printer.palette,
      width: invocation.streams.terminal.outputIsTerminal
        ? invocation.streams.terminal.size.columns : nil)
    let human =
      switch try result.chosen(invocation) {
      case .short: text.short(report)
      case .junit: CheckJUnit(threshold: flags.failOn.level).text(report)
      case .standard: text.text(report, heading: heading)
      }
    var outcome = CommandOutcome(
      document: report.document, human: .text(human), names: report.results.map(\.article.id))
    let bad = report.results.filter { $0.verdict.level >= flags.failOn.level }
    guard let first = bad.first else { return outcome }
    outcome.status = .refused
    outcome.failures = [
      UserFacingError(
        .checkFailed, status: .refused,
        what: bad.count == 1 ? "a check failed" : "\(bad.count) checks failed",
        why: bad.prefix(5).map { result in
          let subject = result.subject.map { "\($0): " } ?? ""
          return "\(subject)\(result.article.id): \(result.verdict.message)"
        }.joined(separator: "\n") + (bad.count > 5 ? "\nand \(bad.count - 5) more" : ""),
        next: ["mcctl explain \(first.article.id)"])
    ]
    return outcome
  }
}

extension CheckLevel {
  fileprivate var outcome: ProgressOutcome {
    switch self {
    case .pass, .warn: .done
    case .fail: .failed
    case .skip: .skipped
    }
  }
}
