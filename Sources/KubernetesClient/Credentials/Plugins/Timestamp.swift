import FoundationEssentials

/// Times as Kubernetes writes them (RFC 3339).
enum Timestamp {
  /// A time with or without fractions of seconds, in any offset; nil when the text is none.
  static func parse(_ text: String) -> Date? {
    (try? Date(text, strategy: .iso8601))
      ?? (try? Date(text, strategy: Date.ISO8601FormatStyle(includingFractionalSeconds: true)))
  }
}
