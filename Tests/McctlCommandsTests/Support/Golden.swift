import FoundationEssentials
import Testing

/// Compares text with a file under `Tests/Fixtures/golden`.
///
/// With `MCCTL_RECORD=1` in the environment the file is written instead, and the test fails all the same, so that
/// nothing is recorded by accident.
enum Golden {
  static func compare(
    _ text: String, with name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = Repository.root.appending(path: "Tests/Fixtures/golden/commands/\(name)")
    guard ProcessInfo.processInfo.environment["MCCTL_RECORD"] == "1" else {
      let expected = try? String(contentsOf: file, encoding: .utf8)
      #expect(text == expected, "\(name) differs", sourceLocation: sourceLocation)
      return
    }
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    Issue.record("\(name) was recorded", sourceLocation: sourceLocation)
  }
}

/// The checkout the tests run in.
enum Repository {
  /// The directory that holds `Tests`, by way of links to it.
  static var root: URL {
    URL(filePath: #filePath).resolvingSymlinksInPath()
      .deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
  }
}
