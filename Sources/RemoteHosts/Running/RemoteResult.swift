/// What a command on a host wrote, and how it ended.
public struct RemoteResult: Sendable, Hashable {
  /// The exit status: 128 and the signal's number for a command that a signal ended.
  public let exitCode: Int
  /// Standard output.
  public let output: [UInt8]
  /// Standard error.
  public let errors: [UInt8]

  /// Standard output as text, without white space at its end.
  public var text: String {
    var text = String(decoding: output, as: UTF8.self)
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }

  /// The last lines of standard error.
  public var errorTail: String {
    String(decoding: errors, as: UTF8.self).split(whereSeparator: \.isNewline)
      .suffix(10).joined(separator: "\n")
  }
}

/// A piece of what a command writes, as it comes.
public enum RemoteOutput: Sendable, Hashable {
  /// Of standard output.
  case output([UInt8])
  /// Of standard error.
  case errors([UInt8])
}
