import Foundation

@testable import Sandbox

/// A fleet that listens while a test runs.
enum RunningFleet {
  /// Starts a fleet, hands it to the test, and stops it.
  static func with(
    clusters: Int = 0, isHubPrepared: Bool = false,
    _ body: (SandboxFleet, [SandboxFleet.Member], URL) async throws -> Void
  ) async throws {
    let directory = FileManager.default.temporaryDirectory
      .appending(path: "sandbox-\(UUID().uuidString)")
    var configuration = SandboxFleet.Configuration(directory: directory, clusters: clusters)
    configuration.isHubPrepared = isHubPrepared
    let fleet = try SandboxFleet(configuration)
    let members = try await fleet.start()
    do {
      try await body(fleet, members, directory)
    } catch {
      await fleet.stop()
      throw error
    }
    await fleet.stop()
    try FileManager.default.removeItem(at: directory)
  }
}
