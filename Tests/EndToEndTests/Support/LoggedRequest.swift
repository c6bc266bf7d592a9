import Foundation

/// One line of the sandbox's request log.
struct LoggedRequest: Decodable, Sendable {
  /// The cluster that was asked: `hub`, `cluster1`, …
  let server: String
  let method: String
  let path: String
  let userAgent: String

  /// Whether it was mcctl's, and meant to change something.
  var isWriteByProgram: Bool { isChangeByProgram && !path.contains("dryRun=All") }

  /// Whether it was mcctl's, and asked what a change would do.
  var isDryRunByProgram: Bool { isChangeByProgram && path.contains("dryRun=All") }

  private var isChangeByProgram: Bool {
    ["POST", "PUT", "PATCH", "DELETE"].contains(method)
      && userAgent.hasPrefix("mcctl/")
      && path.firstMatch(of: /selfsubject\w*reviews/) == nil
  }

  /// Reads a log file.
  static func read(_ file: URL) throws -> [LoggedRequest] {
    try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .map { try JSONDecoder().decode(LoggedRequest.self, from: Data($0.utf8)) }
  }
}
