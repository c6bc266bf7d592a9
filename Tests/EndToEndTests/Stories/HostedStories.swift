import Foundation
import Testing

/// An agent that runs on a cluster of its own, apart from the hub and from the cluster it manages.
@Suite(
  "Hosted agents", .serialized, .clusters(2, flags: ["--hub-prepared"]),
  .enabled(if: Clusters.have(2), "it takes a third cluster"))
struct HostedStories {
  let clusters: Clusters

  init() throws {
    clusters = try .required()
  }

  @Test(
    "Imported, given a work, and taken out: nothing is left on any of the three",
    arguments: ["SingletonHosted", "Hosted"])
  func life(mode: String) async throws {
    let name = Story.clusterName()
    let (managed, hosting) = (clusters.managed[0], clusters.managed[1])
    var before: [Inventory] = []
    for kubeconfig in [clusters.hub, managed, hosting] {
      before.append(try await Inventory.settled(kubeconfig, clusters: clusters))
    }
    let importing =
      Story.importing(name, managed) + [
        "--agent-mode", mode, "--agent-kubeconfig", managed, "--hosting-cluster-kubeconfig",
        hosting,
      ]
    let imported = try await clusters.mcctl(importing)
    try #require(imported.status == 0, "\(imported)")
    #expect(imported.stderr.contains("hosting cluster = "), "\(imported)")
    for (kubeconfig, isThere) in [(managed, false), (hosting, true)] {
      let agents = try await clusters.kubectl(
        kubeconfig, "get", "deployments", "-A", "-o", "name")
      #expect(agents.stdout.contains("klusterlet-\(name)") == isThere, "\(agents)")
    }
    let again = try await clusters.mcctl(importing)
    #expect(again.status == 0 && again.stdout.contains("unchanged"), "\(again)")

    let manifest = try clusters.file(
      "hosted.yaml",
      "{apiVersion: v1, kind: ConfigMap, metadata: {name: hosted, namespace: default}, data: {a: b}}"
    )
    let applied = try await clusters.mcctl(
      "apply", "-f", manifest, "--cluster", name, "--work", "hosted")
    #expect(applied.status == 0, "\(applied)")
    let there = try await clusters.kubectl(
      managed, "get", "configmap", "hosted", "-n", "default", "-o", "name")
    #expect(there.status == 0, "\(there)")

    let deleted = try await clusters.mcctl(
      Story.deleting(name, managed) + ["--hosting-cluster-kubeconfig", hosting])
    #expect(deleted.status == 0, "\(deleted)")
    for (kubeconfig, old) in zip([clusters.hub, managed, hosting], before) {
      let after = try await Inventory.settled(kubeconfig, clusters: clusters)
      #expect(after.added(since: old) == [], "\(kubeconfig)")
    }
  }

  @Test(
    "Its cluster is lost: the agent is removed where it runs, and the rest of the hub's side",
    .enabled(if: !Clusters.areLive, "it takes a cluster that stops to answer"))
  func lost() async throws {
    let name = Story.clusterName()
    let (managed, hosting) = (clusters.managed[0], clusters.managed[1])
    var before: [Inventory] = []
    for kubeconfig in [clusters.hub, hosting] {
      before.append(try await Inventory.settled(kubeconfig, clusters: clusters))
    }
    try await clusters.done(
      Story.importing(name, managed) + [
        "--agent-mode", "Hosted", "--agent-kubeconfig", managed, "--hosting-cluster-kubeconfig",
        hosting,
      ])
    try await clusters.handOut("far", to: name)
    try await clusters.must(
      clusters.hub, "patch", "managedcluster", name, "--type=merge", "-p",
      "{\"spec\": {\"leaseDurationSeconds\": 1}}")
    let script = clusters.folder.appending(path: "\(name).sh").path
    try await clusters.withFaults(managed, "drop") {
      for deployment in ["registration", "work"] {
        try await clusters.must(
          hosting, "scale", "deployment", "-n", "klusterlet-\(name)", "--replicas=0",
          "klusterlet-\(name)-\(deployment)-agent")
      }
      try await Task.sleep(for: .seconds(8))
      let deleted = try await clusters.mcctl(
        "delete", name, "--lost", "--yes", "--hosting-cluster-kubeconfig", hosting,
        "--cleanup-script", script)
      #expect(deleted.status == 0, "\(deleted)")
    }
    for (kubeconfig, old) in zip([clusters.hub, hosting], before) {
      let after = try await Inventory.settled(kubeconfig, clusters: clusters)
      #expect(after.added(since: old) == [], "\(kubeconfig)")
    }
    let cleared = try await Program.run(
      "dash", [script, "--kubeconfig", managed, "--yes", "--with-works"],
      environment: ["HOME": clusters.folder.path], folder: clusters.folder)
    #expect(cleared.status == 0, "\(cleared)")
    let stray = try await clusters.kubectl(managed, "get", "configmap", "far", "-n", "default")
    #expect(stray.status != 0, "\(stray)")
  }

  @Test("It is upgraded where it runs, joins again, and is not missed on the cluster it manages")
  func changes() async throws {
    let name = Story.clusterName()
    let (managed, hosting) = (clusters.managed[0], clusters.managed[1])
    let importing =
      Story.importing(name, managed) + [
        "--agent-mode", "SingletonHosted", "--agent-kubeconfig", managed,
        "--hosting-cluster-kubeconfig", hosting,
      ]
    try await clusters.done(importing + ["--ocm-version", "1.3.0"])
    let context = try await clusters.must(hosting, "config", "current-context")
    let upgrade = [
      "upgrade", "--agents", name, "--cluster-kubeconfig", hosting, "--cluster-context",
      context.trimmingCharacters(in: .whitespacesAndNewlines),
    ]
    let upgraded = try await clusters.done(upgrade)
    #expect(upgraded.stdout.contains("upgraded from 1.3.0 to 1.3.1"), "\(upgraded)")
    let again = try await clusters.done(upgrade)
    #expect(again.stdout.contains("unchanged"), "\(again)")

    let checked = try await clusters.mcctl(
      "check", "cluster", name, "--cluster-kubeconfig", managed, "-o", "json")
    #expect(checked.stdout.contains("it is hosted on another cluster"), "\(checked)")
    #expect(checked.status == 0, "\(checked)")

    let rejoined = try await clusters.done(importing + ["--rejoin"])
    #expect(rejoined.stdout.contains("registered"), "\(rejoined)")
    try await clusters.done(
      Story.deleting(name, managed) + ["--hosting-cluster-kubeconfig", hosting])
  }

  @Test("A hosting cluster without a hosted agent makes no sense")
  func senseless() async throws {
    try await Refusal(
      "hosting without hosted", status: 64, says: ["--agent-mode Hosted"]
    ) { clusters in
      Story.importing("edge-1", clusters.first) + [
        "--hosting-cluster-kubeconfig", clusters.managed[1],
      ]
    }.check(clusters)
  }
}
