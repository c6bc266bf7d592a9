/// Cuts what comes in pieces into lines. Redraws of a progress bar, which end in a carriage return, are lines too.
public struct OutputLines: Sendable {
  private var rest: [UInt8] = []
  /// Bytes after which a line is given out though it has not ended.
  private static let longest = 64 << 10

  /// Starts at the beginning of a line.
  public init() {}

  /// The lines that have ended by now, plain and not empty.
  public mutating func take(_ bytes: [UInt8]) -> [String] {
    var lines: [String] = []
    for byte in bytes {
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") || rest.count > Self.longest {
        if let line = finish() { lines.append(line) }
      }
      if byte != UInt8(ascii: "\n"), byte != UInt8(ascii: "\r") { rest.append(byte) }
    }
    return lines
  }

  /// What stands after the last end of a line; nil for nothing.
  public mutating func finish() -> String? {
    defer { rest.removeAll(keepingCapacity: true) }
    guard !rest.isEmpty else { return nil }
    let line = TerminalText.plain(String(decoding: rest, as: UTF8.self))
    return line.allSatisfy(\.isWhitespace) ? nil : line
  }
}
