import Synchronization

/// Hands a body over from the event loop to the task that reads it, and holds the loop back when that one is slow.
final class StreamReceiver: TransferReceiver {
  /// Bytes that may wait for the reader before the transfer is held back.
  static let capacity = 256 * 1024

  private struct State {
    var waitingForHead: CheckedContinuation<AnswerHead, any Error>?
    var readers: [CheckedContinuation<[UInt8]?, any Error>] = []
    var pending: [UInt8] = []
    var isHeldBack = false
    /// Set at the end: success for a complete body.
    var end: Result<Void, any Error>?
  }

  private let state = Mutex(State())
  private let resume: @Sendable () -> Void
  private let abandon: @Sendable () -> Void

  /// A receiver that calls `resume` when there is room again and `abandon` when nobody wants the rest.
  init(resume: @escaping @Sendable () -> Void, abandon: @escaping @Sendable () -> Void) {
    self.resume = resume
    self.abandon = abandon
  }

  // MARK: The reading side

  /// Waits for the head of the answer to the transfer that `start` begins.
  ///
  /// - Throws: ``TransportError`` when there is none, `CancellationError` when the task is cancelled.
  func head(start: () -> Void) async throws -> AnswerHead {
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        state.withLock { $0.waitingForHead = continuation }
        start()
        // A cancellation before this line may have come before the transfer was there to be abandoned.
        if Task.isCancelled { cancel() }
      }
    } onCancel: {
      cancel()
    }
  }

  /// Waits for the next piece of the body; nil at its end.
  func nextChunk() async throws -> [UInt8]? {
    try await withTaskCancellationHandler {
      try Task.checkCancellation()
      return try await withCheckedThrowingContinuation { continuation in
        wait(continuation)
      }
    } onCancel: {
      cancel()
    }
  }

  /// Ends the transfer; whoever waits, now or later, gets a `CancellationError`.
  func cancel() {
    end(.failure(CancellationError()))
    abandon()
  }

  private func wait(_ reader: CheckedContinuation<[UInt8]?, any Error>) {
    enum Step { case give([UInt8], resuming: Bool), end(Result<Void, any Error>), wait }
    let step = state.withLock { state -> Step in
      if !state.pending.isEmpty {
        defer { (state.pending, state.isHeldBack) = ([], false) }
        return .give(state.pending, resuming: state.isHeldBack)
      }
      if let end = state.end { return .end(end) }
      state.readers.append(reader)
      return .wait
    }
    switch step {
    case .give(let chunk, let resuming):
      reader.resume(returning: chunk)
      if resuming { resume() }
    case .end(let end):
      reader.resume(with: end.map { nil })
    case .wait:
      break
    }
  }

  // MARK: The event loop's side

  func receiveHead(_ head: AnswerHead) {
    let waiting = state.withLock { state in
      defer { state.waitingForHead = nil }
      return state.waitingForHead
    }
    waiting?.resume(returning: head)
  }

  func receive(_ bytes: UnsafeRawBufferPointer) -> ReceiveDecision {
    let reader = state.withLock { state -> CheckedContinuation<[UInt8]?, any Error>?? in
      if !state.readers.isEmpty { return .some(state.readers.removeFirst()) }
      guard state.pending.count < Self.capacity else {
        state.isHeldBack = true
        return .none
      }
      state.pending.append(contentsOf: bytes)
      return .some(nil)
    }
    guard let reader else { return .holdBack }
    reader?.resume(returning: Array(bytes))
    return .taken
  }

  func finish(_ outcome: TransferOutcome) {
    end(outcome.error.map { .failure($0) } ?? .success(()))
  }

  private func end(_ end: Result<Void, any Error>) {
    let (head, readers) = state.withLock { state in
      if state.end == nil { state.end = end }
      defer { (state.waitingForHead, state.readers) = (nil, []) }
      return (state.waitingForHead, state.readers)
    }
    // Only a failure ends a transfer before its head.
    head?.resume(throwing: end.failure ?? CancellationError())
    for reader in readers { reader.resume(with: end.map { nil }) }
  }
}

extension Result {
  fileprivate var failure: Failure? {
    if case .failure(let failure) = self { failure } else { nil }
  }
}

/// Ends a transfer when the last one who could read it is gone.
final class StreamReading: Sendable {
  private let receiver: StreamReceiver

  init(_ receiver: StreamReceiver) {
    self.receiver = receiver
  }

  deinit {
    receiver.cancel()
  }

  /// Waits for the next piece of the body; nil at its end.
  func nextChunk() async throws -> [UInt8]? {
    try await receiver.nextChunk()
  }
}
