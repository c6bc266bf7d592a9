/// Asks an operator to type a name before something is destroyed.
public struct Confirmation: Sendable {
  private let streams: Streams

  /// - Parameter streams: the question goes to standard error, the answer comes from standard input.
  public init(streams: Streams) {
    self.streams = streams
  }

  /// Asks once for the name; any other answer, and the end of input, is a refusal.
  ///
  /// Throws `TerminalError.cannotAsk` when there is no terminal to ask on, `CancellationError` on a signal.
  ///
  /// - Parameters:
  ///   - question: what will happen, ending in what is to be typed.
  ///   - name: the only answer that agrees.
  public func asks(_ question: String, for name: String) async throws -> Bool {
    guard streams.terminal.canPrompt else { throw TerminalError.cannotAsk(question: question) }
    try streams.error.write(question + " ")
    guard let answer = try await streams.input.readLine() else {
      try streams.error.write("\n")
      return false
    }
    let surroundings: (Character) -> Bool = { $0.isWhitespace }
    let trimmed = answer.drop(while: surroundings).reversed().drop(while: surroundings).reversed()
    return String(trimmed) == name
  }
}
