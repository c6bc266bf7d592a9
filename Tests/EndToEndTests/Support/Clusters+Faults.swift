import Foundation
import Testing

extension Clusters {
  /// Lets something go wrong on purpose at one of the sandbox's servers while `body` runs.
  func withFaults(
    _ kubeconfig: String, _ faults: String..., perform body: () async throws -> Void
  ) async throws {
    let set = try await kubectl(
      kubeconfig, "create", "--raw", "/sandbox/faults", "-f", "-",
      input: faults.joined(separator: "\n"))
    try #require(set.status == 0, "\(set)")
    do {
      try await body()
    } catch {
      try await clearFaults(kubeconfig)
      throw error
    }
    try await clearFaults(kubeconfig)
  }

  private func clearFaults(_ kubeconfig: String) async throws {
    let cleared = try await kubectl(kubeconfig, "delete", "--raw", "/sandbox/faults")
    try #require(cleared.status == 0, "\(cleared)")
  }

  /// Whether the stories run on real clusters, which know no faults on purpose.
  static let areLive = ProcessInfo.processInfo.environment["MCCTL_LIVE_HUB"] != nil
}
