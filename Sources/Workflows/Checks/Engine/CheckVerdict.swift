/// What came out of a check, from best to worst.
public enum CheckLevel: String, Sendable, Hashable, CaseIterable, Comparable {
  /// All is well.
  case pass
  /// It was not looked at; the message says why, and names the right that is missing.
  case skip
  /// It works, but somebody should look at it.
  case warn
  /// It does not work.
  case fail

  /// Orders levels from best to worst.
  public static func < (left: CheckLevel, right: CheckLevel) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int {
    switch self {
    case .pass: 0
    case .skip: 1
    case .warn: 2
    case .fail: 3
    }
  }
}

/// What a check found.
public struct CheckVerdict: Sendable, Hashable {
  /// What came out.
  public let level: CheckLevel
  /// What was found, in one line without secrets.
  public let message: String
  /// The objects it was found at, one line each.
  public let details: [String]
  /// What to do about it, here: sentences, or commands that can be copied.
  public let next: [String]

  /// States what was found.
  public init(
    _ level: CheckLevel, _ message: String, details: [String] = [], next: [String] = []
  ) {
    self.level = level
    self.message = message
    self.details = details
    self.next = next
  }

  /// All is well.
  static func pass(_ message: String, details: [String] = []) -> CheckVerdict {
    CheckVerdict(.pass, message, details: details)
  }

  /// It works, but somebody should look at it.
  static func warn(
    _ message: String, details: [String] = [], next: [String] = []
  ) -> CheckVerdict {
    CheckVerdict(.warn, message, details: details, next: next)
  }

  /// It does not work.
  static func fail(
    _ message: String, details: [String] = [], next: [String] = []
  ) -> CheckVerdict {
    CheckVerdict(.fail, message, details: details, next: next)
  }

  /// It was not looked at.
  static func skip(_ message: String, next: [String] = []) -> CheckVerdict {
    CheckVerdict(.skip, message, next: next)
  }
}
