import ArgumentParser

/// How long a command may take in all.
struct TimeOptions: ParsableArguments {
  /// What a command may take when nothing is said.
  static let standard: Duration = .seconds(600)

  @Option(
    help: ArgumentHelp(
      """
      The longest the whole command may take, such as 90s, 5m or 1h30m; 0 for no limit \
      (default: 10m). [environment: MCCTL_TIMEOUT]
      """, valueName: "duration"))
  var timeout: DurationArgument?

  /// The time that is given; nil for no limit.
  func budget(_ invocation: Invocation, standard: Duration = standard) throws -> Duration? {
    let chosen =
      try timeout
      ?? EnvironmentDefault("MCCTL_TIMEOUT").value(invocation, DurationArgument.init(argument:))
    let duration = chosen?.duration ?? standard
    return duration == .zero ? nil : duration
  }
}

/// How a command that changes something goes about it; on every such command.
struct ChangeOptions: ParsableArguments {
  @Option(
    name: .customLong("dry-run"), defaultAsFlag: DryRunArgument.client,
    help: ArgumentHelp(
      """
      Change nothing. client, also without a value: print the plan; server: send everything with dryRun=All; diff: print the plan with the \
      fields that differ, and end with status 2 if there are any.
      """, valueName: "mode"))
  var dryRunMode: DryRunArgument?

  @OptionGroup var time: TimeOptions

  @Flag(
    name: [.customShort("y"), .long],
    help: "Ask nothing: the answer to every question is yes.")
  var yes = false

  mutating func validate() throws {
    _ = try dryRun.mode
  }

  /// The mode of the dry run; `none` when nothing is said.
  var dryRun: DryRunArgument { dryRunMode ?? .none }
}

/// Whether a command ends when it has seen the effect, or when all is written.
struct WaitOptions: ParsableArguments {
  @Flag(
    inversion: .prefixedNo,
    help: "Wait until the effect is there, or end when everything is written.")
  var wait = true
}
