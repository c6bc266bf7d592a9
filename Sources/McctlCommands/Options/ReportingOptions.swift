public import ArgumentParser
import Terminal

extension ColorChoice: ExpressibleByArgument {}
extension ProgressChoice: ExpressibleByArgument {}

/// How a run is told; on every command.
struct ReportingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      Write what happens as JSON lines to this file, or with - to standard output in place of the result, \
      which is in the last event then. [environment: MCCTL_EVENTS]
      """, valueName: "file"),
    completion: .file())
  var events: String?

  @Option(
    help: ArgumentHelp(
      """
      auto: a live checklist on a terminal, plain lines elsewhere; plain: lines everywhere; none. \
      [environment: MCCTL_PROGRESS]
      """, valueName: "how"))
  var progress: ProgressChoice?

  @Option(
    help: ArgumentHelp(
      """
      auto, always or never; auto heeds NO_COLOR, CLICOLOR_FORCE and TERM=dumb. \
      [environment: MCCTL_COLOR]
      """, valueName: "when"))
  var color: ColorChoice?

  @Option(
    name: [.customShort("v", allowingJoined: true), .customLong("verbosity")],
    help: ArgumentHelp(
      """
      Say more on standard error: 1 what each step changes, 4 requests, 8 their bodies, with secrets masked. \
      [environment: MCCTL_VERBOSITY]
      """, valueName: "level"),
    completion: .list(["1", "4", "8"]))
  var verbosity: Int?

  @Flag(name: .shortAndLong, help: "No progress and no notes; warnings and errors stay.")
  var quiet = false

  mutating func validate() throws {
    if let verbosity, !(0...10).contains(verbosity) {
      throw ValidationError("-v \(verbosity): the level is a number from 0 to 10")
    }
  }

  /// The flags with their defaults from the environment; throws an error that names the variable.
  func settings(_ invocation: Invocation) throws -> ReportingSettings {
    let chosenProgress =
      try progress
      ?? EnvironmentDefault("MCCTL_PROGRESS").value(invocation, ProgressChoice.init(rawValue:))
    let chosenColor =
      try color
      ?? EnvironmentDefault("MCCTL_COLOR").value(invocation, ColorChoice.init(rawValue:))
    let level =
      try verbosity
      ?? EnvironmentDefault("MCCTL_VERBOSITY").value(invocation) { Int($0) }
    return ReportingSettings(
      events: events ?? EnvironmentDefault("MCCTL_EVENTS").text(invocation),
      progress: quiet ? .none : chosenProgress ?? .auto, color: chosenColor ?? .auto,
      verbosity: level ?? 0, isQuiet: quiet)
  }
}

/// How a run is told, with nothing left open.
struct ReportingSettings: Sendable, Hashable {
  /// The file for events, `-` for standard output, nil for none.
  var events: String?
  var progress: ProgressChoice = .auto
  var color: ColorChoice = .auto
  /// 0 to 10, as klog counts.
  var verbosity = 0
  var isQuiet = false
}
