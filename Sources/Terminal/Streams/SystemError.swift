#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The last error of a system call, taken at once, before another call overwrites it.
struct SystemError: Hashable {
  /// The value of `errno`.
  let code: Int32

  /// The error of the call that has just failed on this thread.
  static var last: SystemError { SystemError(code: errno) }

  /// The C library's text, such as "No space left on device".
  var text: String {
    guard let message = strerror(code) else { return "error \(code)" }
    return String(cString: message)
  }

  /// A call cut short by a signal, to be made again.
  var isInterrupted: Bool { code == EINTR }

  /// A non-blocking descriptor that has no room now.
  var wouldBlock: Bool { code == EAGAIN || code == EWOULDBLOCK }

  /// The reader of a pipe or socket is gone.
  var isBrokenPipe: Bool { code == EPIPE }
}
