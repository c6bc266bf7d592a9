/// Shows no progress; lines that must be seen are still printed.
public struct SilentProgress: ProgressRenderer {
  private let sink: any OutputSink

  /// - Parameter sink: where lines go, normally standard error.
  public init(sink: any OutputSink) {
    self.sink = sink
  }

  /// Does nothing.
  public func apply(_ change: ProgressChange) {}

  /// Prints the line.
  public func line(_ text: String) {
    try? sink.write(text + "\n")
  }

  /// Does nothing.
  public func tick() {}

  /// Does nothing.
  public func finish() {}

  /// Never.
  public var tickInterval: Duration? { nil }
}
