import Documents
import Synchronization
import Terminal

/// The JSON lines that `--events` asks for: one event a line, the last one always `result`.
final class EventLog: Sendable {
  private struct State {
    /// The reader is gone; the work goes on without it.
    var isDeaf = false
    var isEnded = false
  }

  private let sink: any OutputSink
  private let target: String
  private let state = Mutex(State())

  /// Opens the file, or takes standard output for `-`.
  init(_ target: String, streams: Streams) throws(EventLogFailure) {
    self.target = target
    if target == "-" {
      sink = streams.output
      return
    }
    do {
      sink = try FileSink(path: target)
    } catch {
      throw EventLogFailure(target: target, reason: error)
    }
  }

  /// Writes to a sink that is open already.
  init(sink: any OutputSink, target: String) {
    self.sink = sink
    self.target = target
  }

  /// Writes one event. After the last one nothing is written, and nothing after the reader has gone.
  func write(_ event: Value, isLast: Bool = false) throws(EventLogFailure) {
    let line = JSON.text(event) + "\n"
    let failure = state.withLock { state -> TerminalError? in
      guard !state.isDeaf, !state.isEnded else { return nil }
      state.isEnded = isLast
      do throws(TerminalError) {
        try sink.write(line)
        if isLast { try sink.synchronize() }
        return nil
      } catch {
        state.isDeaf = true
        if case .brokenPipe = error { return nil }
        return error
      }
    }
    if let failure { throw EventLogFailure(target: target, reason: failure) }
  }
}

/// The file named with `--events` cannot be opened or written.
struct EventLogFailure: Error, Sendable, Hashable, CustomStringConvertible {
  /// The path, or `-`.
  let target: String
  let reason: TerminalError

  /// Target and the system's words: "events.jsonl: No space left on device".
  var description: String {
    "\(target == "-" ? "standard output" : target): \(reason.reason)"
  }
}

extension TerminalError {
  /// The system's words alone.
  var reason: String {
    switch self {
    case .cannotOpen(_, let reason), .cannotWrite(_, let reason), .cannotRead(_, let reason): reason
    case .brokenPipe, .cannotAsk: description
    }
  }
}
