extension String {
  /// The text as one word of a POSIX shell.
  public var shellQuoted: String {
    "'" + split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }
}
