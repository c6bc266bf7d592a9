public import Documents
public import FoundationEssentials

/// Times as Kubernetes writes them: RFC 3339 in UTC, `metav1.Time` in whole seconds and
/// `metav1.MicroTime` (leases) with six digits.
public enum Timestamp {
  /// The moment that a field of an object tells; nil when it is missing or no time.
  public static func date(_ value: Value?) -> Date? {
    value?.string.flatMap(date(_:))
  }

  /// The moment that a text tells, with or without a fraction of the second.
  public static func date(_ text: String) -> Date? {
    let whole = Date.ISO8601FormatStyle()
    if let date = try? whole.parse(text) { return date }
    return try? Date.ISO8601FormatStyle(includingFractionalSeconds: true).parse(text)
  }

  /// A moment as `metav1.Time`, for example `2026-11-22T20:02:53Z`.
  public static func text(_ date: Date) -> String {
    date.formatted(Date.ISO8601FormatStyle())
  }
}
