/// Somewhere bytes go: a descriptor, a file, or a test's memory.
public protocol OutputSink: Sendable {
  /// Writes all bytes, or throws; partial writes are continued inside.
  func write(_ bytes: [UInt8]) throws(TerminalError)

  /// Makes sure what was written has reached the disk, where there is one.
  ///
  /// File systems that allocate late report a full disk only here.
  func synchronize() throws(TerminalError)
}

extension OutputSink {
  /// Writes text as UTF-8.
  public func write(_ text: String) throws(TerminalError) {
    try write(Array(text.utf8))
  }

  /// Sinks without a disk behind them have nothing to do.
  public func synchronize() throws(TerminalError) {}
}
