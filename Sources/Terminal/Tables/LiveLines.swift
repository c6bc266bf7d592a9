import Synchronization

/// Lines on a terminal that are drawn again in place, such as the table of a watch.
///
/// A frame is one write: it overwrites line by line, so nothing flickers, and the cursor is hidden only within it.
public final class LiveLines: Sendable {
  private let sink: any OutputSink
  private let size: @Sendable () -> TerminalSize
  /// What stands on the screen above the cursor.
  private let drawn = Mutex<[String]>([])

  /// - Parameter size: the window's size, asked for every frame.
  public init(sink: any OutputSink, size: @escaping @Sendable () -> TerminalSize) {
    self.sink = sink
    self.size = size
  }

  /// Draws the lines, without line feeds at their ends, over the ones before. What does not fit into the window is
  /// left out, since what has left it cannot be overwritten.
  public func draw(_ lines: [String]) throws(TerminalError) {
    let room = max(1, size().rows - 1)
    let next = lines.count > room ? Array(lines.prefix(room)) : lines
    let frame = drawn.withLock { drawn -> String? in
      guard next != drawn else { return nil }
      let body = next.map { $0 + Control.clearToEndOfLine + "\n" }.joined()
      let frame =
        Control.beginFrame + Control.up(over: drawn, columns: size().columns) + body
        + Control.clearBelow + Control.endFrame
      drawn = next
      return frame
    }
    if let frame { try sink.write(frame) }
  }

  /// Lines that fit into the window.
  public var room: Int { max(1, size().rows - 1) }
}
