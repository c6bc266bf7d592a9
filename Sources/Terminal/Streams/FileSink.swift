#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file written from its beginning, such as the one named by `--events`.
///
/// Named pipes and `/dev/fd/N` work as well.
public final class FileSink: OutputSink {
  private let descriptor: Int32
  private let sink: FileDescriptorSink

  /// Opens the file for writing, created with mode 0644 (less the umask) or emptied.
  public init(path: String) throws(TerminalError) {
    let opened = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard opened >= 0 else {
      throw .cannotOpen(path: path, reason: SystemError.last.text)
    }
    descriptor = opened
    sink = FileDescriptorSink(descriptor: opened, target: path)
  }

  deinit {
    close(descriptor)
  }

  /// Writes all bytes, or throws.
  public func write(_ bytes: [UInt8]) throws(TerminalError) {
    try sink.write(bytes)
  }

  /// Flushes to the disk.
  public func synchronize() throws(TerminalError) {
    try sink.synchronize()
  }
}
