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
    try await clusters.leavingNothing {
      try await clusters.done(Story.importing(name, clusters.first))
      try await clusters.handOut("stranded", to: name)
      try await silence(name)
      let late = try await clusters.mcctl(
        Story.deleting(name, clusters.first) + ["--timeout", clusters.isLive ? "20s" : "5s"])
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

  @Test("A cluster that does not answer: said at once, with what to do; then it is given up")
  func unreachable() async throws {
    let name = Story.clusterName()
    try await clusters.leavingNothing {
      try await clusters.done(Story.importing(name, clusters.first))
      try await clusters.handOut("stranded", to: name)
      var draft = try await KubeconfigDraft(of: clusters.first, clusters: clusters)
      draft.server = "https://127.0.0.1:1"
      let dead = try draft.write("unreachable", in: clusters.folder)
      try await Refusal(
        "unreachable", status: 1,
        says: [
          "nothing listens on 127.0.0.1:1", "managed cluster \(name)", "nothing was changed",
          "mcctl delete \(name) --lost", "cluster.unreachable",
        ]
      ) { _ in Story.deleting(name, dead) }.check(clusters)
      try await silence(name)
      try await clusters.done(["delete", name, "--lost", "--yes"])
      try await comeBack(name)
    }
  }

  @Test(
    "A hub whose controllers do not run: exactly OCM's finalizers come off the record, by force alone",
    .enabled(if: Clusters.mayBeBroken, "a live hub's controllers are not to be stopped"))
  func hubWithoutControllers() async throws {
    let name = Story.clusterName()
    try await clusters.leavingNothing(except: ["Pod/open-cluster-management"]) {
      try await clusters.done(Story.importing(name, clusters.first))
      try await clusters.handOut("stranded", to: name)
      try await silence(name)
      try await controllers(running: false)
      let deleting = ["delete", name, "--lost", "--yes"]
      let finalizer = "cluster.open-cluster-management.io/api-resource-cleanup"
      let plan = try await clusters.done(deleting + ["--dry-run"])
      #expect(plan.stdout.contains("\(finalizer)"), "\(plan)")
      #expect(plan.stdout.contains("comes off by force"), "\(plan)")
      let deleted = try await clusters.done(deleting)
      #expect(deleted.stderr.contains("\(finalizer)"), "\(deleted)")
      try await controllers(running: true)
      try await comeBack(name)
    }
  }

  /// Stops or starts the hub's operator and what registers clusters there.
  private func controllers(running: Bool) async throws {
    for (namespace, deployment) in [
      ("open-cluster-management", "cluster-manager"),
      ("open-cluster-management-hub", "cluster-manager-registration-controller"),
    ] {
      try await clusters.must(
        clusters.hub, "scale", "deployment", deployment, "-n", namespace,
        "--replicas=\(running ? 1 : 0)")
    }
    let settled = try await Story.eventually(within: clusters.isLive ? 120 : 30) {
      let available = try await clusters.must(
        clusters.hub, "get", "deployment", "cluster-manager-registration-controller", "-n",
        "open-cluster-management-hub", "-o", "jsonpath={.status.availableReplicas}")
      return running ? available == "1" : ["", "0"].contains(available)
    }
    try #require(settled)
  }

  /// What stayed on the cluster is taken away.
  private func comeBack(_ name: String) async throws {
    try await clusters.must(
      clusters.first, "scale", "deployment", "--all", "-n", "open-cluster-management",
      "--replicas=1")
    try await clusters.must(
      clusters.first, "delete", "appliedmanifestworks", "--all", "--wait=false")
    for record in try await clusters.must(
      clusters.first, "get", "appliedmanifestworks", "-o", "name"
    )
    .split(separator: "\n") {
      _ = try await clusters.kubectl(
        clusters.first, "patch", String(record), "--type=merge", "-p",
        "{\"metadata\": {\"finalizers\": null}}")
    }
    try await clusters.done(Story.deleting(name, clusters.first))
  }
}
