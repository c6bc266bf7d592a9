import Foundation
import Testing

/// Clusters with their agents, imported and taken out by one fleet file; some of them cannot go at first.
/// `MCCTL_DELETIONS` says how many there are, 100 for example; a hundred agents of the sandbox alone take minutes.
@Suite(
  "Deleting: a fleet with its agents", .serialized,
  .clusters(DeletionFleet.size, flags: ["--hub-prepared"]),
  .enabled(if: !Clusters.areLive, "so many clusters take a sandbox"))
struct FleetDeletionStories {
  let clusters: Clusters

  init() throws {
    clusters = try .required()
  }

  private static let names = (1...DeletionFleet.size).map { "gone-\($0)" }
  private static let held = Array(names[0..<2])
  private static let unreachable = Array(names[2..<4])
  private static let shared = Array(names[4..<6])

  private func fleet(_ file: String, unreachable: [String: String] = [:]) throws -> String {
    let entries = zip(Self.names, clusters.managed).map { name, kubeconfig in
      "  - {name: \(name), kubeconfig: {file: \(unreachable[name] ?? kubeconfig)}}"
    }
    return try clusters.file(
      file,
      """
      apiVersion: mcctl.dev/v1
      kind: Fleet
      spec:
        hub: {allowLoopback: true}
        clusters:
      \(entries.joined(separator: "\n"))
      """)
  }

  private func rows(_ outcome: Outcome) throws -> [String: (word: String, id: String?)] {
    let items = try #require(try Story.json(outcome)["items"] as? [[String: Any]])
    return Dictionary(
      items.map { item in
        (
          item["name"] as? String ?? "",
          (item["outcome"] as? String ?? "", (item["error"] as? [String: Any])?["id"] as? String)
        )
      }, uniquingKeysWith: { $1 })
  }

  private func hold(_ name: String, _ hold: Bool) async throws {
    let list = try await clusters.must(
      clusters.hub, "get", "managedcluster", name, "-o", "jsonpath={.metadata.finalizers[*]}")
    let index = list.split(separator: " ").firstIndex { $0 == "example.com/hold" }
    let change =
      hold
      ? "{\"op\": \"add\", \"path\": \"/metadata/finalizers/-\", \"value\": \"example.com/hold\"}"
      : "{\"op\": \"remove\", \"path\": \"/metadata/finalizers/\(try #require(index))\"}"
    try await clusters.must(
      clusters.hub, "patch", "managedcluster", name, "--type=json", "-p", "[\(change)]")
  }

  @Test(
    "Six cannot go, and each row says why: 6; repaired, a second run finishes: 0, and nothing is left"
  )
  func mixed() async throws {
    let good = try fleet("fleet.yaml")
    try await clusters.leavingNothing(on: Array(clusters.managed.prefix(8))) {
      let imported = try await clusters.mcctl(
        ["import", "-f", good, "--timeout", "20m"], timeout: 1200)
      try #require(imported.status == 0, "\(imported)")
      for name in Self.names.prefix(8) { try await clusters.handOut("work-\(name)", to: name) }
      for name in Self.held { try await hold(name, true) }
      for name in Self.shared {
        try await clusters.must(clusters.hub, "create", "configmap", "precious", "-n", name)
      }
      var dead = try await KubeconfigDraft(of: clusters.managed[2], clusters: clusters)
      dead.server = "https://127.0.0.1:1"
      let file = try dead.write("nowhere", in: clusters.folder)
      let broken = try fleet(
        "broken.yaml",
        unreachable: Dictionary(uniqueKeysWithValues: Self.unreachable.map { ($0, file) }))

      let words = ["--yes", "-o", "json", "--parallel", "16", "--timeout", "20m"]
      let first = try await clusters.mcctl(
        ["delete", "-f", broken, "--cluster-timeout", "90s"] + words, timeout: 1200)
      #expect(first.status == 6, "\(first)")
      let rows = try rows(first)
      let failed = Set(rows.filter { $0.value.word == "failed" }.keys)
      #expect(failed == Set(Self.held + Self.unreachable + Self.shared), "\(first)")
      for name in Self.held { #expect(rows[name]?.id == "wait.timed-out", "\(first)") }
      for name in Self.unreachable { #expect(rows[name]?.id == "cluster.unreachable", "\(first)") }
      for name in Self.shared {
        #expect(rows[name]?.id == "delete.namespace-not-empty", "\(first)")
      }

      for name in Self.held { try await hold(name, false) }
      let second = try await clusters.mcctl(
        ["delete", "-f", good, "--ignore-not-found", "--purge-namespace"] + words, timeout: 1200)
      #expect(second.status == 0, "\(second)")
    }
  }
}

/// How many clusters are taken out.
enum DeletionFleet {
  static let size =
    ProcessInfo.processInfo.environment["MCCTL_DELETIONS"].flatMap(Int.init) ?? 20
}
