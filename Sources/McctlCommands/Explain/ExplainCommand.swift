import ArgumentParser
import Documents
import Terminal
import Workflows

/// `mcctl explain`.
struct ExplainCommand: McctlCommand {
  static let about = About(
    "explain", usage: "[ID] [options]",
    "Explain an error or a check by its id, or the exit codes.",
    discussion: """
      Every error mcctl prints ends with its id, and every check of mcctl check begins with one. Without an id, all are \
      listed.
      """,
    examples: [
      .init("mcctl explain wait.timed-out", "explain an error"),
      .init("mcctl explain hub.ocm.components", "explain a check"),
      .init("mcctl explain exit-codes", "explain the exit codes"),
      .init("mcctl explain", "list what can be explained"),
    ])

  @Argument(
    help: "The id, as it stands in the error's last line or in front of a check.",
    completion: .list(
      ErrorCatalogue.articles.map(\.id) + CheckCatalogue.articles.map(\.id) + [ExitCodePage.id]))
  var id: String?

  @OptionGroup var result: ResultOptions
  @OptionGroup(title: "Global options", visibility: .hidden) var reporting: ReportingOptions

  var resultOptions: (any ResultChoice)? { result }

  func run(_ context: CommandContext) async throws -> CommandOutcome {
    guard let id else { return overview() }
    if id == ExitCodePage.id {
      return CommandOutcome(
        document: ExitCodePage.document, human: .text(ExitCodePage.text), names: [id])
    }
    if let check = CheckCatalogue.article(id) {
      return CommandOutcome(
        document: check.document, human: .text(CheckPage(check).text), names: [id])
    }
    guard let article = ErrorCatalogue.article(id) else { throw unknown(id) }
    return CommandOutcome(
      document: article.document, human: .text(ErrorPage(article).text), names: [id])
  }

  private func overview() -> CommandOutcome {
    let articles = ErrorCatalogue.articles
    let checks = CheckCatalogue.articles
    let table = Table(
      columns: ["ID", "EXIT", Column("MEANING", minimumWidth: 30)],
      rows: articles.map { article in
        [
          Cell(article.id), Cell("\(article.status.rawValue)"), Cell(article.title),
        ]
      } + checks.map { [Cell($0.id), "", Cell("check: \($0.title)")] })
    return CommandOutcome(
      document: ListDocument.of(articles.map(\.document) + checks.map(\.document)),
      human: .table(table, wide: table),
      names: articles.map(\.id) + checks.map(\.id))
  }

  private func unknown(_ id: String) -> UserFacingError {
    let nearest = EditDistance.nearest(
      to: id, among: ErrorCatalogue.articles.map(\.id) + CheckCatalogue.articles.map(\.id))
    return UserFacingError(
      .unknownErrorID, status: .notFound, what: "there is no error or check with the id \"\(id)\"",
      next: (nearest.map { ["did you mean \($0)?"] } ?? []) + ["list all with: mcctl explain"])
  }
}
