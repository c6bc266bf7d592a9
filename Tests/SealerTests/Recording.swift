import Foundation

/// What the real sealer 0.11.0 said: a file of Tests/Fixtures/sealer.
struct Recording {
  let command: String
  let stdout: String
  let stderr: String
  let status: Int

  init(_ name: String) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/sealer/\(name).txt")
    let text = try String(contentsOf: file, encoding: .utf8)
    command = String(text.prefix { $0 != "\n" }.dropFirst(2))
    let output = text.split(separator: "--- stdout\n", maxSplits: 1).last ?? ""
    let parts = output.split(
      separator: "--- stderr\n", maxSplits: 1, omittingEmptySubsequences: false)
    stdout = String(parts[0])
    let rest = (parts.last ?? "").split(
      separator: "--- exit ", maxSplits: 1, omittingEmptySubsequences: false)
    stderr = String(rest[0])
    status = Int(rest.last?.trimmingCharacters(in: .whitespacesAndNewlines) ?? "") ?? -1
  }

  /// The lines of both streams, as a job on a host has them.
  var lines: [String] { (stdout + stderr).split(separator: "\n").map(String.init) }

  /// The flags that the command's help lists, long and short, each with whether it takes a value.
  func flags() -> [String: Bool] {
    var flags: [String: Bool] = [:]
    // pflag writes the kind of value after one blank, the description after more.
    let pattern = /^ *(?:(-[A-Za-z]), )? *(--[A-Za-z-]+)(?: ([a-zA-Z0-9]+))?(?:   |$)/
    for line in lines {
      guard let match = line.firstMatch(of: pattern) else { continue }
      flags[String(match.2)] = match.3 != nil
      if let short = match.1 { flags[String(short)] = match.3 != nil }
    }
    return flags
  }
}
