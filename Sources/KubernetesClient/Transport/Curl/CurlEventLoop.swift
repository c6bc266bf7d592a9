import CCurl
import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The one thread of the process on which libcurl runs.
///
/// Everything libcurl is confined to that thread; the rest of the process leaves commands in a mailbox and wakes it.
/// The thread starts, and loads libcurl, with the first command, so a program that makes no request does not pay for it.
final class CurlEventLoop: Sendable {
  /// What the thread is asked for.
  enum Command: Sendable {
    case start(TransferOrder)
    /// Ends a transfer whose receiver has already been told.
    case abandon(TransferID)
    /// The receiver has room again.
    case resume(TransferID)
  }

  private struct Mailbox {
    enum Thread { case notStarted, running, unavailable(String), stopping }

    var commands: [Command] = []
    var wakeup: Wakeup?
    var thread = Thread.notStarted
  }

  /// A multi handle, of which other threads use nothing but `curl_multi_wakeup`, which libcurl documents
  /// as callable from any thread.
  private struct Wakeup: @unchecked Sendable {
    let multi: UnsafeMutableRawPointer

    func callAsFunction() {
      _ = mcctl_curl_multi_wakeup(multi)
    }
  }

  /// The loop all transports share.
  static let shared = CurlEventLoop()

  private let mailbox = Mutex(Mailbox())
  private let hasStopped = Atomic(false)
  private let lastID = Atomic(0)

  private init() {}

  /// An identity no other transfer of the process has.
  func makeID() -> TransferID {
    TransferID(number: lastID.wrappingAdd(1, ordering: .relaxed).newValue)
  }

  /// Leaves a command for the thread, and starts it when need be.
  func post(_ command: Command) {
    let (wakeup, failure) = mailbox.withLock { mailbox -> (Wakeup?, String?) in
      if case .notStarted = mailbox.thread {
        mailbox.thread = startThread() ? .running : .unavailable("no thread for network transfers")
      }
      if case .unavailable(let failure) = mailbox.thread { return (nil, failure) }
      mailbox.commands.append(command)
      // With more than one command waiting, somebody has woken the thread already.
      return (mailbox.commands.count == 1 ? mailbox.wakeup : nil, nil)
    }
    wakeup?()
    if let failure { Self.refuse([command], failure) }
  }

  /// The commands that came since the last call; nil when the thread has to end.
  func takeCommands() -> [Command]? {
    mailbox.withLock { mailbox in
      guard case .running = mailbox.thread else { return nil }
      defer { mailbox.commands.removeAll(keepingCapacity: true) }
      return mailbox.commands
    }
  }

  private func startThread() -> Bool {
    mcctl_start_thread({ _ in CurlEventLoop.shared.run() }, nil) == 0
  }

  private func run() {
    if let failure = load() {
      refuseEverything(failure)
    } else if let multi = mcctl_curl_multi_init() {
      // OpenSSL frees its global state when the process exits, by a handler it has registered on loading. Handlers
      // run last in first out, so by then this one has the thread out of OpenSSL.
      atexit { CurlEventLoop.shared.stop() }
      mailbox.withLock { $0.wakeup = Wakeup(multi: multi) }
      CurlLoopThread(multi: multi, loop: self).run()
    } else {
      refuseEverything("out of memory")
    }
    hasStopped.store(true, ordering: .releasing)
  }

  /// Loads libcurl; what kept it from that, nil when it is there.
  private func load() -> String? {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 512) { reason in
      guard let start = reason.baseAddress, !mcctl_curl_load(start, reason.count) else {
        return nil
      }
      return String(cString: start)
    }
  }

  private func refuseEverything(_ failure: String) {
    let commands = mailbox.withLock { mailbox in
      mailbox.thread = .unavailable(failure)
      defer { mailbox.commands = [] }
      return mailbox.commands
    }
    Self.refuse(commands, failure)
  }

  private static func refuse(_ commands: [Command], _ failure: String) {
    for case .start(let order) in commands {
      order.receiver.finish(TransferOutcome(error: .system(detail: failure)))
    }
  }

  /// Ends the thread and waits for that, but never longer than a fifth of a second.
  private func stop() {
    let wakeup = mailbox.withLock { mailbox in
      mailbox.thread = .stopping
      return mailbox.wakeup
    }
    wakeup?()
    for _ in 0..<2000 where !hasStopped.load(ordering: .acquiring) {
      usleep(100)
    }
  }
}
