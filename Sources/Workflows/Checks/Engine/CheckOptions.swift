public import FoundationEssentials
import OpenClusterManagement

/// How strictly checks judge.
public struct CheckOptions: Sendable {
  /// Certificates and tokens that end within this time are warned of.
  public var expiresWithin: Duration
  /// The present time.
  public var now: @Sendable () -> Date

  /// Judges with the time that credentials have to last.
  public init(
    expiresWithin: Duration = CheckOptions.standardRest,
    now: @escaping @Sendable () -> Date = { Date() }
  ) {
    self.expiresWithin = expiresWithin
    self.now = now
  }

  /// Thirty days.
  public static let standardRest: Duration = .seconds(30 * 86_400)
}

extension CheckOptions {
  /// How long ago, or from now, a moment is, in words: `3d4h`.
  func distance(to date: Date) -> String {
    Duration.seconds(min(abs(date.timeIntervalSince(now())), 1e12)).spokenCoarsely
  }

  /// Judges the end of a certificate or token of that name.
  ///
  /// - Parameters:
  ///   - rest: how much has to be left; nil for what the caller asked for.
  func expiry(
    of name: String, _ end: Date, rest: Duration? = nil, next: [String] = []
  ) -> CheckVerdict {
    let left = end.timeIntervalSince(now())
    let needed = Double((rest ?? expiresWithin).components.seconds)
    let text = "\(name) ends \(Timestamp.text(end))"
    if left <= 0 { return .fail("\(name) ended \(Timestamp.text(end))", next: next) }
    if left < needed { return .warn("\(text), in \(distance(to: end))", next: next) }
    return .pass("\(text), in \(distance(to: end))")
  }
}

extension Duration {
  /// One or two units: `3d4h`, `5h`, `12m`, `8s`.
  var spokenCoarsely: String {
    let seconds = Swift.max(0, components.seconds)
    switch seconds {
    case ..<60: return "\(seconds)s"
    case ..<3600: return "\(seconds / 60)m"
    case ..<86_400:
      return "\(seconds / 3600)h" + (seconds < 36_000 ? Self.rest(seconds % 3600 / 60, "m") : "")
    default:
      let days = seconds / 86_400
      return "\(days)d" + (days < 10 ? Self.rest(seconds % 86_400 / 3600, "h") : "")
    }
  }

  private static func rest(_ number: Int64, _ unit: String) -> String {
    number == 0 ? "" : "\(number)\(unit)"
  }
}
