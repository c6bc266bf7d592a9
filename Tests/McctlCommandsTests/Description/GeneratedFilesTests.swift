import FoundationEssentials
import Testing

@testable import McctlCommands

/// Completions, manual pages, reference and error pages are checked in; `mcctl __generate .` brings them up to date.
@Suite("Generated files")
struct GeneratedFilesTests {
  static let directories = [
    "completions", "docs/man", "docs/reference", "docs/errors", "docs/checks",
  ]

  @Test("are as the program makes them")
  func upToDate() throws {
    let isRecording = ProcessInfo.processInfo.environment["MCCTL_RECORD"] == "1"
    for file in CommandTree.files {
      let url = Repository.root.appending(path: file.path)
      if isRecording { try Data(file.text.utf8).write(to: url) }
      let present = try? String(contentsOf: url, encoding: .utf8)
      #expect(present == file.text, "\(file.path) is stale")
    }
    if isRecording { Issue.record("the generated files were recorded") }
  }

  @Test("leave no file behind that is not made any more", arguments: directories)
  func noLeftovers(directory: String) throws {
    let expected = Set(CommandTree.files.map(\.path))
    let url = Repository.root.appending(path: directory)
    let present = try FileManager.default.contentsOfDirectory(
      atPath: url.path(percentEncoded: false))
    #expect(present.allSatisfy { expected.contains("\(directory)/\($0)") })
  }

  @Test("the hidden command writes the same files")
  func command() async throws {
    let directory = FileManager.default.temporaryDirectory.appending(
      path: "mcctl-generate-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: directory) }
    let result = await Trial().run("__generate", directory.path(percentEncoded: false))
    #expect(result.status == 0)
    let page = directory.appending(path: "docs/man/mcctl.1")
    #expect(try String(contentsOf: page, encoding: .utf8).hasPrefix(".\\\""))
  }
}
