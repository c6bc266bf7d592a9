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

  /// Prints the errors of several. Where many have failed of the same, one of them stands for all; of each
  /// the result tells what happened to it.
  func print(_ errors: [UserFacingError]) {
    guard !isJSON else { return errors.forEach { _ = print($0) } }
    var groups: [(first: UserFacingError, others: [String])] = []
    for error in errors {
      let index = groups.firstIndex { $0.first.id == error.id }
      if let index, errors.count > Self.shownInFull {
        groups[index].others.append(error.subject ?? error.what)
      } else {
        groups.append((error, []))
      }
    }
    for group in groups {
      _ = print(group.first)
      guard !group.others.isEmpty else { continue }
      let names = group.others.prefix(Self.namedOthers).joined(separator: ", ").singleLine
      let rest = group.others.count > Self.namedOthers ? ", …" : ""
      let text = "  the same id for \(group.others.count) more: \(names)\(rest)\n"
      try? streams.error.write(text)
    }
  }

  /// More errors than these are told by kind.
  private static let shownInFull = 5
  /// How many clusters are named beside the one whose error is shown.
  private static let namedOthers = 20

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
