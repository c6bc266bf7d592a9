import Foundation
import LoopbackHosts
import Testing

/// A cluster is destroyed, and somebody looks whether anything is left of it.
extension MachineRoom {
  /// The words that destroy the cluster.
  var destroying: [String] { ["delete", name, "--destroy", "--yes"] }

  /// Runs `mcctl delete NAME --destroy --yes`.
  func destroy(_ more: String...) async throws -> Outcome {
    try await clusters.mcctl(destroying + more, environment: environment)
  }

  /// Starts `mcctl delete NAME --destroy --yes`.
  func startDestroying() throws -> RunningProgram {
    try RunningProgram(
      "mcctl", destroying,
      environment: environment.merging(["KUBECONFIG": clusters.hub]) { $1 },
      folder: clusters.folder)
  }

  /// Creates the cluster, and expects it to be registered.
  func created(_ more: String...) async throws {
    let created = try await clusters.mcctl(
      ["create", name, "--transcript", transcript.path, "-f", try describe()] + more,
      environment: environment)
    try #require(created.status == 0, "\(created)")
  }

  /// Every file that a machine has beyond those of the system it is a copy of, and the folders of mcctl and of
  /// root. The stand-in's own folder does not count.
  func files(_ host: LoopbackHost) throws -> Set<String> {
    let laidOver = host.root.deletingLastPathComponent().appending(path: "upper")
    let places =
      [(laidOver, "")] + ["/root", "/home", "/tmp"].map { (host.file($0), $0) }
    var found: Set<String> = []
    for (base, prefix) in places {
      for case let path as String in FileManager.default.enumerator(atPath: base.path) ?? .init() {
        let name = "\(prefix)/\(path)"
        // sudo remembers whom it has lectured.
        guard !name.hasPrefix(Self.folder), !name.hasPrefix("/var/lib/sudo/") else { continue }
        let kind =
          try FileManager.default.attributesOfItem(atPath: base.appending(path: path).path)[.type]
          as? FileAttributeType
        if kind != .typeDirectory || Self.isOurs(name) { found.insert(name) }
      }
    }
    return found
  }

  private static func isOurs(_ folder: String) -> Bool {
    ["/var/lib/mcctl", "/root"].contains { folder.hasPrefix($0) }
  }

  /// Compares the files of both machines, and every object of the hub and of what stands for the cluster, before and
  /// after.
  func leavingNothing(
    on hosts: [LoopbackHost]? = nil, _ body: () async throws -> Void
  ) async throws {
    try await leavingNoFiles(on: hosts ?? [master, node]) {
      try await clusters.leavingNothing(on: [kubeconfig]) {
        try await body()
      }
    }
  }

  /// Compares the files of machines before and after.
  func leavingNoFiles(on hosts: [LoopbackHost], _ body: () async throws -> Void) async throws {
    let before = try hosts.map { try files($0) }
    try await body()
    for (host, old) in zip(hosts, before) {
      let now = try files(host)
      #expect(now.subtracting(old) == [], "left behind on \(host.name)")
      #expect(old.subtracting(now) == [], "taken away on \(host.name)")
    }
  }

  /// Takes the nodes out of what stands for the cluster, where sealer could not.
  func forgetNodes() async throws {
    for host in [master, node] {
      _ = try await clusters.kubectl(
        kubeconfig, "delete", "node",
        "node-" + host.address.split(separator: ".").joined(separator: "-"), "--ignore-not-found")
    }
  }

  /// Says of the node that a machine is that it is ready, or not.
  func tellReady(_ host: LoopbackHost, _ isReady: Bool) async throws {
    let status = """
      {"status": {"conditions": [{"type": "Ready", "status": "\(isReady ? "True" : "Unknown")", \
      "reason": "Story", "message": "as the story says"}]}}
      """
    try await clusters.must(
      kubeconfig, "patch", "node", Self.node(host), "--subresource=status", "--type=merge", "-p",
      status)
  }
}
