import Foundation

/// Times as Kubernetes objects carry them.
enum KubernetesTime {
  /// `2026-11-22T20:02:53Z`: seconds, UTC, as `metav1.Time`.
  static func seconds(_ date: Date = Date()) -> String {
    date.formatted(.iso8601)
  }

  /// `2026-11-22T20:02:54.229956Z`: microseconds, UTC, as `metav1.MicroTime`.
  static func microseconds(_ date: Date = Date()) -> String {
    let total = Int((date.timeIntervalSince1970 * 1_000_000).rounded(.down))
    let whole = Date(timeIntervalSince1970: TimeInterval(total / 1_000_000))
    let fraction = String(total % 1_000_000)
    let padding = String(repeating: "0", count: 6 - fraction.count)
    return "\(seconds(whole).dropLast()).\(padding)\(fraction)Z"
  }

  /// Reads either form; nil when the text is neither.
  static func date(_ text: String?) -> Date? {
    guard let text else { return nil }
    guard let point = text.firstIndex(of: ".") else { return try? Date(text, strategy: .iso8601) }
    guard let whole = try? Date(text[..<point] + "Z", strategy: .iso8601) else { return nil }
    let digits = text[text.index(after: point)...].prefix(while: \.isNumber)
    return whole.addingTimeInterval(Double("0.\(digits)") ?? 0)
  }
}
