import Synchronization

/// When something last happened, for timeouts that must not run while a person is being asked.
final class ActivityClock: Sendable {
  private struct State {
    var last = ContinuousClock.now
    var pauses = 0
  }

  private let state = Mutex(State())

  /// Something happened.
  func touch() {
    state.withLock { $0.last = .now }
  }

  /// How long nothing has happened; zero while it is paused.
  var quiet: Duration {
    state.withLock { $0.pauses > 0 ? .zero : .now - $0.last }
  }

  /// Time does not count from here on.
  func pause() {
    state.withLock { $0.pauses += 1 }
  }

  /// Time counts again, from zero.
  func resume() {
    state.withLock {
      $0.pauses -= 1
      $0.last = .now
    }
  }
}
