/// Growing pauses between attempts that fail.
struct Backoff: Sendable {
  /// How many attempts have failed in a row.
  private(set) var failures = 0

  /// The first pause, at least (client-go `tools/cache/reflector.go`).
  private static let first = Duration.milliseconds(800)
  /// The longest pause, at least.
  private static let longest = Duration.seconds(30)

  /// Counts a failure and returns how long to pause: twice as long each time, and a random share more,
  /// so that many clients do not come back at once.
  mutating func pause(random: Double = .random(in: 0..<1)) -> Duration {
    let doubled = Self.first * Double(1 << min(failures, 16))
    failures += 1
    return min(doubled, Self.longest) * (1 + random)
  }

  /// Forgets the failures.
  mutating func reset() {
    failures = 0
  }
}
