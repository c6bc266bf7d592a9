/// What is wrong with the words that could not be parsed, and what was probably meant.
struct Suggestion {
  /// The word that is no command, as a sentence; nil when the parser's own message says it better.
  private(set) var problem: String?
  /// The nearest known word, as a question; nil when nothing is near.
  private(set) var question: String?

  /// Follows the words down the tree until one is unknown.
  init(for words: [String], in tree: CommandDescription) {
    var command = tree
    for word in words {
      if word == "--" { return }
      if word.hasPrefix("-") {
        question = question ?? Self.flag(near: word, of: command)
      } else if let child = command.child(word) {
        command = child
      } else if let standard = command.defaultChild {
        command = standard
      } else if !command.subcommands.isEmpty {
        problem = "there is no command '\((command.path + [word]).joined(separator: " "))'"
        let names = command.subcommands.compactMap(\.path.last)
        question = EditDistance.nearest(to: word, among: names)
          .map { "Did you mean '\((command.path + [$0]).joined(separator: " "))'?" }
        return
      }
    }
  }

  private static func flag(near word: String, of command: CommandDescription) -> String? {
    let name = String(word.prefix { $0 != "=" })
    let known = command.arguments.flatMap(\.names)
    guard name.hasPrefix("--"), !known.contains(name) else { return nil }
    return EditDistance.nearest(to: name, among: known.filter { $0.hasPrefix("--") })
      .map { "Did you mean '\($0)'?" }
  }
}

extension CommandDescription {
  /// The command below this one that a word stands for.
  func child(_ word: String) -> CommandDescription? {
    subcommands.first { $0.path.last == word || $0.aliases.contains(word) }
  }

  /// The command below this one that is meant when no word names one.
  var defaultChild: CommandDescription? {
    defaultSubcommand.flatMap(child)
  }
}
