/// How a piece of text is set off from the rest.
public enum Style: Sendable, Hashable, CaseIterable {
  /// Titles and names.
  case strong
  /// Things of less interest: ages, what has not begun.
  case faint
  /// Done, healthy.
  case good
  /// Waiting, unknown.
  case caution
  /// Failed.
  case bad
  /// What moves: spinners.
  case active

  /// The ECMA-48 "select graphic rendition" parameter.
  var parameter: Int {
    switch self {
    case .strong: 1
    case .faint: 2
    case .good: 32
    case .caution: 33
    case .bad: 31
    case .active: 36
    }
  }
}

/// Paints text, or leaves it alone where colour is not wanted.
public struct Palette: Sendable, Hashable {
  /// Whether escape sequences are written at all.
  public let isColored: Bool

  /// - Parameter isColored: the outcome of `ColorChoice.usesColor`.
  public init(isColored: Bool) {
    self.isColored = isColored
  }

  /// Text without any escape sequence.
  public static let plain = Palette(isColored: false)

  /// The text in the style, ended so that what follows is not affected.
  public func paint(_ text: String, _ style: Style?) -> String {
    guard isColored, let style, !text.isEmpty else { return text }
    return "\u{1B}[\(style.parameter)m\(text)\u{1B}[0m"
  }
}
