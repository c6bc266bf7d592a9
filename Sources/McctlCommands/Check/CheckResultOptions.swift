import ArgumentParser

/// The value of `-o` of checks: two forms of their own beside those of every command.
enum CheckFormat: Sendable {
  /// As everywhere.
  case standard(OutputFormat)
  /// One line for each check that warns or fails, and nothing when all is well.
  case short
  /// A report that CI systems show.
  case junit

  /// Reads a format; throws `ValidationError`.
  static func parse(_ text: String) throws -> CheckFormat {
    switch text {
    case "short": return .short
    case "junit": return .junit
    default:
      do {
        return .standard(try OutputFormat.parse(text))
      } catch let error as ValidationError {
        guard !text.contains("=") else { throw error }
        let words = ["short", "junit"] + OutputFormat.allValueStrings
        throw ValidationError(
          "\"\(text)\" is no output format; possible are \(words.joined(separator: ", "))")
      }
    }
  }
}

/// How the result of checks is printed.
struct CheckResultOptions: ParsableArguments, ResultChoice {
  @Option(
    name: [.customShort("o", allowingJoined: true), .long],
    help: ArgumentHelp(
      """
      table, short (only what warns or fails), junit, wide, json, yaml, name, jsonpath=TEMPLATE or \
      custom-columns=SPEC. [environment: MCCTL_OUTPUT]
      """, valueName: "format"),
    completion: .list([
      "table", "short", "junit", "wide", "json", "yaml", "name", "jsonpath=", "custom-columns=",
    ]),
    transform: CheckFormat.parse)
  var output: CheckFormat?

  @Flag(help: "Print tables without their header.")
  var noHeaders = false

  /// The format by flag, environment or default.
  func chosen(_ invocation: Invocation) throws -> CheckFormat {
    try output
      ?? EnvironmentDefault("MCCTL_OUTPUT").value(invocation) { try? CheckFormat.parse($0) }
      ?? .standard(.table)
  }

  /// Forms of their own are texts, which is what a table stands for.
  func format(_ invocation: Invocation) throws -> OutputFormat {
    if case .standard(let format) = try chosen(invocation) { return format }
    return .table
  }
}
