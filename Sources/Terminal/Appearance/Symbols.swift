/// The marks in front of steps, in a set that the locale can show.
public struct Symbols: Sendable, Hashable {
  /// A step that succeeded.
  public let done: String
  /// A step that failed.
  public let failed: String
  /// A step that was left out.
  public let skipped: String
  /// A step that has not begun.
  public let pending: String
  /// Frames of the spinner, one cell each.
  public let spinner: [String]
  /// What stands for the part of a text that did not fit.
  public let ellipsis: String

  /// For locales with UTF-8.
  public static let unicode = Symbols(
    done: "✔", failed: "✘", skipped: "–", pending: "·",
    spinner: ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"], ellipsis: "…")

  /// For every other locale.
  public static let ascii = Symbols(
    done: "+", failed: "x", skipped: "~", pending: ".",
    spinner: ["|", "/", "-", "\\"], ellipsis: "...")

  /// The set for a terminal's locale.
  public static func fitting(_ terminal: TerminalCapabilities) -> Symbols {
    terminal.showsUnicode ? .unicode : .ascii
  }
}
