import ArgumentParser
import Terminal

/// What the parser has to say instead of a command: help, a version, completions, or what is wrong with the words.
struct ParserAnswer {
  private let error: any Error
  private let invocation: Invocation

  /// - Parameter error: what parsing threw.
  init(_ error: any Error, invocation: Invocation) {
    self.error = error
    self.invocation = invocation
  }

  /// Prints help and its like on standard output, usage errors on standard error.
  func print() -> ExitStatus {
    let streams = invocation.streams
    guard Mcctl.exitCode(for: error) != .success else {
      let text = Mcctl.fullMessage(for: error, columns: helpWidth)
      do {
        try streams.output.write(text.hasSuffix("\n") ? text : text + "\n")
        return .done
      } catch {
        return ErrorReport.unwritableOutput(error, to: streams)
      }
    }
    let suggestion = CommandDescription.root
      .map { Suggestion(for: invocation.arguments, in: $0) }
    let text = asksForJSON ? json(suggestion) : text(suggestion)
    try? streams.error.write(text + "\n")
    return .usage
  }

  /// The parser's message and usage, with what was probably meant between.
  private func text(_ suggestion: Suggestion?) -> String {
    let text = Mcctl.fullMessage(for: error, columns: helpWidth)
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if let problem = suggestion?.problem { lines[0] = Mcctl._errorPrefix + problem }
    if let question = suggestion?.question, !lines[0].contains("Did you mean") {
      lines[0] += ". " + question
    }
    return lines.joined(separator: "\n")
  }

  private func json(_ suggestion: Suggestion?) -> String {
    ErrorReport.json(
      UserFacingError(
        .usage, status: .usage, what: suggestion?.problem ?? Mcctl.message(for: error),
        next: [suggestion?.question, "see mcctl help"].compactMap(\.self)))
  }

  /// Help is written for 80 columns; a narrower terminal gets narrower text, a wider one no wider lines.
  private var helpWidth: Int {
    let terminal = invocation.streams.terminal
    guard terminal.outputIsTerminal else { return 80 }
    return min(80, max(40, terminal.size.columns))
  }

  /// The words could not be parsed, so the flag is looked for in them.
  private var asksForJSON: Bool {
    let words = invocation.arguments
    if words.contains("-ojson") || words.contains("--output=json") || words.contains("-o=json") {
      return true
    }
    return zip(words, words.dropFirst()).contains {
      ["-o", "--output"].contains($0) && $1 == "json"
    }
  }
}
