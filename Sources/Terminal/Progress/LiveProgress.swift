import Synchronization

/// A checklist that is redrawn in place on a terminal.
///
/// A frame is one write: it hides the cursor, overwrites line by line (nothing is cleared first, so nothing flickers),
/// clears what is left over and shows the cursor again. The cursor is therefore visible whenever the program can be
/// stopped, even by a signal that no program can catch.
public final class LiveProgress: ProgressRenderer {
  private struct State {
    var checklist = Checklist()
    /// What stands on the screen above the cursor.
    var drawn: [String] = []
    var frame = 0
    var isPaused = false
    var isFinished = false
    /// Steps are whole clusters, maybe very many.
    var isOverview = false
    /// When something was last drawn.
    var lastFrame: Duration?
  }

  /// The least time between two frames of an overview: a thousand clusters change more often than a person can see.
  static let overviewInterval: Duration = .milliseconds(80)

  private let sink: any OutputSink
  private let drawing: ChecklistDrawing
  private let size: @Sendable () -> TerminalSize
  private let now: @Sendable () -> Duration
  private let state = Mutex(State())

  /// - Parameters:
  ///   - size: the window's size, asked for every frame.
  ///   - now: the time since the command began.
  init(
    sink: any OutputSink, drawing: ChecklistDrawing, size: @escaping @Sendable () -> TerminalSize,
    now: @escaping @Sendable () -> Duration
  ) {
    self.sink = sink
    self.drawing = drawing
    self.size = size
    self.now = now
  }

  /// Takes the change in and redraws; a plan, which is many changes at once, is drawn with what comes next.
  public func apply(_ change: ProgressChange) {
    state.withLock { state in
      let time = now()
      state.checklist.apply(change, at: time)
      if case .planned = change { return }
      if state.isOverview, let last = state.lastFrame, time - last < Self.overviewInterval {
        return
      }
      redraw(&state)
    }
  }

  /// Frames become fewer, and the last one has only counts and what was stopped.
  public func beginOverview() {
    state.withLock { $0.isOverview = true }
  }

  /// Prints the line above the checklist.
  public func line(_ text: String) {
    state.withLock { state in
      let bytes = erasure(of: state.drawn) + text + "\n"
      state.drawn = []
      try? sink.write(bytes)
      redraw(&state)
    }
  }

  /// Takes the checklist away.
  public func pause() {
    state.withLock { state in
      try? sink.write(erasure(of: state.drawn))
      state.drawn = []
      state.isPaused = true
    }
  }

  /// Draws the checklist again, below whatever was written meanwhile.
  public func resume() {
    state.withLock { state in
      state.isPaused = false
      redraw(&state)
    }
  }

  /// Turns the spinner and the clocks.
  public func tick() {
    state.withLock { state in
      state.frame += 1
      redraw(&state)
    }
  }

  /// Draws every step once more, without spinners that turn, and stops.
  public func finish() {
    state.withLock { state in
      guard !state.isFinished else { return }
      state.isFinished = true
      // What was taken away for a question that was answered with no does not come back.
      guard !state.isPaused else { return }
      let final =
        state.isOverview
        ? drawing.finalOverview(state.checklist, at: now(), columns: size().columns)
        : drawing.finalLines(state.checklist, at: now(), columns: size().columns)
      write(final, over: state.drawn)
      state.drawn = []
    }
  }

  /// Ten frames a second.
  public var tickInterval: Duration? { .milliseconds(100) }

  private func redraw(_ state: inout State) {
    guard !state.isFinished, !state.isPaused else { return }
    let time = now()
    let next = drawing.lines(state.checklist, at: time, frame: state.frame, size: size())
    state.lastFrame = time
    guard next != state.drawn else { return }
    write(next, over: state.drawn)
    state.drawn = next
  }

  private func write(_ lines: [String], over drawn: [String]) {
    guard !lines.isEmpty || !drawn.isEmpty else { return }
    let body = lines.map { $0 + Control.clearToEndOfLine + "\n" }.joined()
    let frame =
      Control.beginFrame + moveUp(over: drawn) + body + Control.clearBelow + Control.endFrame
    try? sink.write(frame)
  }

  private func erasure(of drawn: [String]) -> String {
    drawn.isEmpty ? "" : moveUp(over: drawn) + Control.clearBelow
  }

  private func moveUp(over drawn: [String]) -> String {
    Control.up(over: drawn, columns: size().columns)
  }
}
