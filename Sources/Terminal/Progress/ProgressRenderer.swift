/// Shows a person how a command gets on, always on standard error.
///
/// All members may be called from any thread. What cannot be written is dropped: there is no better place to say so.
public protocol ProgressRenderer: Sendable {
  /// Shows a change of a step.
  func apply(_ change: ProgressChange)

  /// Prints a line that stays, such as a warning or a log line, without tearing what is drawn.
  func line(_ text: String)

  /// Takes what is drawn away while something else happens on the terminal, such as a question. Lines are still printed.
  func pause()

  /// Draws again after `pause`.
  func resume()

  /// Called every `tickInterval` while the command runs.
  func tick()

  /// Takes down what moves and leaves the last state standing; steps are no longer drawn afterwards.
  func finish()

  /// From now on steps are whole clusters or the like, of which there may be very many: none is told twice where once
  /// will do, and in the end those that are through are not drawn again, since the result names them.
  func beginOverview()

  /// How often `tick` is to be called; nil for never.
  var tickInterval: Duration? { get }
}

extension ProgressRenderer {
  /// Renderers that draw nothing in place have nothing to take away.
  public func pause() {}

  /// Renderers that draw nothing in place have nothing to draw again.
  public func resume() {}

  /// Renderers that show nothing of steps have nothing to shorten.
  public func beginOverview() {}
}

/// How progress is shown, the value of `--progress`.
public enum ProgressChoice: String, Sendable, CaseIterable {
  /// A live checklist on a terminal, plain lines elsewhere.
  case auto
  /// Plain lines everywhere.
  case plain
  /// Nothing; warnings and errors are still printed.
  case none
}

extension ProgressChoice {
  /// The renderer for the streams.
  ///
  /// - Parameters:
  ///   - color: the value of `--color`.
  ///   - now: the time since the command began.
  public func renderer(
    streams: Streams, color: ColorChoice, now: @escaping @Sendable () -> Duration
  ) -> any ProgressRenderer {
    let terminal = streams.terminal
    let palette = Palette(
      isColored: color.usesColor(
        streamIsTerminal: terminal.errorIsTerminal, environment: terminal.environment))
    switch self {
    case .none:
      return SilentProgress(sink: streams.error)
    case .auto where terminal.errorIsTerminal && terminal.movesCursor:
      let drawing = ChecklistDrawing(symbols: .fitting(terminal), palette: palette)
      return LiveProgress(
        sink: streams.error, drawing: drawing, size: { terminal.size }, now: now)
    case .auto, .plain:
      return PlainProgress(sink: streams.error, now: now)
    }
  }
}

/// Calls `tick` as often as the renderer wants it, until the task is cancelled.
public func keepTicking(_ renderer: any ProgressRenderer) async {
  guard let interval = renderer.tickInterval else { return }
  while !Task.isCancelled {
    try? await Task.sleep(for: interval)
    if !Task.isCancelled { renderer.tick() }
  }
}
