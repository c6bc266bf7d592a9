/// What a transfer may still wait for, and how long.
struct TransferDeadlines {
  let timeouts: Timeouts
  let started: ContinuousClock.Instant
  /// When a byte last went either way.
  var lastActivity: ContinuousClock.Instant
  /// Whether the request can be sent; from here on silence counts.
  private(set) var isConnected = false
  /// Whether the receiver holds the body back; silence is its own doing then.
  var isHeldBack = false

  init(_ timeouts: Timeouts, started: ContinuousClock.Instant) {
    self.timeouts = timeouts
    self.started = started
    lastActivity = started
  }

  /// The connection stood `delay` after the start.
  mutating func noteConnected(after delay: Duration) {
    isConnected = true
    lastActivity = max(lastActivity, started + delay)
  }

  /// When to ask ``passedLimit(at:)`` next, nil for never. Activity only makes it later.
  func nextCheck(after now: ContinuousClock.Instant) -> ContinuousClock.Instant? {
    let silenceCounts = isConnected && !isHeldBack
    let candidates = [
      timeouts.total.map { started + $0 },
      isConnected ? nil : started + timeouts.connect,
      timeouts.idle.map { (silenceCounts ? lastActivity : now) + $0 },
    ]
    return candidates.compactMap(\.self).min()
  }

  /// The limit that is exceeded at `now`, nil when the transfer is in time.
  func passedLimit(at now: ContinuousClock.Instant) -> Duration? {
    if let total = timeouts.total, now >= started + total { return total }
    guard isConnected else { return now >= started + timeouts.connect ? timeouts.connect : nil }
    guard let idle = timeouts.idle, !isHeldBack, now >= lastActivity + idle else { return nil }
    return idle
  }
}
