import Foundation
import Testing

/// Clusters that cannot be reached from the hub's side.
@Suite("Deleting: by leave.sh", .serialized, .clusters(1, flags: ["--hub-prepared"]))
struct LeavingStories {
  let clusters: Clusters

  init() throws {
    clusters = try .required()
  }

  private func join(_ name: String) async throws -> String {
    let bundle = clusters.folder.appending(path: name).path
    try await clusters.done([
      "import", name, "--mode", "manual", "-o", bundle, "--allow-loopback",
    ])
    let joined = try await clusters.script(bundle, "join.sh", "--no-wait")
    try #require(joined.status == 0, "\(joined)")
    try await clusters.done(["status", name, "--wait-for", "registered", "--timeout", "60s"])
    try await clusters.must(
      clusters.hub, "patch", "managedcluster", name, "--type=merge", "-p",
      "{\"spec\": {\"leaseDurationSeconds\": 1}}")
    return bundle
  }

  @Test("delete takes works away, waits for leave.sh, and then clears the hub")
  func waitsForTheScript() async throws {
    let name = Story.clusterName()
    try await clusters.leavingNothing {
      let bundle = try await join(name)
      try await clusters.handOut("far", to: name)
      let running = try clusters.start(["delete", name, "--yes"])
      let waits = await running.wait(within: 60) { $0.stderr.contains("sh leave.sh") }
      try #require(waits, "\(running.stderr)")
      let left = try await clusters.script(bundle, "leave.sh", "--yes")
      #expect(left.status == 0, "\(left)")
      let outcome = await running.end(within: 60)
      #expect(outcome.status == 0, "\(outcome)")
      #expect(outcome.stdout.contains("cluster \(name) removed"), "\(outcome)")
    }
  }

  @Test("leave.sh first, with what was handed out: delete then finishes by itself")
  func scriptFirst() async throws {
    let name = Story.clusterName()
    try await clusters.leavingNothing {
      let bundle = try await join(name)
      try await clusters.handOut("far", to: name)
      let left = try await clusters.script(bundle, "leave.sh", "--yes", "--with-works")
      #expect(left.status == 0, "\(left)")
      try await clusters.done(["delete", name, "--yes"])
    }
  }

  @Test("A leave.sh that tells the hub nothing: the wait ends, and says how to go on")
  func silentScript() async throws {
    let name = Story.clusterName()
    try await clusters.leavingNothing {
      let bundle = try await join(name)
      let script = URL(filePath: bundle).appending(path: "leave.sh")
      let text = try String(contentsOf: script, encoding: .utf8)
      let older = text.replacing("\ntell_hub\n", with: "\n")
      try #require(older != text)
      try Data(older.utf8).write(to: script)

      let running = try clusters.start(["delete", name, "--yes"])
      let waits = await running.wait(within: 60) { $0.stderr.contains("sh leave.sh") }
      try #require(waits, "\(running.stderr)")
      let left = try await clusters.script(bundle, "leave.sh", "--yes")
      #expect(left.status == 0, "\(left)")
      let outcome = await running.end(within: 60)
      #expect(outcome.status == 3, "\(outcome)")
      for words in ["delete.leaving-unseen", "mcctl delete \(name) --lost"] {
        #expect(outcome.stderr.contains(words), "\(outcome)")
      }
      try await clusters.done(["delete", name, "--lost", "--yes"])
    }
  }
}
