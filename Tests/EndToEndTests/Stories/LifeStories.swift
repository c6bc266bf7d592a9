import Foundation
import Testing

/// A cluster's life on the hub, from import to delete.
@Suite("Life of a cluster", .serialized, .clusters(1))
struct LifeStories {
  let clusters: Clusters

  init() async throws {
    clusters = try Clusters.required()
    try await Story.prepareHub(clusters)
  }

  @Test("Import, registered, work applied, delete: nothing is left on either side")
  func wholeLife() async throws {
    let name = Story.clusterName()
    let hubBefore = try await Inventory.settled(clusters.hub, clusters: clusters)
    let clusterBefore = try await Inventory.settled(clusters.first, clusters: clusters)

    let imported = try await clusters.mcctl(Story.importing(name, clusters.first))
    try #require(imported.status == 0, "\(imported)")
    #expect(imported.stdout.contains("cluster \(name) registered"))

    let status = try await clusters.mcctl("status", name, "-o", "json")
    #expect(try Story.json(status)["registered"] as? Bool == true, "\(status)")

    let manifest = clusters.folder.appending(path: "hello.yaml")
    try """
    apiVersion: v1
    kind: ConfigMap
    metadata:
      name: hello
      namespace: default
    data:
      text: from the hub
    """.write(to: manifest, atomically: true, encoding: .utf8)
    let applied = try await clusters.mcctl(
      "apply", "-f", manifest.path, "--cluster", name, "--work", "hello")
    #expect(applied.status == 0, "\(applied)")
    let there = try await clusters.kubectl(
      clusters.first, "get", "configmap", "hello", "-n", "default", "-o", "jsonpath={.data.text}")
    #expect(there.stdout == "from the hub", "\(there)")

    let deleted = try await clusters.mcctl(Story.deleting(name, clusters.first))
    try #require(deleted.status == 0, "\(deleted)")
    let gone = try await clusters.mcctl("status", name)
    #expect(gone.status == 8, "\(gone)")

    let hubAfter = try await Inventory.settled(clusters.hub, clusters: clusters)
    let clusterAfter = try await Inventory.settled(clusters.first, clusters: clusters)
    #expect(hubAfter.added(since: hubBefore) == [])
    #expect(clusterAfter.added(since: clusterBefore) == [])
    #expect(clusterAfter.removed(since: clusterBefore) == [])
  }

  @Test("A second import writes nothing; a re-import after a delete works on the first try")
  func again() async throws {
    let name = Story.clusterName()
    let first = try await clusters.mcctl(Story.importing(name, clusters.first))
    try #require(first.status == 0, "\(first)")
    let writesBefore = try clusters.writes().count
    let second = try await clusters.gated(
      Story.importing(name, "{cluster}") + [
        "--kubeconfig", "{hub}", "--hub-url", try await clusters.serverURL(clusters.hub),
        "--hub-ca-file", try await clusters.authority(clusters.hub, "hub"),
        "--cluster-url", try await clusters.serverURL(clusters.first),
        "--cluster-ca-file", try await clusters.authority(clusters.first, "cluster"),
      ])
    #expect(second.status == 0, "\(second)")
    #expect(second.stdout.contains("unchanged"))
    #expect(second.writes == [])
    #expect(try clusters.writes().count == writesBefore)

    for command in [
      Story.deleting(name, clusters.first), Story.importing(name, clusters.first),
      Story.deleting(name, clusters.first),
    ] {
      let outcome = try await clusters.mcctl(command)
      #expect(outcome.status == 0, "\(outcome)")
    }
  }

  @Test("Killed after any write, import and delete converge when they are run again")
  func killedAfterEveryWrite() async throws {
    let addresses = [
      "--hub-url", try await clusters.serverURL(clusters.hub),
      "--hub-ca-file", try await clusters.authority(clusters.hub, "hub"),
      "--cluster-url", try await clusters.serverURL(clusters.first),
      "--cluster-ca-file", try await clusters.authority(clusters.first, "cluster"),
    ]
    var write = 1
    var more = (import: true, delete: true)
    while more.import || more.delete {
      let name = Story.clusterName()
      let importing =
        Story.importing(name, "{cluster}") + ["--kubeconfig", "{hub}"] + addresses
      if more.import {
        more.import = try await clusters.gated(killAfter: write, importing).killed
      }
      let imported = try await clusters.gated(importing)
      try #require(imported.status == 0, "import, killed after write \(write): \(imported)")

      if more.delete { try await clusters.handOut("interrupted", to: name) }
      let deleting = Story.deleting(name, "{cluster}") + ["--kubeconfig", "{hub}"]
      if more.delete {
        more.delete = try await clusters.gated(killAfter: write, deleting).killed
      }
      let deleted = try await clusters.gated(deleting + ["--ignore-not-found"])
      try #require(deleted.status == 0, "delete, killed after write \(write): \(deleted)")
      write += 1
    }
    #expect(write > 10)
  }
}
