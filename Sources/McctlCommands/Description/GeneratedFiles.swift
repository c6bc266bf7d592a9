import Documents
import Terminal
import Workflows

/// The files of the repository that are made from the program: completions, manual pages, the reference, the pages
/// of errors, checks and exit codes, and schemas.
enum GeneratedFiles {
  /// One file.
  struct File: Sendable, Hashable {
    /// The path from the repository's root.
    let path: String
    /// What is in it.
    let text: String
  }

  /// All files, by path.
  static func all() throws(DocumentError) -> [File] {
    let commands = try CommandDescription.tree().all
    let manual = commands.map(ManualPage.init).map {
      File(path: "docs/man/\($0.fileName)", text: $0.text)
    }
    let reference = commands.map(ReferencePage.init).map {
      File(path: "docs/reference/\($0.fileName)", text: $0.text)
    }
    let errors = ErrorCatalogue.articles.map {
      File(path: "docs/errors/\($0.id).md", text: ErrorPage($0).markdown)
    }
    let checks =
      CheckCatalogue.articles.map {
        File(path: "docs/checks/\($0.id).md", text: CheckPage($0).markdown)
      } + [File(path: "docs/checks/README.md", text: CheckPage.overview)]
    let codes = File(path: "docs/exit-codes.md", text: ExitCodePage.markdown)
    let schemas = [("fleet", FleetSchema.document), ("cluster", ClusterSchema.document)].map {
      File(path: "docs/schemas/\($0).schema.json", text: JSON.text($1, pretty: true) + "\n")
    }
    return (completions + manual + reference + errors + checks + schemas + [codes]).sorted {
      $0.path < $1.path
    }
  }

  private static var completions: [File] {
    let names: [(CompletionCommand.Shell, String)] = [
      (.bash, "mcctl.bash"), (.zsh, "_mcctl"), (.fish, "mcctl.fish"),
    ]
    return names.map { shell, name in
      File(path: "completions/\(name)", text: shell.script)
    }
  }
}
