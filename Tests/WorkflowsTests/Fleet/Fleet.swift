import FoundationEssentials
import Sandbox

/// A hub that runs Open Cluster Management and managed clusters, simulated in this process.
struct Fleet: Sendable {
  let hub: FleetMember
  let managed: [FleetMember]

  /// Runs `body` with a fleet of its own.
  static func run(clusters: Int, _ body: (Fleet) async throws -> Void) async throws {
    let directory = FileManager.default.temporaryDirectory
      .appending(path: "mcctl-workflows-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: directory) }
    var configuration = SandboxFleet.Configuration(directory: directory, clusters: clusters)
    configuration.isHubPrepared = true
    let sandbox = try SandboxFleet(configuration)
    let outcome: Result<Void, any Error>
    do {
      let members = try await sandbox.start().map {
        try FleetMember(kubeconfig: $0.kubeconfig.path())
      }
      try await body(Fleet(hub: members[0], managed: Array(members.dropFirst())))
      outcome = .success(())
    } catch {
      outcome = .failure(error)
    }
    await sandbox.stop()
    try outcome.get()
  }
}
