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

  @Test("Two entries of a fleet that lead to one cluster: one is registered, and stays so")
  func twiceInAFleet() async throws {
    let names = [Story.clusterName(), Story.clusterName()]
    let entries = names.map { "{name: \($0), kubeconfig: {file: \(clusters.first)}}" }
    let fleet = try clusters.file(
      "twice.yaml",
      "{apiVersion: mcctl.dev/v1, kind: Fleet, spec: {hub: {allowLoopback: true}, clusters: [\(entries.joined(separator: ", "))]}}"
    )
    var registered = ""
    for outcome in ["registered", "unchanged"] {
      let imported = try await clusters.mcctl("import", "-f", fleet, "-o", "json")
      #expect(imported.status == 6, "\(imported)")
      #expect(imported.stderr.contains("import.imported-under-other-name"), "\(imported)")
      let items = try Story.json(imported)["items"] as? [[String: Any]] ?? []
      let done = items.filter { $0["outcome"] as? String == outcome }
      try #require(done.count == 1, "\(imported)")
      let name = try #require(done[0]["name"] as? String)
      #expect(registered.isEmpty || registered == name)
      registered = name
    }
    let deleted = try await clusters.mcctl(Story.deleting(registered, clusters.first))
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

    let manifest = try clusters.file(
      "moving.yaml",
      "{apiVersion: v1, kind: ConfigMap, metadata: {name: moving, namespace: default}, data: {a: b}}"
    )
    let apply = ["apply", "-f", manifest, "--cluster", name, "--work", "moving"]
    let applied = try await clusters.mcctl(apply)
    #expect(applied.status == 0, "\(applied)")
    let before = try await owners()

    let moved = try await clusters.mcctl(
      Story.importing(name, clusters.first) + second + ["--move"])
    #expect(moved.status == 0, "\(moved)")
    #expect(moved.stderr.contains("(moving) stays on the cluster"), "\(moved)")
    #expect(moved.stderr.contains("mcctl delete \(name) --hub-only"), "\(moved)")
    #expect(try await owners() == before)
    // The same work of the new hub takes the object over, as it is.
    let again = try await clusters.mcctl(apply + second)
    #expect(again.status == 0, "\(again)")
    #expect(try await owners().hasPrefix(before))
    #expect(try await owners().split(separator: " ").count == 3)
    let unchanged = try await clusters.mcctl(Story.importing(name, clusters.first) + second)
    #expect(unchanged.stdout.contains("unchanged"), "\(unchanged)")
    let there = try await clusters.mcctl(["status", name, "-o", "jsonpath={.registered}"] + second)
    #expect(there.stdout == "true", "\(there)")

    // The first hub's record stays: its works are held until the agent has been silent for minutes.
    let deleted = try await clusters.mcctl(Story.deleting(name, clusters.first) + second)
    #expect(deleted.status == 0, "\(deleted)")
    await Sandbox.stop(sandbox)
  }

  /// The UID of the object that was handed out, and of the records that own it.
  private func owners() async throws -> String {
    try await clusters.kubectl(
      clusters.first, "get", "configmap", "moving", "-n", "default", "-o",
      "jsonpath={.metadata.uid} {.metadata.ownerReferences[*].uid}"
    ).stdout
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
