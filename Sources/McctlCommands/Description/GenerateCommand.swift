import ArgumentParser
import Documents
import FoundationEssentials

/// `mcctl __generate DIRECTORY`: writes the generated files of the repository. It is a tree of its own beside the real
/// one, so that neither help nor completions know it.
struct GenerateCommand: McctlCommand {
  /// The word that leads to it.
  static let word = "__generate"

  static let about = About(
    word, usage: "DIRECTORY", "Write completions, manual pages and the reference.",
    examples: [.init("mcctl \(word) .", "bring the files of a checkout up to date")])

  @Argument(help: "The repository's root.", completion: .directory)
  var directory: String

  @OptionGroup var reporting: ReportingOptions

  func run(_ context: CommandContext) async throws -> CommandOutcome {
    let files = try GeneratedFiles.all()
    let root = URL(filePath: directory)
    for file in files {
      let url = root.appending(path: file.path)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.text.utf8).write(to: url)
    }
    let paths = files.map(\.path)
    return CommandOutcome(
      document: .array(paths.map(Value.string)), human: .text("\(paths.count) files written\n"))
  }
}
