/// A command's page in `docs/reference`, in Markdown.
struct ReferencePage {
  private let command: CommandDescription

  /// - Parameter command: what the page is about.
  init(_ command: CommandDescription) {
    self.command = command
  }

  /// `mcctl-import.md`.
  var fileName: String { command.pageName + ".md" }

  /// The page.
  var text: String {
    var lines = ["# \(command.path.joined(separator: " "))", "", command.abstract]
    lines += ["", "```", command.synopsis, "```"]
    if !command.discussion.isEmpty { lines += ["", discussion] }
    if !command.aliases.isEmpty {
      lines += ["", "Also: " + command.aliases.map { "`\($0)`" }.joined(separator: ", ")]
    }
    lines += examples + subcommands + arguments
    return lines.map { $0 + "\n" }.joined()
  }

  private var discussion: String {
    command.discussion.split(separator: "\n\n").map { paragraph in
      paragraph.hasPrefix("$ ") ? "```\n\(paragraph)\n```" : String(paragraph)
    }.joined(separator: "\n\n")
  }

  private var examples: [String] {
    guard !command.examples.isEmpty else { return [] }
    let body = command.examples.flatMap { ["# \($0.purpose)", "$ \($0.command)"] }
    return ["", "## Examples", "", "```"] + body + ["```"]
  }

  private var subcommands: [String] {
    guard !command.subcommands.isEmpty else { return [] }
    return ["", "## Commands", "", "| command | what it does |", "|---|---|"]
      + command.subcommands.map {
        "| [\($0.path.joined(separator: " "))](\($0.pageName).md) | \(Self.cell($0.abstract)) |"
      }
  }

  private var arguments: [String] {
    var lines: [String] = []
    if !command.positionals.isEmpty { lines += table("Arguments", command.positionals) }
    for section in command.sections { lines += table(section.title, section.arguments) }
    return lines
  }

  private func table(_ title: String, _ arguments: [ArgumentDescription]) -> [String] {
    let rows = arguments.map {
      "| `\($0.synopsis.replacing("|", with: "\\|"))` | \(Self.cell($0.explanation)) |"
    }
    return ["", "## \(title)", "", "| | |", "|---|---|"] + rows
  }

  /// A vertical bar would end the cell, an angle bracket begin a tag.
  private static func cell(_ text: String) -> String {
    text.replacing("|", with: "\\|").replacing("<", with: "&lt;")
  }
}
