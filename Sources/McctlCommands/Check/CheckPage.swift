import Terminal
import Workflows

/// A check's article as text for a terminal, and as the Markdown of `docs/checks/ID.md`.
struct CheckPage {
  private let article: CheckArticle

  /// - Parameter article: what is shown.
  init(_ article: CheckArticle) {
    self.article = article
  }

  private var levels: [(String, String)] {
    [("Warns when", article.warns), ("Fails when", article.fails)].compactMap { word, text in
      text.map { (word, $0) }
    }
  }

  /// Plain text of at most 80 columns.
  var text: String {
    var lines = "\(article.id): \(article.title)".wrapped(to: 80) + [""]
    lines += article.meaning.wrapped(to: 78)
    for (word, text) in levels { lines += [""] + "\(word) \(text)".wrapped(to: 78) }
    lines += ["", "What to do"] + article.remedies.flatMap(item)
    return lines.map { $0 + "\n" }.joined()
  }

  /// The page in Markdown.
  var markdown: String {
    var lines = [
      "# \(article.id)", "", "\(article.category.title): \(article.title).", "", article.meaning,
    ]
    for (word, text) in levels { lines += ["", "**\(word)** \(text)"] }
    lines += ["", "## What to do", ""] + article.remedies.map { "- \($0)" }
    return lines.map { $0 + "\n" }.joined()
  }

  private func item(_ text: String) -> [String] {
    text.wrapped(to: 74).enumerated().map { ($0.offset == 0 ? "  - " : "    ") + $0.element }
  }

  /// The overview of all checks, in Markdown: `docs/checks/README.md`.
  static var overview: String {
    var lines = [
      "# Checks", "",
      "What `mcctl check hub`, `cluster`, `hosts` and `bundle` look at. Every check has a stable id, which is never reused;",
      "`mcctl explain ID` prints its page.",
    ]
    for category in CheckCategory.allCases {
      let articles = CheckCatalogue.articles.filter { $0.category == category }
      guard !articles.isEmpty else { continue }
      lines += ["", "## \(category.title)", "", "| check | passes when |", "|---|---|"]
      lines += articles.map { "| [\($0.id)](\($0.id).md) | \($0.title) |" }
    }
    return lines.map { $0 + "\n" }.joined()
  }
}
