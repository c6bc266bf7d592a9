import Synchronization

/// Keeps what is written in memory, and can be told to fail, so that callers can be tested.
public final class RecordingSink: OutputSink {
  private let bytes = Mutex<[UInt8]>([])
  private let capacity: Int?
  private let failure: TerminalError

  /// - Parameters:
  ///   - capacity: bytes after which every write fails; nil for no limit.
  ///   - failure: what is thrown then.
  public init(
    capacity: Int? = nil,
    failure: TerminalError = .cannotWrite(target: "memory", reason: "No space left on device")
  ) {
    self.capacity = capacity
    self.failure = failure
  }

  /// Everything written so far, as text.
  public var text: String {
    bytes.withLock { String(decoding: $0, as: UTF8.self) }
  }

  /// Keeps the bytes, or throws the configured failure when they do not fit.
  public func write(_ new: [UInt8]) throws(TerminalError) {
    let fits = bytes.withLock { kept in
      if let capacity, kept.count + new.count > capacity { return false }
      kept += new
      return true
    }
    if !fits { throw failure }
  }
}
