/// A text that must not be seen: a token, a password. It shows as `***` wherever it is printed,
/// dumped or put into a message.
public struct Secret: Sendable, Hashable {
  /// The text itself. Only for sending or writing it where it belongs.
  public let revealed: String

  /// Hides a text.
  public init(_ text: String) {
    revealed = text
  }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// Always `***`.
  public var description: String { "***" }
  /// Always `***`.
  public var debugDescription: String { "***" }
  /// Shows no content, so that `dump` does not either.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
