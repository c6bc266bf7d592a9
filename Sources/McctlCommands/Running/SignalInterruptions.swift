import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The process's signals SIGINT, SIGTERM and SIGHUP as requests to stop.
///
/// The first is passed on; the second ends the process in the handler itself, whatever the program is doing. Handlers
/// are only installed when `requests` is called, so commands that end at once keep the system's own behaviour.
public struct SignalInterruptions: InterruptionSource {
  /// How many signals have come.
  private static let count = Atomic<Int>(0)
  /// The writing end of the pipe through which the handler tells the thread.
  private static let writingEnd = Atomic<Int32>(-1)

  /// Installs nothing yet.
  public init() {}

  /// Installs the handlers and starts the thread that waits for their word.
  public func requests() -> AsyncStream<Interruption> {
    AsyncStream { continuation in
      var ends: [Int32] = [-1, -1]
      guard pipe(&ends) == 0 else { return }
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      // Both are used by the handler, which must not be the first to touch them: that would take a lock.
      Self.count.store(0, ordering: .sequentiallyConsistent)
      Self.writingEnd.store(ends[1], ordering: .sequentiallyConsistent)
      Self.startThread(reading: ends[0], continuation)
      for interruption in Interruption.allCases { Self.install(interruption) }
    }
  }

  /// A signal that was ignored when mcctl started stays ignored (`nohup`).
  private static func install(_ interruption: Interruption) {
    var present = sigaction()
    _ = sigaction(interruption.rawValue, nil, &present)
    guard !ignores(present) else { return }
    signal(interruption.rawValue) { number in
      let earlier = SignalInterruptions.count.add(1, ordering: .sequentiallyConsistent).oldValue
      guard earlier == 0 else { _exit(128 + number) }
      var byte = UInt8(truncatingIfNeeded: number)
      _ = write(SignalInterruptions.writingEnd.load(ordering: .sequentiallyConsistent), &byte, 1)
    }
  }

  private static func ignores(_ action: sigaction) -> Bool {
    #if canImport(Darwin)
      let handler = action.__sigaction_u.__sa_handler
    #else
      let handler = action.__sigaction_handler.sa_handler
    #endif
    return unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  /// A thread of its own, because reading blocks and the concurrency pool must not.
  private static func startThread(
    reading descriptor: Int32, _ continuation: AsyncStream<Interruption>.Continuation
  ) {
    let reader = SignalPipeReader(descriptor: descriptor, continuation: continuation)
    var thread = pthread_t()
    let context = Unmanaged.passRetained(reader).toOpaque()
    let status = pthread_create(
      &thread, nil,
      { context in
        guard let context else { return nil }
        Unmanaged<SignalPipeReader>.fromOpaque(context).takeRetainedValue().run()
        return nil
      }, context)
    if status != 0 { Unmanaged<SignalPipeReader>.fromOpaque(context).release() }
  }
}

/// Turns the handler's bytes into requests.
private final class SignalPipeReader: Sendable {
  private let descriptor: Int32
  private let continuation: AsyncStream<Interruption>.Continuation

  init(descriptor: Int32, continuation: AsyncStream<Interruption>.Continuation) {
    self.descriptor = descriptor
    self.continuation = continuation
  }

  func run() {
    while true {
      var byte: UInt8 = 0
      let count = read(descriptor, &byte, 1)
      if count == 1, let interruption = Interruption(rawValue: Int32(byte)) {
        continuation.yield(interruption)
      } else if count == 0 || (count < 0 && errno != EINTR) {
        continuation.finish()
        return
      }
    }
  }
}
