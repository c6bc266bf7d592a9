import ArgumentParser

/// How the result is printed; on every command that has one.
struct ResultOptions: ParsableArguments, ResultChoice {
  @Option(
    name: [.customShort("o", allowingJoined: true), .long],
    help: ArgumentHelp(
      """
      table, wide, json, yaml, name, jsonpath=TEMPLATE or custom-columns=SPEC. \
      [environment: MCCTL_OUTPUT]
      """, valueName: "format"),
    completion: OutputFormat.defaultCompletionKind,
    transform: OutputFormat.parse)
  var output: OutputFormat?

  @Flag(help: "Print tables without their header.")
  var noHeaders = false

  /// The format by flag, environment or default.
  func format(_ invocation: Invocation) throws -> OutputFormat {
    if let output { return output }
    return try EnvironmentDefault("MCCTL_OUTPUT").value(invocation, OutputFormat.init) ?? .table
  }
}
