import Foundation
import Testing

/// What was handed out to a cluster, and what holds it.
@Suite("Deleting: works and addons", .serialized, .clusters(1, flags: ["--hub-prepared"]))
struct HeldWorkStories {
  let clusters: Clusters

  init() throws {
    clusters = try .required()
  }

  @Test("A work whose object has a finalizer on the cluster: both are named, and it is waited for")
  func heldObject() async throws {
    let name = Story.clusterName()
    try await clusters.leavingNothing {
      try await clusters.done(Story.importing(name, clusters.first))
      try await clusters.handOut("data", to: name)
      try await clusters.must(
        clusters.first, "patch", "configmap", "data", "-n", "default", "--type=merge",
        "--field-manager", "storage", "-p",
        "{\"metadata\": {\"finalizers\": [\"example.com/pvc-protection\"]}}")
      let plan = try await clusters.mcctl(Story.deleting(name, clusters.first) + ["--dry-run"])
      #expect(plan.stdout.contains("takes ConfigMap default/data along"), "\(plan)")
      #expect(!plan.stdout.contains("objects of that type are left"), "\(plan)")

      let running = try clusters.start(Story.deleting(name, clusters.first))
      let waits = await running.wait(within: 60) {
        $0.stderr.contains(
          "ConfigMap default/data of work data is held by example.com/pvc-protection (put there by storage)"
        )
      }
      #expect(waits, "\(running.stderr)")
      try await clusters.must(
        clusters.first, "patch", "configmap", "data", "-n", "default", "--type=merge", "-p",
        "{\"metadata\": {\"finalizers\": null}}")
      let outcome = await running.end(within: 90)
      #expect(outcome.status == 0, "\(outcome)")
    }
  }

  @Test("--works orphan: what a work brought stays, and only that")
  func orphaned() async throws {
    let name = Story.clusterName()
    try await clusters.leavingNothing(except: ["ConfigMap/default/kept"]) {
      try await clusters.done(Story.importing(name, clusters.first))
      try await clusters.handOut("kept", to: name)
      let deleting = Story.deleting(name, clusters.first) + ["--works", "orphan"]
      let plan = try await clusters.mcctl(deleting + ["--dry-run"])
      #expect(plan.stdout.contains("ConfigMap default/kept stays on the cluster"), "\(plan)")
      try await clusters.done(deleting)
      let owners = try await clusters.must(
        clusters.first, "get", "configmap", "kept", "-n", "default", "-o",
        "jsonpath={.metadata.ownerReferences}")
      #expect(owners == "")
    }
    try await clusters.must(clusters.first, "delete", "configmap", "kept", "-n", "default")
  }

  @Test("An addon with a finalizer of its own is waited for, and its holder named")
  func heldAddOn() async throws {
    let name = Story.clusterName()
    try await clusters.leavingNothing {
      try await clusters.done(Story.importing(name, clusters.first))
      try await clusters.must(
        clusters.hub, "create", "--field-manager", "search-manager", "-f", "-",
        input: """
          apiVersion: addon.open-cluster-management.io/v1alpha1
          kind: ManagedClusterAddOn
          metadata:
            name: search
            namespace: \(name)
            finalizers: [search.example.com/cleanup]
          spec: {}
          """)
      let running = try clusters.start(Story.deleting(name, clusters.first))
      let waits = await running.wait(within: 60) {
        $0.stderr.contains("search.example.com/cleanup (put there by search-manager)")
          && $0.stderr.contains("1 left; ManagedClusterAddOn")
      }
      #expect(waits, "\(running.stderr)")
      try await clusters.must(
        clusters.hub, "patch", "managedclusteraddons.v1alpha1.addon.open-cluster-management.io",
        "search", "-n", name, "--type=merge", "-p", "{\"metadata\": {\"finalizers\": null}}")
      let outcome = await running.end(within: 90)
      #expect(outcome.status == 0, "\(outcome)")
    }
  }

  @Test("An agent that is gone already: what it had applied is taken away in its place")
  func agentGone() async throws {
    let name = Story.clusterName()
    try await clusters.leavingNothing {
      try await clusters.done(Story.importing(name, clusters.first))
      try await clusters.handOut("left", to: name)
      try await clusters.must(clusters.first, "delete", "klusterlet", "klusterlet")
      let running = try await clusters.mcctl(Story.deleting(name, clusters.first))
      #expect(running.status == 0, "\(running)")
    }
  }

  @Test("Others' objects in the cluster's namespace are listed, and go only when that is asked for")
  func foreignObjects() async throws {
    let name = Story.clusterName()
    try await clusters.leavingNothing {
      try await clusters.done(Story.importing(name, clusters.first))
      try await clusters.must(clusters.hub, "create", "configmap", "precious", "-n", name)
      try await Refusal(
        "foreign objects", status: 3,
        says: ["ConfigMap \(name)/precious", "--purge-namespace", "delete.namespace-not-empty"]
      ) { clusters in Story.deleting(name, clusters.first) }.check(clusters)
      try await clusters.done(Story.deleting(name, clusters.first) + ["--purge-namespace"])
    }
  }

  @Test("A name is free again at once for another registration")
  func nameIsFree() async throws {
    let name = Story.clusterName()
    try await clusters.leavingNothing {
      for _ in 1...2 {
        try await clusters.done(Story.importing(name, clusters.first))
        try await clusters.handOut("again", to: name)
        try await clusters.done(Story.deleting(name, clusters.first))
      }
    }
  }

  @Test("A work, an addon and a user's finalizer that come while the agent goes are seen to")
  func comingMeanwhile() async throws {
    let name = Story.clusterName()
    try await clusters.leavingNothing {
      try await clusters.done(Story.importing(name, clusters.first))
      // Without its operator the agent's removal takes as long as is wanted.
      let operators = ["deployment", "klusterlet", "-n", "open-cluster-management"]
      try await scale(operators, to: 0)
      let running = try clusters.start(Story.deleting(name, clusters.first))
      let waits = await running.wait(within: 60) {
        $0.stderr.contains("klusterlet-cleanup, which its operator takes off")
      }
      try #require(waits, "\(running.stderr)")
      try await clusters.handOut("late", to: name)
      try await clusters.must(
        clusters.hub, "create", "-f", "-",
        input: """
          apiVersion: addon.open-cluster-management.io/v1alpha1
          kind: ManagedClusterAddOn
          metadata: {name: late, namespace: \(name)}
          spec: {}
          """)
      try await clusters.must(
        clusters.hub, "patch", "manifestwork", "late", "-n", name, "--type=json",
        "--field-manager", "auditor", "-p",
        "[{\"op\": \"add\", \"path\": \"/metadata/finalizers/-\", \"value\": \"example.com/audit\"}]"
      )
      try await scale(operators, to: 1)
      let held = await running.wait(within: 60) {
        $0.stderr.contains("example.com/audit (put there by auditor)")
      }
      #expect(held, "\(running.stderr)")
      try await clusters.must(
        clusters.hub, "patch", "manifestwork", "late", "-n", name, "--type=merge", "-p",
        "{\"metadata\": {\"finalizers\": null}}")
      let outcome = await running.end(within: 90)
      #expect(outcome.status == 0, "\(outcome)")
    }
  }

  private func scale(_ deployment: [String], to replicas: Int) async throws {
    let outcome = try await Program.run(
      "kubectl",
      ["--kubeconfig", clusters.first, "scale"] + deployment + ["--replicas=\(replicas)"],
      environment: ["HOME": clusters.folder.path], folder: clusters.folder)
    try #require(outcome.status == 0, "\(outcome)")
  }
}
