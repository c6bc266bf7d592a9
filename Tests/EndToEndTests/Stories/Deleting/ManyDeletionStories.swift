import Foundation
import Testing

/// A hundred clusters in one command, some of which cannot go.
@Suite(
  "Deleting: many", .serialized, .clusters(1, flags: ["--hub-prepared", "--existing", "100"]))
struct ManyDeletionStories {
  let clusters: Clusters

  init() throws {
    clusters = try .required()
  }

  private func summary(_ outcome: Outcome) throws -> [String: Int] {
    try #require(try Story.json(outcome)["summary"] as? [String: Int])
  }

  /// A hundred records of clusters: those that the sandbox begins with, or new ones on a live hub.
  private func hundred() async throws -> [String] {
    guard clusters.isLive else {
      let names = try await clusters.must(clusters.hub, "get", "managedclusters", "-o", "name")
        .split(separator: "\n").map { String($0.split(separator: "/")[1]) }
      try #require(names.count == 100)
      return names
    }
    let names = (1...100).map { _ in Story.clusterName() }
    let records = names.map {
      """
      apiVersion: cluster.open-cluster-management.io/v1
      kind: ManagedCluster
      metadata: {name: \($0)}
      spec: {hubAcceptsClient: true, leaseDurationSeconds: 60}
      """
    }
    try await clusters.must(
      clusters.hub, "create", "-f", "-", input: records.joined(separator: "\n---\n"))
    let areThere = try await Story.eventually(within: 120) {
      let spaces = try await clusters.must(clusters.hub, "get", "namespaces", "-o", "name")
      return names.allSatisfy { spaces.contains("namespace/\($0)\n") }
    }
    try #require(areThere, "the hub makes no namespaces")
    return names
  }

  @Test("Mixed outcomes end with 6, none with 5; what is left is finished by a second run")
  func mixed() async throws {
    let names = try await hundred()
    let held = Array(names.prefix(5))
    let foreign = Array(names.dropFirst(5).prefix(5))
    for name in held {
      try await clusters.must(
        clusters.hub, "patch", "managedcluster", name, "--type=merge", "-p",
        "{\"metadata\": {\"finalizers\": [\"example.com/hold\"], \"labels\": {\"held\": \"yes\"}}}")
    }
    for name in foreign {
      if try await clusters.kubectl(clusters.hub, "get", "namespace", name).status != 0 {
        try await clusters.must(clusters.hub, "create", "namespace", name)
      }
      try await clusters.must(
        clusters.hub, "create", "configmap", "precious", "-n", name)
    }
    try await clusters.must(
      clusters.hub, ["label", "managedclusters"] + names + ["site=all"])
    let words = ["--hub-only", "--force-finalizers", "--yes", "-o", "json"]

    let first = try await clusters.mcctl(
      ["delete", "-l", "site=all", "--cluster-timeout", "45s", "--parallel", "8"] + words,
      timeout: 600)
    #expect(first.status == 6, "\(first)")
    #expect(
      try summary(first) == ["total": 100, "succeeded": 90, "failed": 10, "skipped": 0],
      "\(first)")
    let late = try await clusters.mcctl(
      ["delete", "-l", "held=yes", "--timeout", "5s"] + words)
    #expect(late.status == 5, "\(late)")

    for name in held {
      try await clusters.must(
        clusters.hub, "patch", "managedcluster", name, "--type=json", "-p",
        "[{\"op\": \"test\", \"path\": \"/metadata/finalizers/0\", \"value\": \"example.com/hold\"}, "
          + "{\"op\": \"remove\", \"path\": \"/metadata/finalizers/0\"}]")
    }
    let second = try await clusters.mcctl(
      ["delete", "-l", "site=all", "--purge-namespace"] + words, timeout: 300)
    #expect(second.status == 0, "\(second)")
    let left = try await clusters.must(
      clusters.hub, "get", "managedclusters", "-l", "site=all", "-o", "name")
    #expect(left == "")
    let rest = try await Inventory.settled(clusters.hub, clusters: clusters).objects
    #expect(rest.filter { line in names.contains { line.contains($0) } }.isEmpty)
  }

  @Test("On a terminal there is one question about all of them")
  func asked() async throws {
    let run = try await clusters.mcctlOnTerminal(
      ["delete", "edge-one", "edge-two", "--hub-only"], interruptAt: "Type 2 to delete")
    #expect(run.status == 130, "\(run.shown)")
    #expect(run.shown.contains("This will vanish:"), "\(run.shown)")
    #expect(!run.shown.contains("2 ManagedCluster"), "\(run.shown)")
  }
}
