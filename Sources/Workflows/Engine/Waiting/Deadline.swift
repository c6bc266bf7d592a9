/// The one point in time by which a whole command has to be through.
public struct Deadline: Sendable, Hashable {
  /// How long the command was given; nil means for ever.
  public let budget: Duration?
  private let instant: ContinuousClock.Instant?

  /// A deadline that many seconds from now; nil sets none.
  public static func after(_ budget: Duration?) -> Deadline {
    Deadline(budget: budget, instant: budget.map { ContinuousClock.now.advanced(by: $0) })
  }

  /// No deadline.
  public static let none = Deadline(budget: nil, instant: nil)

  /// What is left, never below zero; nil without a deadline.
  public var remaining: Duration? {
    instant.map { max(.zero, ContinuousClock.now.duration(to: $0)) }
  }

  /// True once nothing is left.
  public var hasPassed: Bool { remaining == .zero }

  private init(budget: Duration?, instant: ContinuousClock.Instant?) {
    self.budget = budget
    self.instant = instant
  }
}
