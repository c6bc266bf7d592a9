import Foundation
import LoopbackHosts
import Testing

/// Clusters are made of machines: a real sshd on loopback, and the stand-in for sealer.
@Suite(
  "Creating clusters", .serialized, .enabled(if: MachineRoom.isPossible),
  .clusters(1, flags: ["--hub-prepared"]), .timeLimit(.minutes(10)))
struct CreateStories {
  let clusters: Clusters

  init() throws { clusters = try .required() }

  private func room(_ body: (MachineRoom) async throws -> Void) async throws {
    try await MachineRoom.with(clusters, kubeconfig: clusters.first, body)
  }

  @Test("Two bare machines become a registered cluster by one command; again, nothing changes")
  func life() async throws {
    try await room { room in
      let file = try room.describe()
      let planned = try await room.create("-f", file, "--dry-run")
      #expect(planned.status == 0 && planned.stdout.contains("create        Image"), "\(planned)")
      #expect(try room.calls().isEmpty && room.master.text("/var/lib/mcctl/clusters") == nil)

      let created = try await room.create("-f", file, "-o", "json")
      try #require(created.status == 0, "\(created)")
      let document = try Story.json(created)
      #expect(document["outcome"] as? String == "registered")
      #expect(try await room.record(".metadata.labels.mcctl\\.dev/created") == "true")
      #expect(try await room.record(".metadata.labels.region") == "north")
      let status = try await clusters.mcctl("status", room.name, "--wait-for", "registered")
      #expect(status.status == 0, "\(status)")

      let clusterfile = try #require(
        room.master.text("/var/lib/mcctl/clusters/\(room.name)/Clusterfile"))
      #expect(clusterfile.contains("pk: /var/lib/mcctl/clusters/\(room.name)/id_ed25519"))
      #expect(clusterfile.contains("PodCIDR=100.64.0.0/16") && !clusterfile.contains("passwd"))
      #expect(try room.master.mode("/var/lib/mcctl/clusters/\(room.name)/Clusterfile") == 0o600)
      #expect(room.node.text("/root/.ssh/authorized_keys")?.contains("mcctl:\(room.name)") == true)

      let again = try await room.create()
      #expect(again.status == 0 && again.stdout == "cluster \(room.name) unchanged\n", "\(again)")
      #expect(room.installations == 1)
      let runs = try room.calls().filter { $0.words.contains("run") }
      #expect(runs.count == 1)
      try await room.clean()
    }
  }

  @Test("An attempt that failed late is cleaned by the next, which ends in a registered cluster")
  func repaired() async throws {
    try await room { room in
      try room.knobs(["FAIL": "join-worker:unreachable:1"])
      let failed = try await room.create("-f", try room.describe())
      #expect(failed.status == 1, "\(failed)")
      let created = try await room.create()
      try #require(created.status == 0, "\(created)")
      let deletions = try room.calls().filter { $0.words.contains("delete") }
      #expect(deletions.count == 1 && deletions.first?.words.contains("--prune") == true)
      let last = try #require(room.calls().last { $0.words.contains("run") })
      #expect(last.words.contains("--ignore-cache"))
      try await room.clean()
    }
  }

  @Test("mcctl killed with -9 in the middle: the same command goes on, and sealer ran once")
  func killed() async throws {
    try await room { room in
      try room.knobs(["HANG_AT": "init"])
      let first = try room.start("-f", try room.describe())
      let hangs = await first.wait(within: 60) { _ in room.installations == 1 }
      try #require(hangs, "\(first.stderr)")
      first.signal(SIGKILL)
      _ = await first.end(within: 10)
      try room.put("", "go-on")
      let created = try await room.create()
      try #require(created.status == 0, "\(created)")
      #expect(room.installations == 1)
      #expect(try room.calls().filter { $0.words.contains("run") }.count == 1)
      try await room.clean()
    }
  }

  @Test("Every connection cut in the middle: the command itself goes on, and sealer ran once")
  func cut() async throws {
    try await room { room in
      try room.knobs(["HANG_AT": "init"])
      let running = try room.start("-f", try room.describe())
      let hangs = await running.wait(within: 60) { _ in room.installations == 1 }
      try #require(hangs, "\(running.stderr)")
      room.master.cut()
      try await Task.sleep(for: .seconds(1))
      try room.put("", "go-on")
      let created = await running.end(within: 120)
      #expect(created.status == 0, "\(created)")
      #expect(room.installations == 1)
      #expect(try room.calls().filter { $0.words.contains("run") }.count == 1)
      try await room.clean()
    }
  }

  @Test("Of two at once one is refused, and there are never two sealers")
  func twoAtOnce() async throws {
    try await room { room in
      let file = try room.describe()
      try room.knobs(["HANG_AT": "init"])
      let first = try room.start("-f", file)
      let hangs = await first.wait(within: 60) { _ in room.installations == 1 }
      try #require(hangs, "\(first.stderr)")
      let second = try await room.create("-f", file)
      #expect(second.status == 3 && second.stderr.contains("host.locked"), "\(second)")
      try room.put("", "go-on")
      let created = await first.end(within: 120)
      #expect(created.status == 0, "\(created)")
      #expect(room.installations == 1)
      try await room.clean()
    }
  }

  @Test("--undo takes away what a failed creation left, on machines and hub")
  func undone() async throws {
    try await room { room in
      try room.knobs(["FAIL": "join-worker:unreachable"])
      #expect(try await room.create("-f", try room.describe()).status == 1)
      let refused = try await room.create("--undo")
      #expect(refused.status == 3, "\(refused)")
      let undone = try await room.create("--undo", "--yes")
      try #require(undone.status == 0, "\(undone)")
      #expect(room.master.text("/var/lib/mcctl/clusters/\(room.name)/claim.json") == nil)
      #expect(room.master.text("/etc/kubernetes/admin.conf") == nil)
      #expect(room.node.text("/root/.ssh/authorized_keys")?.contains("mcctl:") != true)
      let secret = try await clusters.kubectl(
        clusters.hub, "-n", room.name, "get", "secret", "mcctl-cluster", "--ignore-not-found")
      #expect(secret.stdout.isEmpty)
      let again = try await room.create("--undo", "--yes", "-f", try room.describe())
      #expect(again.status == 8, "\(again)")
    }
  }
}
