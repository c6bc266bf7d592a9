import Foundation
import Testing

/// What the stories have in common.
enum Story {
  /// A cluster name that no other run has.
  static func clusterName() -> String {
    "e2e-" + String(UUID().uuidString.lowercased().prefix(8))
  }

  /// Makes the hub ready. A live hub may have no nodes, where pods never come up and the wait for them
  /// ends with status 5; its controllers then run otherwise.
  static func prepareHub(_ clusters: Clusters) async throws {
    let outcome = try await clusters.mcctl(
      ["init"] + (clusters.isLive ? ["--timeout", "60s"] : []))
    let statuses: [Int32] = clusters.isLive ? [0, 5] : [0]
    try #require(statuses.contains(outcome.status), "\(outcome)")
    let isHub = try await eventually(within: 120) {
      try await clusters.mcctl("get", "clusters").status == 0
    }
    try #require(isHub, "ManagedClusters are not served")
  }

  /// The words that import a cluster.
  static func importing(_ name: String, _ kubeconfig: String) -> [String] {
    ["import", name, "--cluster-kubeconfig", kubeconfig, "--allow-loopback"]
  }

  /// The words that take a cluster out.
  static func deleting(_ name: String, _ kubeconfig: String) -> [String] {
    ["delete", name, "--cluster-kubeconfig", kubeconfig, "--yes"]
  }

  /// Asks again until it holds, or the seconds are over.
  static func eventually(
    within seconds: Double, _ holds: () async throws -> Bool
  ) async throws -> Bool {
    let deadline = Date(timeIntervalSinceNow: seconds)
    repeat {
      if try await holds() { return true }
      try await Task.sleep(for: .milliseconds(200))
    } while Date() < deadline
    return try await holds()
  }

  /// Reads a JSON document that mcctl printed.
  static func json(_ outcome: Outcome) throws -> [String: Any] {
    let value = try JSONSerialization.jsonObject(with: Data(outcome.stdout.utf8))
    return try #require(value as? [String: Any], "\(outcome)")
  }
}
