/// A signal that asks mcctl to stop.
public enum Interruption: Int32, Sendable, Hashable, CaseIterable {
  /// SIGHUP: the terminal is gone.
  case hangUp = 1
  /// SIGINT: Ctrl-C.
  case interrupt = 2
  /// SIGTERM.
  case terminate = 15

  /// 128 and the signal's number, as shells report it.
  var status: ExitStatus {
    switch self {
    case .hangUp: .hungUp
    case .interrupt: .interrupted
    case .terminate: .terminated
    }
  }

  /// The signal's name.
  var name: String {
    switch self {
    case .hangUp: "SIGHUP"
    case .interrupt: "SIGINT"
    case .terminate: "SIGTERM"
    }
  }
}

/// Where requests to stop come from.
public protocol InterruptionSource: Sendable {
  /// Begins to listen; the stream yields each request as it comes.
  func requests() -> AsyncStream<Interruption>
}

/// Nobody asks to stop: for tests and for callers with their own handling.
public struct NoInterruptions: InterruptionSource {
  /// Makes a source that never yields.
  public init() {}

  /// A stream that ends at once.
  public func requests() -> AsyncStream<Interruption> {
    AsyncStream { $0.finish() }
  }
}
