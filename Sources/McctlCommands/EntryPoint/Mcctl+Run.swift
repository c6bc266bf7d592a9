import ArgumentParser
import Terminal

extension Mcctl {
  /// Parses the words, runs the command, prints what it came to, and returns the exit status.
  public static func run(_ invocation: Invocation) async -> Int32 {
    BrokenPipe.becomesAnError()
    return await Invocation.$current.withValue(invocation) {
      await parseAndRun(invocation).rawValue
    }
  }

  private static func parseAndRun(_ invocation: Invocation) async -> ExitStatus {
    var invocation = invocation
    invocation.arguments = LeadingOptions.moved(behindCommandIn: invocation.arguments)
    do {
      var command = try await parsed(invocation.arguments)
      guard let command = command as? any McctlCommand else {
        // Help for a command, or a command that only groups others: both answer with help.
        try command.run()
        return .done
      }
      return await CommandHarness(invocation: invocation, command: command).run()
    } catch {
      return ParserAnswer(error, invocation: invocation).print()
    }
  }

  private static func parsed(_ words: [String]) async throws -> any ParsableCommand {
    if words == ["--version"] { return try await asyncParseAsRoot(["version"]) }
    guard words.first == GenerateCommand.word else { return try await asyncParseAsRoot(words) }
    return try await GenerateCommand.asyncParseAsRoot(Array(words.dropFirst()))
  }
}
