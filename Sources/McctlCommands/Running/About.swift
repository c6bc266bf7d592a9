import ArgumentParser

/// What help, manual pages and the reference say about a command.
struct About: Sendable {
  /// One way to call the command.
  struct Example: Sendable {
    /// The words to type, beginning with `mcctl`.
    let command: String
    /// What it is good for, without a full stop.
    let purpose: String

    init(_ command: String, _ purpose: String) {
      self.command = command
      self.purpose = purpose
    }
  }

  /// The command's words, such as "token create".
  let operation: String
  /// What is typed after them: `NAME... [options]`.
  let usage: String
  /// One line, ended by a full stop.
  let abstract: String
  /// What else there is to know; paragraphs are separated by empty lines.
  let discussion: String
  /// How it is called; never empty.
  let examples: [Example]
  /// Other words for the last one of the command.
  let aliases: [String]

  init(
    _ operation: String, usage: String, _ abstract: String, discussion: String = "",
    examples: [Example],
    aliases: [String] = []
  ) {
    self.operation = operation
    self.usage = usage
    self.abstract = abstract
    self.discussion = discussion
    self.examples = examples
    self.aliases = aliases
  }

  /// How the command is typed.
  var synopsis: String { "mcctl \(operation) \(usage)" }

  /// The form the parser wants.
  var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: operation.split(separator: " ").last.map(String.init),
      abstract: abstract,
      usage: synopsis,
      discussion: [discussion, exampleText, Self.hint]
        .filter { !$0.isEmpty }.joined(separator: "\n\n"),
      aliases: aliases)
  }

  private var exampleText: String {
    examples.map { "# \($0.purpose)\n$ \($0.command)" }.joined(separator: "\n")
  }

  private static let hint =
    "Flags for connections, progress and events are the same everywhere: --help-hidden."
}
