import Foundation
import Testing

@testable import Sealer

/// The stand-in for sealer, which stories of machines run, takes the command lines that the real one takes, and no others.
@Suite("The stand-in for sealer")
struct StandInTests {
  /// What the stand-in of a version says of itself.
  private struct Answers: Decodable {
    /// By command, each flag with whether it takes a value.
    let flags: [String: [String: Int]]
    /// The command lines that it refuses.
    let refused: [[String]]
  }

  /// Its own reader of command lines, asked without running anything.
  private static let questions = """
    import io, json, runpy, sys
    stand_in = runpy.run_path(sys.argv[1])
    refused = []
    sys.stdout, sys.stderr, out = io.StringIO(), io.StringIO(), sys.stdout
    for words in json.load(sys.stdin):
        try:
            stand_in["parse"](words)
        except stand_in["Exit"] as end:
            if end.status: refused.append(words)
    json.dump({"flags": stand_in["FLAGS"], "refused": refused}, out)
    """

  @Test(
    "takes every command line of mcctl", arguments: ["0.8.7", "0.9.4-beta2", "0.10.0", "0.11.0"])
  func everyLine(version: String) throws {
    let release = try #require(SealerRelease(version))
    let lines = CommandLineTests.commands.map { $0.arguments(for: release) }
    #expect(try Self.ask(version, lines).refused == [])
    let other = try #require(SealerRelease(release.minor >= 10 ? "0.8.7" : "0.11.0"))
    let others = Set(CommandLineTests.commands.map { $0.arguments(for: other) }).subtracting(lines)
    #expect(try !Self.ask(version, Array(others)).refused.isEmpty, "it takes anything")
  }

  @Test("has only flags that the real 0.11.0 lists, with a value or without as there")
  func flags() throws {
    for (command, flags) in try Self.ask("0.11.0", []).flags where command != "version" {
      let known = try Recording("help-\(command.replacing(" ", with: "-"))").flags()
      for (flag, values) in flags {
        #expect(known[flag] == (values > 0), "\(command) \(flag)")
      }
    }
  }

  private static func ask(_ version: String, _ lines: [[String]]) throws -> Answers {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "stand-in-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("VERSION=\(version)\n".utf8).write(to: folder.appending(path: "knobs"))
    let asked = folder.appending(path: "lines")
    try JSONEncoder().encode(lines).write(to: asked)
    let program = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../Fixtures/sealer-stand-in/sealer")
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", questions, program.path]
    process.environment = ProcessInfo.processInfo.environment
      .merging(["STAND_IN_SEALER": folder.path, "PYTHONDONTWRITEBYTECODE": "1"]) { $1 }
    process.standardInput = try FileHandle(forReadingFrom: asked)
    process.standardOutput = output
    try process.run()
    let answer = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return try JSONDecoder().decode(Answers.self, from: answer)
  }
}
