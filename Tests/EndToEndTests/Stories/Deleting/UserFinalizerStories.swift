import Foundation
import Testing

/// Others hold the record by finalizers: they come first, and until they have let go everything goes on as before.
@Suite("Deleting: users come first", .serialized, .clusters(1, flags: ["--hub-prepared"]))
struct UserFinalizerStories {
  let clusters: Clusters

  init() throws {
    clusters = try .required()
  }

  private func hold(_ name: String, by finalizers: [(finalizer: String, manager: String)])
    async throws
  {
    for (finalizer, manager) in finalizers {
      try await clusters.must(
        clusters.hub, "patch", "managedcluster", name, "--type=json", "--field-manager", manager,
        "-p",
        "[{\"op\": \"add\", \"path\": \"/metadata/finalizers/-\", \"value\": \"\(finalizer)\"}]")
    }
  }

  private func release(_ name: String, _ finalizer: String) async throws {
    let list = try await clusters.must(
      clusters.hub, "get", "managedcluster", name, "-o", "jsonpath={.metadata.finalizers[*]}")
    let index = try #require(list.split(separator: " ").firstIndex { $0 == finalizer })
    try await clusters.must(
      clusters.hub, "patch", "managedcluster", name, "--type=json", "-p",
      "[{\"op\": \"remove\", \"path\": \"/metadata/finalizers/\(index)\"}]")
  }

  @Test(
    "Until its owner takes a finalizer off, the agent goes on, and works and addons stay and take changes"
  )
  func afterAWhile() async throws {
    let name = Story.clusterName()
    try await clusters.leavingNothing {
      try await clusters.done(Story.importing(name, clusters.first))
      try await clusters.handOut("early", to: name)
      try await clusters.must(
        clusters.hub, "patch", "managedcluster", name, "--type=merge", "-p",
        "{\"spec\": {\"leaseDurationSeconds\": 1}}")
      try await hold(name, by: [("example.com/backup", "backup-controller")])

      let running = try clusters.start(Story.deleting(name, clusters.first))
      let waits = await running.wait(within: 60) {
        $0.stderr.contains("held by example.com/backup (put there by backup-controller)")
      }
      try #require(waits, "\(running.stderr)")
      // OCM has taken the agent's rights away by now.
      let isBare = try await Story.eventually(within: 20) {
        try await clusters.kubectl(
          clusters.hub, "get", "clusterrole", "open-cluster-management:managedcluster:\(name)"
        ).status != 0
      }
      #expect(isBare)
      let renewed = { () async throws -> String in
        try await clusters.must(
          clusters.hub, "get", "lease", "managed-cluster-lease", "-n", name, "-o",
          "jsonpath={.spec.renewTime}")
      }
      let last = try await renewed()
      let lives = try await Story.eventually(within: 20) { try await renewed() != last }
      #expect(lives, "the agent's lease stopped")
      // What is there takes changes, and new things are handed out.
      try await clusters.handOut("early", to: name, text: "changed")
      try await clusters.handOut("late", to: name)
      let text = try await clusters.must(
        clusters.first, "get", "configmap", "early", "-n", "default", "-o",
        "jsonpath={.data.text}")
      #expect(text == "changed")
      #expect(running.isRunning)

      try await release(name, "example.com/backup")
      let outcome = await running.end(within: 90)
      #expect(outcome.status == 0, "\(outcome)")
    }
  }

  @Test("Two owners: both are named, and both are waited for; interrupted, it is gone on with")
  func twoOwners() async throws {
    let name = Story.clusterName()
    try await clusters.leavingNothing {
      try await clusters.done(Story.importing(name, clusters.first))
      try await hold(name, by: [("example.com/one", "first"), ("example.org/two", "second")])
      let plan = try await clusters.mcctl(Story.deleting(name, clusters.first) + ["--dry-run"])
      #expect(
        plan.stdout.contains("example.com/one (put there by first)")
          && plan.stdout.contains("example.org/two (put there by second)"), "\(plan)")

      let late = try await clusters.mcctl(
        Story.deleting(name, clusters.first) + ["--timeout", clusters.isLive ? "20s" : "5s"])
      #expect(late.status == 5, "\(late)")
      #expect(late.stderr.contains("example.com/one (put there by first)"), "\(late)")
      try await release(name, "example.com/one")
      let pending = try await clusters.mcctl(
        Story.deleting(name, clusters.first) + ["--no-wait"])
      #expect(pending.status == 0 && pending.stdout.contains("is being removed"), "\(pending)")
      try await release(name, "example.org/two")
      try await clusters.done(Story.deleting(name, clusters.first))
    }
  }

  @Test("Without a terminal and without --yes it is refused at once, and nothing is written")
  func unconfirmed() async throws {
    let name = Story.clusterName()
    try await clusters.leavingNothing {
      try await clusters.done(Story.importing(name, clusters.first))
      let before = try clusters.requests().filter { $0.userAgent.hasPrefix("mcctl/") }.count
      for words in [["delete", name], ["delete", "-l", "a=b"], ["delete", name, "\(name)-b"]] {
        let refused = try await clusters.mcctl(words)
        #expect(refused.status == 3, "\(refused)")
        #expect(refused.stderr.contains("confirmation.needed"), "\(refused)")
      }
      #expect(
        try clusters.requests().filter { $0.userAgent.hasPrefix("mcctl/") }.count == before)
      try await clusters.done(Story.deleting(name, clusters.first))
    }
  }
}
