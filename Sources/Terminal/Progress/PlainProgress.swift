import Synchronization

/// Progress as lines that stay, for logs and pipes: what changed, and while a step waits or runs long a line at most
/// every ten seconds.
public final class PlainProgress: ProgressRenderer {
  /// A step that is over sooner than this prints one line, not two.
  static let quickStep: Duration = .seconds(1)
  /// The least time between two lines about the same step while nothing but the waiting goes on.
  static let reminderInterval: Duration = .seconds(10)

  private struct State {
    var checklist = Checklist()
    /// When a line about a running step was last printed.
    var lastLine: [String: Duration] = [:]
    var isFinished = false
    /// Steps are whole clusters, and one line for each is what is wanted.
    var isOverview = false
  }

  private let sink: any OutputSink
  private let now: @Sendable () -> Duration
  private let state = Mutex(State())

  /// - Parameters:
  ///   - sink: where lines go, normally standard error.
  ///   - now: the time since the command began.
  public init(sink: any OutputSink, now: @escaping @Sendable () -> Duration) {
    self.sink = sink
    self.now = now
  }

  /// Prints the end of steps and the first thing a step waits for; the rest is left to `tick`.
  public func apply(_ change: ProgressChange) {
    state.withLock { state in
      let time = now()
      state.checklist.apply(change, at: time)
      guard !state.isFinished, let item = state.checklist.item(change.id) else { return }
      switch change {
      case .finished:
        print(item, at: time, &state)
      case .waiting where state.lastLine[item.id] == nil && !state.isOverview:
        print(item, at: time, &state)
      default:
        break
      }
    }
  }

  /// Prints steps that have begun without a line so far, and reminds of those that still run.
  public func tick() {
    state.withLock { state in
      guard !state.isFinished else { return }
      let time = now()
      for item in state.checklist.items where item.isActive {
        let isDue =
          state.lastLine[item.id].map { time - $0 >= Self.reminderInterval }
          ?? (item.elapsed(at: time)
            >= (state.isOverview ? Self.reminderInterval : Self.quickStep))
        if isDue { print(item, at: time, &state) }
      }
    }
  }

  /// Prints the line as it is.
  public func line(_ text: String) {
    state.withLock { _ in try? sink.write(text + "\n") }
  }

  /// A step that ends within ten seconds prints its end only, whatever it waits for meanwhile.
  public func beginOverview() {
    state.withLock { $0.isOverview = true }
  }

  /// Prints nothing more about steps.
  public func finish() {
    state.withLock { $0.isFinished = true }
  }

  /// Often enough for the first line of a slow step to come on time.
  public var tickInterval: Duration? { .milliseconds(500) }

  private func print(_ item: Checklist.Item, at time: Duration, _ state: inout State) {
    state.lastLine[item.id] = time
    try? sink.write(Self.text(item, at: time) + "\n")
  }

  /// "[12s] edge-7: approve and accept: done (0.3s): note"; what a step has come to stands before what that waits for.
  static func text(_ item: Checklist.Item, at time: Duration) -> String {
    let isWaiting = if case .waiting = item.state { true } else { false }
    let subject = [item.group, item.title, isWaiting ? item.note : nil]
      .compactMap { $0?.singleLine }.joined(separator: ": ")
    let elapsed = ElapsedTime.text(item.elapsed(at: time))
    let state =
      switch item.state {
      case .pending: "to come"
      case .running: "running (\(elapsed))"
      case .waiting(let fact, let since):
        "waiting (\(ElapsedTime.age(time - since))): \(fact.singleLine)"
      case .ended(.done): "done (\(elapsed))"
      case .ended(.skipped): "skipped"
      case .ended(.failed): "failed (\(elapsed))"
      }
    let note = isWaiting ? "" : item.note.map { ": \($0.singleLine)" } ?? ""
    return "[\(ElapsedTime.age(time))] \(subject): \(state)\(note)"
  }
}
