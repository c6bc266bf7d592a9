/// A line of sealer's log: `2026-11-22 20:43:39 [ERROR] [root.go:75] message`. The place in the source changes with
/// every version and is left out; it may be missing (`--hide-path`).
public struct LogLine: Sendable, Hashable {
  /// How much it matters.
  public enum Level: String, Sendable, Hashable {
    case debug = "DEBUG"
    case info = "INFO"
    case warning = "WARNING"
    case error = "ERROR"
  }

  /// How much it matters.
  public let level: Level
  /// What it says.
  public let message: String

  /// Reads a line; nil when it is not of the log.
  public init?(_ line: String) {
    guard let open = line.firstIndex(of: "["), line[..<open].allSatisfy(Self.belongsToTime),
      let close = line[open...].firstIndex(of: "]"),
      let level = Level(rawValue: String(line[line.index(after: open)..<close]))
    else { return nil }
    self.level = level
    var rest = line[line.index(after: close)...].drop(while: \.isWhitespace)
    if rest.hasPrefix("["), let end = rest.firstIndex(of: "]"), rest[..<end].contains(".go:") {
      rest = rest[rest.index(after: end)...].drop(while: \.isWhitespace)
    }
    message = String(rest)
  }

  private static func belongsToTime(_ character: Character) -> Bool {
    character.isNumber || "-: ".contains(character)
  }
}
