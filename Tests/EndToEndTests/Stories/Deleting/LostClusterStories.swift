import Foundation
import Testing

/// Clusters whose agent nobody hears of any more.
@Suite("Deleting: lost clusters", .serialized, .clusters(1, flags: ["--hub-prepared"]))
struct LostClusterStories {
  let clusters: Clusters

  init() throws {
    clusters = try .required()
  }

  /// Stops operator and agent, and waits until the agent counts as silent.
  private func silence(_ name: String) async throws {
    try await clusters.must(
      clusters.hub, "patch", "managedcluster", name, "--type=merge", "-p",
      "{\"spec\": {\"leaseDurationSeconds\": 1}}")
    for namespace in ["open-cluster-management", "open-cluster-management-agent"] {
      try await clusters.must(
        clusters.first, "scale", "deployment", "--all", "-n", namespace, "--replicas=0")
    }
    // The pods of a real cluster take their time to end.
    var (renewed, since) = ("", ContinuousClock.now)
    let isSilent = try await Story.eventually(within: 90) {
      let lease = try await clusters.must(
        clusters.hub, "get", "lease", "managed-cluster-lease", "-n", name, "-o",
        "jsonpath={.spec.renewTime}")
      if lease != renewed { (renewed, since) = (lease, .now) }
      return ContinuousClock.now - since > .seconds(7)
    }
    try #require(isSilent, "the agent goes on renewing its lease")
  }

  @Test("Refused while the agent is alive; then the hub's side goes, and a script clears the other")
  func lost() async throws {
    let name = Story.clusterName()
    let script = clusters.folder.appending(path: "\(name).sh").path
    try await clusters.leavingNothing {
      try await clusters.done(Story.importing(name, clusters.first))
      try await clusters.handOut("stranded", to: name)
      let deleting = ["delete", name, "--lost", "--cleanup-script", script, "--yes"]
      try await Refusal(
        "alive", status: 3, says: ["it renewed its lease at", "delete.cluster-alive"]
      ) { _ in deleting }.check(clusters)

      try await silence(name)
      let deleted = try await clusters.done(deleting)
      #expect(
        deleted.stderr.contains("ConfigMap default/stranded stays on the cluster"), "\(deleted)")
      #expect(deleted.stderr.contains("stays on \(name): the agent and its operator"), "\(deleted)")
      try await clusters.must(clusters.first, "get", "configmap", "stranded", "-n", "default")

      // The cluster comes back: its operator runs again, and the script clears it.
      try await clusters.must(
        clusters.first, "scale", "deployment", "--all", "-n", "open-cluster-management",
        "--replicas=1")
      let cleared = try await Program.run(
        "dash", [script, "--kubeconfig", clusters.first, "--yes", "--with-works"],
        environment: ["HOME": clusters.folder.path], folder: clusters.folder)
      #expect(cleared.status == 0, "\(cleared)")
    }
  }

  @Test("A deletion that hangs on a lost agent is explained, and --lost finishes it")
  func explained() async throws {
    let name = Story.clusterName()
    try await clusters.done(Story.importing(name, clusters.first))
    try await clusters.handOut("stranded", to: name)
    try await silence(name)
    let late = try await clusters.mcctl(
      Story.deleting(name, clusters.first) + ["--timeout", "5s"])
    #expect(late.status == 5 && late.stderr.contains("--lost goes on without it"), "\(late)")
    let explained = try await clusters.done(["delete", name, "--explain"])
    #expect(
      explained.stdout.contains("ManifestWork \(name)/stranded waits for the agent"),
      "\(explained)")
    #expect(explained.stdout.contains("mcctl delete \(name) --lost"), "\(explained)")
    try await clusters.done(["delete", name, "--lost", "--yes"])
    // What stayed on the cluster is cleared for the stories after this one.
    try await clusters.must(
      clusters.first, "scale", "deployment", "--all", "-n", "open-cluster-management",
      "--replicas=1")
    try await clusters.done(Story.deleting(name, clusters.first))
  }
}
