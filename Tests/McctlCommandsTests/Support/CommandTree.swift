import Testing

@testable import McctlCommands

/// What the parser says about all commands, and what is made of it: both take a second to make, so all tests share them.
enum CommandTree {
  static let commands = (try? CommandDescription.tree().all) ?? []
  static let leaves = commands.filter(\.subcommands.isEmpty)
  static let files = (try? GeneratedFiles.all()) ?? []
}

extension CommandDescription: CustomTestStringConvertible {
  /// The words alone, where a test names its argument.
  public var testDescription: String { path.joined(separator: " ") }
}

extension ErrorArticle: CustomTestStringConvertible {
  /// The id alone, where a test names its argument.
  public var testDescription: String { id }
}
