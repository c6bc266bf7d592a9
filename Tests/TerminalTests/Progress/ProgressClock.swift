import Synchronization
import Terminal

/// Time that a test sets.
final class ProgressClock: Sendable {
  private let time = Mutex(Duration.zero)

  var now: Duration {
    get { time.withLock { $0 } }
    set { time.withLock { $0 = newValue } }
  }

  func advance(_ step: Duration) {
    time.withLock { $0 += step }
  }
}

/// A window that a test resizes.
final class Window: Sendable {
  private let size: Mutex<TerminalSize>

  init(_ columns: Int, _ rows: Int) {
    size = Mutex(TerminalSize(columns: columns, rows: rows))
  }

  var current: TerminalSize {
    get { size.withLock { $0 } }
    set { size.withLock { $0 = newValue } }
  }
}
