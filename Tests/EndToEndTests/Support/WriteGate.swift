import Foundation

/// A run of mcctl behind the gate that counts its writes (`write_gate.py`).
struct GatedRun: Decodable, Sendable {
  /// Method and path of each write, in order.
  let writes: [String]
  /// Whether mcctl was killed.
  let killed: Bool
  /// Its exit status; negative for a signal.
  let status: Int32
  /// What it printed.
  let stdout: String
  /// What it said on standard error.
  let stderr: String
}

extension Clusters {
  /// Runs mcctl behind the gate; `{hub}` and `{cluster}` stand for the gates' kubeconfigs.
  ///
  /// - Parameter killAfter: the write after which it gets SIGKILL; 0 lets it run to its end.
  func gated(killAfter: Int = 0, _ arguments: [String]) async throws -> GatedRun {
    let script = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "write_gate.py").path
    let mcctl = try Program.path("mcctl").path
    let outcome = try await Program.run(
      "python3",
      [script, folder.path, String(killAfter), hub, first, "--", mcctl] + arguments,
      environment: ["HOME": folder.path], folder: folder, timeout: 180)
    guard outcome.status == 0 else { throw GateFailed(outcome: outcome) }
    return try JSONDecoder().decode(GatedRun.self, from: Data(outcome.stdout.utf8))
  }

  /// The gate itself failed.
  struct GateFailed: Error { let outcome: Outcome }
}
