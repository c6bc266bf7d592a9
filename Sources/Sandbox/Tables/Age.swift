import Documents
import Foundation

/// Ages as `kubectl get` shows them (`apimachinery/pkg/util/duration.HumanDuration`).
enum Age {
  /// The time from a timestamp to the present, `<unknown>` when there is none.
  static func since(_ timestamp: Value?, _ now: Date) -> Value {
    guard let text = timestamp?.string, let date = Timestamp.date(text) else {
      return "<unknown>"
    }
    return .string(human(seconds: Int(now.timeIntervalSince(date))))
  }

  /// A duration with at most two units: `5s`, `3m20s`, `2d4h`.
  static func human(seconds: Int) -> String {
    let minutes = seconds / 60
    let hours = seconds / 3600
    let days = seconds / 86_400
    switch seconds {
    case ..<(-1): return "<invalid>"
    case ..<0: return "0s"
    case ..<120: return "\(seconds)s"
    case ..<600: return joined(minutes, "m", seconds % 60, "s")
    case ..<(3 * 3600): return "\(minutes)m"
    case ..<(8 * 3600): return joined(hours, "h", minutes % 60, "m")
    case ..<(48 * 3600): return "\(hours)h"
    case ..<(8 * 86_400): return joined(days, "d", hours % 24, "h")
    case ..<(2 * 365 * 86_400): return "\(days)d"
    case ..<(8 * 365 * 86_400): return joined(days / 365, "y", days % 365, "d")
    default: return "\(days / 365)y"
    }
  }

  private static func joined(_ a: Int, _ unitA: String, _ b: Int, _ unitB: String) -> String {
    b == 0 ? "\(a)\(unitA)" : "\(a)\(unitA)\(b)\(unitB)"
  }
}
