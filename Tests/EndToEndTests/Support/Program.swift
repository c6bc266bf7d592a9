import Foundation

/// A program run to its end: what it printed and how it ended.
struct Outcome: Sendable, CustomStringConvertible {
  /// The words of the command line.
  let command: [String]
  /// The exit status, or 128 + the signal's number.
  let status: Int32
  /// Everything on standard output.
  let stdout: String
  /// Everything on standard error.
  let stderr: String

  var description: String {
    "$ \(command.joined(separator: " "))\nexit \(status)\n--- stdout\n\(stdout)\n--- stderr\n\(stderr)"
  }
}

/// Runs programs, as a person at a shell does.
enum Program {
  /// The folder of the built programs: beside this test bundle, or `MCCTL_PROGRAMS`.
  static let folder: URL = {
    if let named = ProcessInfo.processInfo.environment["MCCTL_PROGRAMS"] {
      return URL(filePath: named)
    }
    let bundle = CommandLine.arguments
      .first { $0.hasSuffix(".xctest") }
      .map { URL(filePath: $0) }
    if let bundle { return bundle.deletingLastPathComponent() }
    let link = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    return URL(filePath: link ?? CommandLine.arguments[0]).deletingLastPathComponent()
  }()

  /// The path of a program: one of ours, or one on PATH.
  static func path(_ name: String) throws -> URL {
    let ours = folder.appending(path: name)
    if FileManager.default.isExecutableFile(atPath: ours.path) { return ours }
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    for folder in path.split(separator: ":") {
      let candidate = URL(filePath: String(folder)).appending(path: name)
      if FileManager.default.isExecutableFile(atPath: candidate.path) { return candidate }
    }
    throw Missing(program: name)
  }

  /// A program that is not installed.
  struct Missing: Error { let program: String }

  /// Runs a program and waits for its end.
  ///
  /// - Parameters:
  ///   - timeout: seconds after which it is killed; its outcome then has status 137.
  ///   - environment: added to a bare environment of PATH, HOME and TERM.
  static func run(
    _ name: String, _ arguments: [String], environment: [String: String] = [:],
    input: String? = nil, folder: URL? = nil, timeout: Double = 120
  ) async throws -> Outcome {
    let running = try RunningProgram(
      name, arguments, environment: environment, input: input, folder: folder)
    return await running.end(within: timeout)
  }
}
