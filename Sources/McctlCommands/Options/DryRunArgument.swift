import ArgumentParser
import Workflows

/// The value of `--dry-run`.
struct DryRunArgument: ExpressibleByArgument, Sendable, Hashable, CustomStringConvertible {
  /// What was typed. It is judged in `validate()`: the parser takes a wrong value of an option that may stand alone for
  /// no value at all, and a mistyped mode must not become another one.
  let text: String

  init(argument: String) {
    text = argument
  }

  /// Empty: the parser would print it as a default, and the flag has none when it is not given.
  var description: String { "" }

  /// Everything is carried out.
  static let none = DryRunArgument(argument: "none")
  /// What the flag means without a value.
  static let client = DryRunArgument(argument: "client")

  private static let modes: [(name: String, mode: RunMode)] = [
    ("none", .persist), ("client", .plan), ("server", .serverDryRun), ("diff", .planWithDiff),
  ]

  static let defaultCompletionKind = CompletionKind.list(modes.map(\.name))

  /// How far a plan is carried out.
  var mode: RunMode {
    get throws {
      guard let found = Self.modes.first(where: { $0.name == text }) else {
        throw ValidationError(
          "\"\(text)\" is no dry-run mode; write --dry-run=client, server, diff or none")
      }
      return found.mode
    }
  }
}
