#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Makes a closed pipe an error of the write instead of the end of the process.
public enum BrokenPipe {
  /// Installs a handler for `SIGPIPE` that does nothing.
  ///
  /// A handler, not `SIG_IGN`: ignored signals stay ignored in programs started from here (credential plugins),
  /// whereas handlers are reset by `exec`.
  public static func becomesAnError() {
    signal(SIGPIPE) { _ in }
  }
}
