/// Elapsed times and ages as people read them.
public enum ElapsedTime {
  /// "0.3s" below ten seconds, then "12s", "1m05s", "1h02m", "3d4h".
  public static func text(_ duration: Duration) -> String {
    let (seconds, attoseconds) = duration.components
    guard seconds >= 10 || seconds < 0 else {
      return "\(seconds).\(attoseconds / 100_000_000_000_000_000)s"
    }
    return age(duration)
  }

  /// Whole units only, as kubectl's AGE column: "8s", "1m05s", "1h02m", "3d4h"; never negative.
  public static func age(_ duration: Duration) -> String {
    let seconds = max(0, duration.components.seconds)
    switch seconds {
    case ..<60: return "\(seconds)s"
    case ..<3600: return "\(seconds / 60)m\(twoDigits(seconds % 60))s"
    case ..<86400: return "\(seconds / 3600)h\(twoDigits(seconds % 3600 / 60))m"
    default: return "\(seconds / 86400)d\(seconds % 86400 / 3600)h"
    }
  }

  private static func twoDigits(_ number: Int64) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}
