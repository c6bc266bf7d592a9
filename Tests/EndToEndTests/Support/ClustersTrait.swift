import Foundation
import Testing

/// Gives a suite a hub and managed clusters: a sandbox of its own, or the live ones.
struct ClustersTrait: SuiteTrait, TestScoping {
  /// How many managed clusters the sandbox serves.
  let count: Int
  /// Further flags of the sandbox.
  let flags: [String]

  var isRecursive: Bool { false }

  func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "mcctl-story-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    if let hub = Clusters.liveHub {
      let live = Clusters(hub: hub, managed: Clusters.live, folder: folder, requestLog: nil)
      if flags.contains("--hub-prepared") { try await Story.prepareHub(live) }
      return try await Clusters.$current.withValue(live, operation: function)
    }
    let sandbox = try await Sandbox.start(in: folder, clusters: count, flags: flags)
    let clusters = Clusters(
      hub: folder.appending(path: "hub.kubeconfig").path,
      managed: (1...count).map { folder.appending(path: "cluster\($0).kubeconfig").path },
      folder: folder, requestLog: folder.appending(path: "requests.jsonl"))
    do {
      try await Clusters.$current.withValue(clusters, operation: function)
    } catch {
      await Sandbox.stop(sandbox)
      throw error
    }
    await Sandbox.stop(sandbox)
  }
}

extension Trait where Self == ClustersTrait {
  /// A hub and some managed clusters for the suite's stories.
  static func clusters(_ count: Int, flags: [String] = []) -> Self {
    ClustersTrait(count: count, flags: flags)
  }
}

/// The sandbox as a program of its own.
enum Sandbox {
  /// A sandbox that did not get ready; what it printed.
  struct NotReady: Error { let outcome: String }

  /// Starts one and waits until it serves.
  static func start(in folder: URL, clusters: Int, flags: [String]) async throws -> RunningProgram {
    let program = try RunningProgram(
      "mcctl-sandbox",
      [
        "--directory", folder.path, "--clusters", String(clusters),
        "--log", folder.appending(path: "requests.jsonl").path,
      ] + flags)
    let isReady = await program.wait(within: 30 + Double(clusters)) { program in
      program.stdout.split(separator: "\n").contains("ready")
    }
    guard isReady else { throw NotReady(outcome: program.stderr + program.stdout) }
    return program
  }

  /// Ends it as an operator would.
  static func stop(_ program: RunningProgram) async {
    program.signal(SIGTERM)
    _ = await program.end(within: 5)
  }
}
