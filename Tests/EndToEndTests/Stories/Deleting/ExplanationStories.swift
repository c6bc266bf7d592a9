import Foundation
import Testing

/// What holds a deletion back is said in one line each; and a cluster can be let go without deleting it.
@Suite("Deleting: explained, and detached", .serialized, .clusters(1, flags: ["--hub-prepared"]))
struct ExplanationStories {
  let clusters: Clusters

  init() throws {
    clusters = try .required()
  }

  private func explain(_ name: String) async throws -> [[String: String]] {
    let outcome = try await clusters.done([
      "delete", name, "--explain", "--cluster-kubeconfig", clusters.first, "-o", "json",
    ])
    let items = try #require(try Story.json(outcome)["items"] as? [[String: String]])
    for item in items {
      #expect(["kind", "object", "reason", "who", "command"].allSatisfy { item[$0] != nil })
    }
    return items
  }

  @Test("A user's finalizer and an object's on the cluster: the commands that are shown clear them")
  func finalizers() async throws {
    let name = Story.clusterName()
    try await clusters.leavingNothing {
      try await clusters.done(Story.importing(name, clusters.first))
      try await clusters.handOut("data", to: name)
      let before = try clusters.writes().count
      #expect(try await explain(name).isEmpty)
      #expect(try clusters.writes().count == before, "something was written")
      try await clusters.must(
        clusters.first, "patch", "configmap", "data", "-n", "default", "--type=merge",
        "--field-manager", "storage", "-p",
        "{\"metadata\": {\"finalizers\": [\"example.com/pvc-protection\"]}}")
      try await clusters.must(
        clusters.hub, "patch", "managedcluster", name, "--type=json", "--field-manager", "backup",
        "-p",
        "[{\"op\": \"add\", \"path\": \"/metadata/finalizers/-\", \"value\": \"example.com/backup\"}]"
      )
      let running = try clusters.start(Story.deleting(name, clusters.first))
      _ = await running.wait(within: 60) { $0.stderr.contains("held by example.com/backup") }
      let user = try #require(try await explain(name).first { $0["kind"] == "user-finalizer" })
      #expect(
        user["object"] == "ManagedCluster \(name)" && user["who"]?.hasPrefix("backup") == true)
      try await clear(user, clusters.hub)

      _ = await running.wait(within: 60) { $0.stderr.contains("example.com/pvc-protection") }
      let held = try #require(try await explain(name).first { $0["kind"] == "held-object" })
      #expect(
        held["object"] == "ConfigMap default/data (work data)"
          && held["who"]?.hasPrefix("storage") == true && held["since"] != nil, "\(held)")
      try await clear(held, clusters.first)
      let outcome = await running.end(within: 90)
      #expect(outcome.status == 0, "\(outcome)")
    }
  }

  /// Runs the command of a blocker as a shell would, with that kubeconfig.
  private func clear(_ blocker: [String: String], _ kubeconfig: String) async throws {
    let command = try #require(blocker["command"])
    let outcome = try await Program.run(
      "sh", ["-c", command],
      environment: ["HOME": clusters.folder.path, "KUBECONFIG": kubeconfig],
      folder: clusters.folder)
    #expect(outcome.status == 0, "\(outcome)")
  }

  @Test(
    "A webhook that nobody answers stops everything: it is named, and once it answers all goes on",
    .enabled(if: Clusters.mayBeBroken, "a live hub's webhooks are not to be stopped"))
  func deadWebhook() async throws {
    let name = Story.clusterName()
    try await clusters.leavingNothing(except: ["Pod/open-cluster-management"]) {
      try await clusters.done(Story.importing(name, clusters.first))
      try await webhook(running: false)
      let refused = try await clusters.mcctl(
        Story.deleting(name, clusters.first) + ["--timeout", "20s"])
      #expect(refused.status != 0, "\(refused)")
      #expect(refused.stderr.contains("webhook"), "\(refused)")
      let dead = try await explain(name).filter { $0["kind"] == "webhook" }
      #expect(
        dead.contains { $0["reason"]?.contains("cluster-manager-registration-webhook") == true },
        "\(dead)")
      try await webhook(running: true)
      #expect(try await explain(name).filter { $0["kind"] == "webhook" }.isEmpty)
      try await clusters.done(Story.deleting(name, clusters.first))
    }
  }

  /// Stops or starts the operator and the webhook of registration.
  private func webhook(running: Bool) async throws {
    let parts = [
      ("open-cluster-management", "cluster-manager"),
      ("open-cluster-management-hub", "cluster-manager-registration-webhook"),
    ]
    for (namespace, deployment) in parts {
      try await clusters.must(
        clusters.hub, "scale", "deployment", deployment, "-n", namespace,
        "--replicas=\(running ? 1 : 0)")
    }
    let settled = try await Story.eventually(within: clusters.isLive ? 120 : 30) {
      let available = try await clusters.must(
        clusters.hub, "get", "deployment", parts[1].1, "-n", parts[1].0, "-o",
        "jsonpath={.status.availableReplicas}")
      return running ? available == "1" : ["", "0"].contains(available)
    }
    try #require(settled)
  }

  @Test("--detach: the record stays and the agent is no longer accepted; an import undoes it")
  func detached() async throws {
    let name = Story.clusterName()
    try await clusters.leavingNothing {
      try await clusters.done(Story.importing(name, clusters.first))
      try await clusters.handOut("kept", to: name)
      let detached = try await clusters.done(["delete", name, "--detach"])
      #expect(detached.stdout.contains("cluster \(name) detached"), "\(detached)")
      let again = try await clusters.done(["delete", name, "--detach"])
      #expect(again.stdout.contains("unchanged"), "\(again)")
      let status = try await clusters.mcctl("status", name, "-o", "json")
      #expect(try Story.json(status)["registered"] as? Bool == false, "\(status)")
      let noted = try await clusters.must(
        clusters.hub, "get", "managedcluster", name, "-o",
        #"jsonpath={.status.conditions[?(@.type=="mcctl.dev/Registered")].status}"#)
      #expect(noted == "False")
      try await clusters.must(clusters.first, "get", "configmap", "kept", "-n", "default")

      try await clusters.done(Story.importing(name, clusters.first))
      let back = try await clusters.mcctl("status", name, "-o", "json")
      #expect(try Story.json(back)["registered"] as? Bool == true, "\(back)")
      try await clusters.handOut("kept", to: name, text: "b")
      try await clusters.done(Story.deleting(name, clusters.first))
    }
  }

  @Test("A cluster that is not there is not explained")
  func unknown() async throws {
    let outcome = try await clusters.mcctl("delete", "nobody-here", "--explain")
    #expect(outcome.status == 8, "\(outcome)")
  }
}
