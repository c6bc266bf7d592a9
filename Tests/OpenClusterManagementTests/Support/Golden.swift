import Foundation
import Testing

/// Compares with a checked-in file below Fixtures/golden. With MCCTL_RECORD=1 the file is written
/// anew, and the test fails, so that no run passes by recording.
enum Golden {
  static func expect(
    _ text: String, matches name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let url = Recording.fixtures.appending(path: "golden/\(name)")
    if ProcessInfo.processInfo.environment["MCCTL_RECORD"] == "1" {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
      Issue.record("recorded golden/\(name)", sourceLocation: sourceLocation)
      return
    }
    let expected = String(decoding: try Data(contentsOf: url), as: UTF8.self)
    #expect(text == expected, "differs from golden/\(name)", sourceLocation: sourceLocation)
  }
}
