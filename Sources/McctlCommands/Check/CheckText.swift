import Terminal
import Workflows

/// Checks as people read them: by category, each with what was found and what to do.
struct CheckText {
  let palette: Palette
  /// Cells of the terminal; nil for no terminal.
  let width: Int?

  /// Objects of one check that are listed; the rest is counted.
  private static let listed = 10

  /// The whole report, under a heading for each subject.
  func text(_ report: CheckReport, heading: (String?) -> String) -> String {
    var lines: [String] = []
    var subject: String??
    var category: CheckCategory?
    let idWidth = report.results.map(\.article.id.count).max() ?? 0
    for result in report.results {
      if subject != .some(result.subject) {
        lines += (lines.isEmpty ? [] : [""]) + [palette.paint(heading(result.subject), .strong)]
        subject = .some(result.subject)
        category = nil
      }
      if category != result.article.category {
        lines += ["", palette.paint(result.article.category.title, .strong)]
        category = result.article.category
      }
      lines += self.lines(result, idWidth)
    }
    return (lines + ["", summary(report)]).map { $0 + "\n" }.joined()
  }

  /// Only what warns or fails, a line each.
  func short(_ report: CheckReport) -> String {
    report.results.filter { $0.verdict.level >= .warn }.map { result in
      let subject = result.subject.map { "\($0): " } ?? ""
      return "\(word(result.verdict.level)) \(subject)\(result.article.id): "
        + result.verdict.message.singleLine + "\n"
    }.joined()
  }

  /// How many came out how.
  func summary(_ report: CheckReport) -> String {
    let count = report.results.count
    let parts = [
      (report.count(.pass), "passed"), (report.count(.warn), "warned"),
      (report.count(.fail), "failed"), (report.count(.skip), "skipped"),
    ].map { "\($0.0) \($0.1)" }
    return "\(count) \(count == 1 ? "check" : "checks"): \(parts.joined(separator: ", "))"
  }

  private func lines(_ result: CheckResult, _ idWidth: Int) -> [String] {
    let verdict = result.verdict
    let id = result.article.id.padded(to: idWidth)
    let indent = 2 + 4 + 2 + idWidth + 2
    let message = wrapped(verdict.message.singleLine, indent)
    let gap = String(repeating: " ", count: indent)
    var lines = ["  \(word(verdict.level))  \(id)  \(message.first ?? "")"]
    lines += message.dropFirst().map { gap + $0 }
    guard verdict.level != .pass else { return lines }
    let more = verdict.details.count - Self.listed
    let details =
      verdict.details.prefix(Self.listed).map(\.singleLine)
      + (more > 0 ? ["and \(more) more; -o json lists all"] : [])
    lines += details.flatMap { wrapped($0, 10) }.map { "          " + palette.paint($0, .faint) }
    lines += verdict.next.map { "       -> " + $0.singleLine }
    return lines
  }

  private func wrapped(_ text: String, _ indent: Int) -> [String] {
    guard let width, width > indent + 20 else { return [text] }
    return text.wrapped(to: width - indent)
  }

  /// Four letters, so that columns stand and grep finds them.
  private func word(_ level: CheckLevel) -> String {
    switch level {
    case .pass: palette.paint("pass", .good)
    case .warn: palette.paint("warn", .caution)
    case .fail: palette.paint("fail", .bad)
    case .skip: palette.paint("skip", .faint)
    }
  }
}
