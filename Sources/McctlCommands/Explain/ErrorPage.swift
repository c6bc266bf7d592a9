import Terminal

/// An article as text for a terminal, and as the Markdown of `docs/errors/ID.md`.
struct ErrorPage {
  private let article: ErrorArticle

  /// - Parameter article: what is shown.
  init(_ article: ErrorArticle) {
    self.article = article
  }

  /// Plain text of at most 80 columns.
  var text: String {
    var lines = ["\(article.id): \(article.title)", ""]
    lines += article.meaning.wrapped(to: 78)
    if !article.causes.isEmpty {
      lines += ["", "Usual causes"] + article.causes.flatMap(item)
    }
    lines += ["", "What to do"] + article.remedies.flatMap(item)
    lines += ["", "Exit code \(article.status.rawValue)."]
    return lines.map { $0 + "\n" }.joined()
  }

  /// The page in Markdown.
  var markdown: String {
    var lines = ["# \(article.id)", "", "\(article.title.capitalizedFirst).", "", article.meaning]
    if !article.causes.isEmpty {
      lines += ["", "## Usual causes", ""] + article.causes.map { "- \($0)" }
    }
    lines += ["", "## What to do", ""] + article.remedies.map { "- \($0)" }
    lines += ["", "Exit code: \(article.status.rawValue)."]
    return lines.map { $0 + "\n" }.joined()
  }

  private func item(_ text: String) -> [String] {
    text.wrapped(to: 74).enumerated().map { ($0.offset == 0 ? "  - " : "    ") + $0.element }
  }
}

extension String {
  /// The text with its first letter in upper case.
  var capitalizedFirst: String {
    prefix(1).uppercased() + dropFirst()
  }
}
