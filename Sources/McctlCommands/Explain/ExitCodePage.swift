import Documents
import Terminal

/// The exit codes as text, Markdown and document; the source of `docs/exit-codes.md`.
enum ExitCodePage {
  /// What `mcctl explain` knows it by.
  static let id = "exit-codes"

  /// Plain text.
  static var text: String {
    Table(
      columns: ["CODE", "MEANING"],
      rows: ExitStatus.allCases.map { [Cell("\($0.rawValue)"), Cell($0.meaning)] }
    ).text()
  }

  /// The page in Markdown.
  static var markdown: String {
    let rows = ExitStatus.allCases.map { "| \($0.rawValue) | \($0.meaning) |" }
    let lines =
      [
        "# Exit codes", "",
        "The exit codes of every command of mcctl; scripts may rely on them.", "",
        "| code | meaning |", "|---|---|",
      ] + rows
      + [
        "",
        "With several names on one command line, 6 says that some were done and some were not; each failure is printed.",
      ]
    return lines.map { $0 + "\n" }.joined()
  }

  /// `{"items": [{"exitCode", "meaning"}]}`.
  static var document: Value {
    ListDocument.of(
      ExitStatus.allCases.map {
        ["exitCode": .integer(Int($0.rawValue)), "meaning": .string($0.meaning)]
      })
  }
}
