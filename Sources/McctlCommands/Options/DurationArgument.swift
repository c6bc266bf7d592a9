import ArgumentParser
import Workflows

/// A duration as operators write it: `90s`, `5m`, `1h30m`, `30d`, `500ms`; `0` for none.
struct DurationArgument: ExpressibleByArgument, Sendable, Hashable, CustomStringConvertible {
  /// The duration; zero stands for no limit where a limit is asked for.
  let duration: Duration

  /// nil for anything that is not a sum of numbers with units, each unit at most once and in falling order.
  init?(argument: String) {
    guard let duration = Duration(spoken: argument) else { return nil }
    self.duration = duration
  }

  init(_ duration: Duration) {
    self.duration = duration
  }

  static let defaultCompletionKind = CompletionKind.list(["30s", "1m", "5m", "10m", "30m", "1h"])

  /// The shortest form: `1h30m`.
  var description: String {
    let milliseconds = duration.components.attoseconds / 1_000_000_000_000_000
    let seconds = duration.components.seconds
    let parts = [
      (seconds / 86_400, "d"), (seconds / 3600 % 24, "h"), (seconds / 60 % 60, "m"),
      (seconds % 60, "s"), (milliseconds, "ms"),
    ]
    let text = parts.filter { $0.0 > 0 }.map { "\($0.0)\($0.1)" }.joined()
    return text.isEmpty ? "0" : text
  }
}
