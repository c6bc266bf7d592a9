import ArgumentParser

/// One command of mcctl: flags, a pure `validate()`, and what it does with a context.
///
/// It returns one value; the harness prints it, and nothing else goes to standard output.
protocol McctlCommand: AsyncParsableCommand, Sendable {
  /// Name, overview and examples.
  static var about: About { get }

  /// The flags that say how the run is told.
  var reporting: ReportingOptions { get }

  /// How the result is printed; nil when the command offers no choice.
  var resultOptions: (any ResultChoice)? { get }

  /// Does the work and returns the result.
  func run(_ context: CommandContext) async throws -> CommandOutcome
}

extension McctlCommand {
  static var configuration: CommandConfiguration { about.configuration }

  /// The command's word in events and messages, such as "import" or "token create".
  static var operation: String { about.operation }

  var resultOptions: (any ResultChoice)? { nil }
}
