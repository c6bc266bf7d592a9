import Synchronization

/// Takes a whole answer for one waiting task.
final class AnswerCollector: TransferReceiver {
  /// An answer and how the transfer ended; without a head when there was none.
  struct Answer: Sendable {
    var head: AnswerHead?
    var body: [UInt8]
    var outcome: TransferOutcome
  }

  private struct State {
    var head: AnswerHead?
    var body: [UInt8] = []
    var waiting: CheckedContinuation<Answer, any Error>?
  }

  /// What a server's word for its body's length is worth, in bytes.
  private static let largestReservation = 4 * 1024 * 1024

  private let limit: Int
  private let state = Mutex(State())

  /// A collector that takes at most `limit` bytes of body.
  init(limit: Int) {
    self.limit = limit
  }

  /// Waits until the transfer that `start` begins has ended.
  ///
  /// - Throws: `CancellationError` when the task is cancelled, right then; `abandon` is called in that case.
  func collect(start: () -> Void, abandon: @escaping @Sendable () -> Void) async throws -> Answer {
    let cancel = { @Sendable in
      self.giveUp()
      abandon()
    }
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        state.withLock { $0.waiting = continuation }
        start()
        // A cancellation before this line may have come before the transfer was there to be abandoned.
        if Task.isCancelled { cancel() }
      }
    } onCancel: {
      cancel()
    }
  }

  func receiveHead(_ head: AnswerHead) {
    state.withLock { state in
      state.head = head
      if let length = head.headers["Content-Length"].flatMap({ Int($0) }) {
        state.body.reserveCapacity(min(max(length, 0), limit, Self.largestReservation))
      }
    }
  }

  func receive(_ bytes: UnsafeRawBufferPointer) -> ReceiveDecision {
    state.withLock { state in
      guard state.body.count + bytes.count <= limit else {
        return .refused(.tooLarge(limit: limit))
      }
      state.body.append(contentsOf: bytes)
      return .taken
    }
  }

  func finish(_ outcome: TransferOutcome) {
    let (waiting, answer) = state.withLock { state in
      defer { state = State() }
      return (state.waiting, Answer(head: state.head, body: state.body, outcome: outcome))
    }
    waiting?.resume(returning: answer)
  }

  private func giveUp() {
    let waiting = state.withLock { state in
      defer { state.waiting = nil }
      return state.waiting
    }
    waiting?.resume(throwing: CancellationError())
  }
}
