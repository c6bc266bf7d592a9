import Foundation
import Synchronization

/// A program under way, with its output gathered in files so that no pipe can fill up.
final class RunningProgram: Sendable {
  private let process: Process
  private let command: [String]
  private let scratch: URL

  /// The process's number.
  var pid: Int32 { process.processIdentifier }

  /// Starts a program.
  init(
    _ name: String, _ arguments: [String], environment: [String: String] = [:],
    input: String? = nil, folder: URL? = nil
  ) throws {
    scratch = FileManager.default.temporaryDirectory
      .appending(path: "mcctl-run-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    let process = Process()
    process.executableURL = try Program.path(name)
    process.arguments = arguments
    var variables = ProcessInfo.processInfo.environment
      .filter { ["PATH", "HOME", "LD_LIBRARY_PATH", "TMPDIR"].contains($0.key) }
    variables["TERM"] = "dumb"
    process.environment = variables.merging(environment) { $1 }
    process.currentDirectoryURL = folder
    for stream in ["stdin", "stdout", "stderr"] {
      let text = stream == "stdin" ? input ?? "" : ""
      try Data(text.utf8).write(to: scratch.appending(path: stream))
    }
    let reading = try FileHandle(forReadingFrom: scratch.appending(path: "stdin"))
    let writing = try FileHandle(forWritingTo: scratch.appending(path: "stdout"))
    let complaining = try FileHandle(forWritingTo: scratch.appending(path: "stderr"))
    // The program has its own; a Process keeps these open, and fails to start others beyond a thousand.
    defer { for handle in [reading, writing, complaining] { try? handle.close() } }
    process.standardInput = reading
    process.standardOutput = writing
    process.standardError = complaining
    try process.run()
    self.process = process
    command = [name] + arguments
  }

  /// What it has printed so far.
  var stdout: String { text("stdout") }

  /// What it has said on standard error so far.
  var stderr: String { text("stderr") }

  /// Sends a signal.
  func signal(_ number: Int32) {
    if process.isRunning { kill(pid, number) }
  }

  /// Whether it still runs.
  var isRunning: Bool { process.isRunning }

  /// Waits for the end; kills it after some seconds.
  func end(within seconds: Double) async -> Outcome {
    let deadline = Date(timeIntervalSinceNow: seconds)
    while process.isRunning {
      if Date() > deadline { signal(SIGKILL) }
      try? await Task.sleep(for: .milliseconds(5))
    }
    let status =
      process.terminationReason == .uncaughtSignal
      ? 128 + process.terminationStatus : process.terminationStatus
    let outcome = Outcome(command: command, status: status, stdout: stdout, stderr: stderr)
    try? FileManager.default.removeItem(at: scratch)
    return outcome
  }

  /// Waits until something holds of it, or it ends, or the seconds are over.
  func wait(within seconds: Double, until holds: (RunningProgram) -> Bool) async -> Bool {
    let deadline = Date(timeIntervalSinceNow: seconds)
    while Date() < deadline {
      if holds(self) { return true }
      if !process.isRunning { return holds(self) }
      try? await Task.sleep(for: .milliseconds(5))
    }
    return false
  }

  private func text(_ stream: String) -> String {
    (try? String(contentsOf: scratch.appending(path: stream), encoding: .utf8)) ?? ""
  }
}
