#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Writes to an open file descriptor it does not own.
///
/// `SIGPIPE` must not end the process (`BrokenPipe.becomesAnError`), so that a closed pipe arrives here as `EPIPE`.
public struct FileDescriptorSink: OutputSink {
  private let descriptor: Int32
  private let target: String

  /// - Parameters:
  ///   - descriptor: an open descriptor that outlives the sink.
  ///   - target: how messages call it, such as "standard output" or a path.
  public init(descriptor: Int32, target: String) {
    self.descriptor = descriptor
    self.target = target
  }

  /// The process's standard output.
  public static let standardOutput = FileDescriptorSink(
    descriptor: STDOUT_FILENO, target: "standard output")

  /// The process's standard error.
  public static let standardError = FileDescriptorSink(
    descriptor: STDERR_FILENO, target: "standard error")

  /// Writes all bytes: continues after partial writes and signals, waits when a non-blocking pipe is full.
  public func write(_ bytes: [UInt8]) throws(TerminalError) {
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { buffer in
        systemWrite(descriptor, buffer.baseAddress, buffer.count)
      }
      if count >= 0 {
        written += count
      } else {
        try recover(from: .last)
      }
    }
  }

  /// Flushes a regular file to its disk; pipes and terminals have nothing to flush.
  public func synchronize() throws(TerminalError) {
    guard fsync(descriptor) != 0 else { return }
    let error = SystemError.last
    guard ![EINVAL, EROFS, ENOTSUP, EINTR].contains(error.code) else { return }
    throw .cannotWrite(target: target, reason: error.text)
  }

  /// Returns when the write may be tried again, throws when it may not.
  private func recover(from error: SystemError) throws(TerminalError) {
    if error.isInterrupted { return }
    if error.wouldBlock {
      var wanted = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
      _ = poll(&wanted, 1, -1)
      return
    }
    if error.isBrokenPipe { throw .brokenPipe(target: target) }
    throw .cannotWrite(target: target, reason: error.text)
  }
}

/// `write(2)`, named apart from the method that calls it.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}
