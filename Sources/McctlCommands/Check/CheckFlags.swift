import ArgumentParser
import Workflows

/// How strictly checks judge.
struct CheckFlags: ParsableArguments {
  /// The level from which on the command ends with status 3.
  enum Threshold: String, ExpressibleByArgument, CaseIterable {
    case warn
    case fail

    /// The level itself.
    var level: CheckLevel {
      switch self {
      case .warn: .warn
      case .fail: .fail
      }
    }
  }

  @Option(help: ArgumentHelp("End with status 3 from this level on.", valueName: "level"))
  var failOn: Threshold = .fail

  @Option(
    help: ArgumentHelp(
      "Warn of certificates and tokens that end within this time, such as 30d or 12h.",
      valueName: "duration"))
  var expiresWithin = DurationArgument(CheckOptions.standardRest)

  /// What the flags ask for.
  func options(_ context: CommandContext) -> CheckOptions {
    CheckOptions(expiresWithin: expiresWithin.duration, now: context.invocation.now)
  }
}
