import Foundation
import Testing

/// A cluster is known by what it is, not by its name or by who reaches it.
@Suite("Identity of clusters", .serialized, .clusters(2, flags: ["--hub-prepared"]))
struct IdentityStories {
  let clusters: Clusters

  init() throws {
    clusters = try .required()
  }

  @Test("The name of one cluster is refused to another, and both are shown")
  func sameNameOtherCluster() async throws {
    let name = Story.clusterName()
    let imported = try await clusters.mcctl(Story.importing(name, clusters.first))
    try #require(imported.status == 0, "\(imported)")

    // On real clusters there is one managed cluster; the hub is the other one.
    let other = clusters.managed.count > 1 ? clusters.managed[1] : clusters.hub
    let identities = [try await identity(clusters.first), try await identity(other)]
    try await Refusal(
      "same name", status: 3,
      says: ["the hub has another cluster under the name \(name)", "next", "mcctl delete \(name)"]
        + identities.map { "cluster \($0)" } + ["import.identity-conflict"]
    ) { _ in Story.importing(name, other) }.check(clusters)

    try await Refusal(
      "same cluster", status: 3,
      says: [
        "it is on the hub as \(name)", "mcctl status \(name)", "import.imported-under-other-name",
      ]
    ) { clusters in Story.importing("\(name)-b", clusters.first) }.check(clusters)

    let deleted = try await clusters.mcctl(Story.deleting(name, clusters.first))
    #expect(deleted.status == 0, "\(deleted)")
  }

  @Test("Deleting through the wrong cluster's kubeconfig is refused")
  func deletingOtherCluster() async throws {
    let name = Story.clusterName()
    let imported = try await clusters.mcctl(Story.importing(name, clusters.first))
    try #require(imported.status == 0, "\(imported)")
    let other = clusters.managed.count > 1 ? clusters.managed[1] : clusters.hub
    try await Refusal(
      "other cluster", status: 3,
      says: [try await identity(clusters.first), try await identity(other), "delete.other-cluster"]
    ) { _ in Story.deleting(name, other) }.check(clusters)
    let deleted = try await clusters.mcctl(Story.deleting(name, clusters.first))
    #expect(deleted.status == 0, "\(deleted)")
  }

  @Test(
    "A cluster that is joined to another hub moves only when that is asked for",
    .enabled(if: !Clusters.areLive, "it takes a second hub"))
  func otherHub() async throws {
    let name = Story.clusterName()
    let imported = try await clusters.mcctl(Story.importing(name, clusters.first))
    try #require(imported.status == 0, "\(imported)")

    let folder = clusters.folder.appending(path: "second")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let sandbox = try await Sandbox.start(in: folder, clusters: 0, flags: ["--hub-prepared"])
    let second = ["--kubeconfig", folder.appending(path: "hub.kubeconfig").path]
    let first = try await KubeconfigDraft(of: clusters.hub, clusters: clusters).server
    try await Refusal(
      "another hub", status: 3,
      says: ["the cluster is joined to another hub", first, "--move", "import.joined-other-hub"]
    ) { clusters in Story.importing(name, clusters.first) + second }.check(clusters)
    #expect(try writes(folder) == 0)

    let moved = try await clusters.mcctl(
      Story.importing(name, clusters.first) + second + ["--move"])
    #expect(moved.status == 0, "\(moved)")
    let there = try await clusters.mcctl(["status", name, "-o", "jsonpath={.registered}"] + second)
    #expect(there.stdout == "true", "\(there)")

    for words in [
      Story.deleting(name, clusters.first) + second, ["delete", name, "--hub-only", "--yes"],
    ] {
      let deleted = try await clusters.mcctl(words)
      #expect(deleted.status == 0, "\(deleted)")
    }
    await Sandbox.stop(sandbox)
  }

  /// A cluster's identity: the UID of its namespace kube-system.
  private func identity(_ kubeconfig: String) async throws -> String {
    let outcome = try await clusters.kubectl(
      kubeconfig, "get", "namespace", "kube-system", "-o", "jsonpath={.metadata.uid}")
    try #require(outcome.status == 0 && !outcome.stdout.isEmpty, "\(outcome)")
    return outcome.stdout
  }

  private func writes(_ folder: URL) throws -> Int {
    try LoggedRequest.read(folder.appending(path: "requests.jsonl")).filter(\.isWriteByProgram)
      .count
  }
}
