import Documents
import Terminal

/// Prints errors on standard error: in the layout for people, or as one line of JSON.
struct ErrorReport {
  private let streams: Streams
  private let palette: Palette
  private let isJSON: Bool

  /// - Parameter isJSON: the result was asked for with `-o json`.
  init(streams: Streams, color: ColorChoice = .auto, isJSON: Bool = false) {
    self.streams = streams
    self.isJSON = isJSON
    palette = Palette(
      isColored: color.usesColor(
        streamIsTerminal: streams.terminal.errorIsTerminal,
        environment: streams.terminal.environment))
  }

  /// Prints the error and returns its exit status.
  func print(_ error: UserFacingError) -> ExitStatus {
    let terminal = streams.terminal
    let width = terminal.errorIsTerminal ? terminal.size.columns : nil
    let text = isJSON ? Self.json(error) + "\n" : ErrorLayout(palette, width: width).text(error)
    try? streams.error.write(text)
    return error.status
  }

  /// One line: `{"error": {…}}`.
  static func json(_ error: UserFacingError) -> String {
    JSON.text(["error": error.document])
  }

  /// Help could not be written: quiet when its reader is gone, an error otherwise.
  static func unwritableOutput(_ error: any Error, to streams: Streams) -> ExitStatus {
    if case TerminalError.brokenPipe = error { return .done }
    return ErrorReport(streams: streams).print(UserFacingError(mapping: error))
  }
}
