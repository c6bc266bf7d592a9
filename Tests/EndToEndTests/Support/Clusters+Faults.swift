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

  /// The kubeconfig of the real hub that stories run on; nil for the sandbox.
  static let liveHub = ProcessInfo.processInfo.environment["MCCTL_LIVE_HUB"]

  /// The kubeconfigs of the real managed clusters, one or more with colons between.
  static let live = (ProcessInfo.processInfo.environment["MCCTL_LIVE_CLUSTER"] ?? "")
    .split(separator: ":").map(String.init)

  /// Whether the stories run on real clusters, which know no faults on purpose.
  static var areLive: Bool { liveHub != nil }

  /// Whether parts of the hub may be stopped for a while: the sandbox's, and those of a live hub that is for
  /// tests alone, which `MCCTL_LIVE_DISPOSABLE` says.
  static var mayBeBroken: Bool {
    !areLive || ProcessInfo.processInfo.environment["MCCTL_LIVE_DISPOSABLE"] != nil
  }

  /// Whether there are so many managed clusters: the sandbox has as many as are wanted.
  static func have(_ count: Int) -> Bool { !areLive || live.count >= count }
}
