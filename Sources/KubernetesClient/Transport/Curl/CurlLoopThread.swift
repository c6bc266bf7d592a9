import CCurl

/// What runs on the event-loop thread: takes commands, lets libcurl work, ends what is done or overdue.
final class CurlLoopThread {
  /// Connections kept open for later requests.
  private static let maximumIdleConnections = 128
  /// Longest sleep when nothing is due, in milliseconds; a wakeup ends it at any time.
  private static let longestSleep: Int32 = 3_600_000

  private let multi: UnsafeMutableRawPointer
  /// The connections of streams. libcurl 7.88, among others, takes a connection over which an HTTP/1.1 answer
  /// still comes for one that more requests may go over, once it has an HTTP/2 connection to the same server.
  private let streamConnections = mcctl_curl_share_connections()
  private let loop: CurlEventLoop
  private var transfers: [TransferID: Transfer] = [:]
  /// Nothing is overdue before this; nil when nothing can become so.
  private var nextCheck: ContinuousClock.Instant?

  init(multi: UnsafeMutableRawPointer, loop: CurlEventLoop) {
    self.multi = multi
    self.loop = loop
    _ = mcctl_curl_multi_set_long(multi, CURLMOPT_MAXCONNECTS, Self.maximumIdleConnections)
  }

  /// Runs until the process ends.
  func run() {
    while let commands = loop.takeCommands() {
      for command in commands { carryOut(command) }
      // Newer libcurls use a wakeup up as they work, so there is only waiting for one when no commands were left since.
      if commands.isEmpty { mcctl_curl_multi_poll(multi, sleepLength()) }
      mcctl_curl_multi_perform(multi)
      reapFinished()
      endOverdue()
    }
  }

  private func carryOut(_ command: CurlEventLoop.Command) {
    switch command {
    case .start(let order): start(order)
    case .abandon(let id): remove(id)
    case .resume(let id): transfers[id]?.resume()
    }
  }

  private func start(_ order: TransferOrder) {
    do throws(TransportError) {
      let transfer = try Transfer(order, streamConnections: streamConnections)
      guard mcctl_curl_multi_add_handle(multi, transfer.handle.raw) == CURLM_OK else {
        throw .system(detail: "libcurl takes no more transfers")
      }
      transfers[order.id] = transfer
      checkAgain(at: transfer.nextCheck(after: .now))
    } catch {
      order.receiver.finish(TransferOutcome(error: error))
    }
  }

  private func reapFinished() {
    var code = CURLE_OK
    while let raw = mcctl_curl_multi_next_done(multi, &code) {
      let id = TransferID(number: Int(bitPattern: mcctl_curl_get_private(raw)))
      guard let transfer = transfers[id] else { continue }
      finish(transfer, transfer.outcome(code))
    }
  }

  private func endOverdue() {
    let now = ContinuousClock.now
    guard let due = nextCheck, due <= now else { return }
    nextCheck = nil
    for transfer in Array(transfers.values) {
      if let outcome = transfer.overdueOutcome(at: now) {
        finish(transfer, outcome)
      } else {
        checkAgain(at: transfer.nextCheck(after: now))
      }
    }
  }

  /// Tells the receiver first: libcurl before 7.87 waits for a running name lookup when a handle goes.
  private func finish(_ transfer: Transfer, _ outcome: TransferOutcome) {
    transfer.order.receiver.finish(outcome)
    remove(transfer.order.id)
  }

  private func remove(_ id: TransferID) {
    guard let transfer = transfers.removeValue(forKey: id) else { return }
    mcctl_curl_multi_remove_handle(multi, transfer.handle.raw)
  }

  private func checkAgain(at instant: ContinuousClock.Instant?) {
    guard let instant else { return }
    nextCheck = min(nextCheck ?? instant, instant)
  }

  /// Milliseconds until the next check, rounded up so that the loop does not spin just before it.
  private func sleepLength() -> Int32 {
    guard let nextCheck else { return Self.longestSleep }
    return min((nextCheck - .now).clampedMilliseconds, Self.longestSleep)
  }
}
