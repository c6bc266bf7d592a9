import Foundation

/// A run of mcctl on a terminal (`terminal.py`).
struct OnTerminal: Decodable, Sendable {
  /// Everything that was written to the terminal, control sequences too.
  let shown: String
  /// The exit status; negative for a signal.
  let status: Int32
  /// How long it went on after a signal.
  let seconds: Double

  /// The lines without control sequences.
  var lines: [String] {
    shown.replacing(/\u{1B}\[[0-9;?]*[A-Za-z]/, with: "").split(whereSeparator: \.isNewline)
      .map(String.init)
  }
}

extension Clusters {
  /// Runs mcctl on the hub, on a terminal.
  ///
  /// - Parameters:
  ///   - columns: the terminal's width.
  ///   - marker: what has to appear before Ctrl-C is pressed, or the answer is typed; empty for never.
  ///   - answer: what is typed each time that the marker appears, instead of Ctrl-C.
  func mcctlOnTerminal(
    _ arguments: [String], columns: Int = 80, interruptAt marker: String = "",
    answer: String? = nil, environment: [String: String] = [:]
  ) async throws -> OnTerminal {
    let script = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "terminal.py").path
    let outcome = try await Program.run(
      "python3",
      [
        script, String(columns), marker, answer.map { "type:\($0)" } ?? "INT",
        try Program.path("mcctl").path,
      ] + arguments,
      environment: ["KUBECONFIG": hub, "TERM": "xterm-256color"].merging(environment) { $1 },
      folder: folder)
    guard outcome.status == 0 else { throw NoTerminal(outcome: outcome) }
    return try JSONDecoder().decode(OnTerminal.self, from: Data(outcome.stdout.utf8))
  }

  /// The terminal itself failed.
  struct NoTerminal: Error { let outcome: Outcome }
}
