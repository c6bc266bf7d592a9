import Foundation
import LoopbackHosts
import Testing

/// Machines join a cluster that mcctl created, and leave it: real sshd on loopback, and the stand-in for sealer.
@Suite(
  "Scaling clusters", .serialized, .enabled(if: MachineRoom.isPossible),
  .clusters(1, flags: ["--hub-prepared"]), .timeLimit(.minutes(10)))
struct ScaleStories {
  let clusters: Clusters

  init() throws { clusters = try .required() }

  /// A room with a cluster of the first master and the first node, and further machines.
  private func room(
    _ more: [String] = ["n2"], _ body: (MachineRoom) async throws -> Void
  ) async throws {
    try await MachineRoom.with(clusters, kubeconfig: clusters.first, more: more) { room in
      let created = try await room.create("-f", try room.describe())
      try #require(created.status == 0, "\(created)")
      try await body(room)
      try await room.clean()
    }
  }

  /// What the hub keeps of the cluster, by key.
  private func origin(_ room: MachineRoom) async throws -> [String: String] {
    let secret = try await clusters.kubectl(
      clusters.hub, "-n", room.name, "get", "secret", "mcctl-cluster", "-o", "json")
    let data = try Story.json(secret)["data"] as? [String: String]
    return (data ?? [:]).mapValues { text in
      Data(base64Encoded: text).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
  }

  @Test(
    "A machine joins by one command; said again it is refused, and a file that says so changes nothing"
  )
  func joins() async throws {
    try await room { room in
      let new = try room.hosts["n2"]
      let before = try room.calls().count
      let planned = try await room.mcctl("scale", "--add-nodes", new.address, "--dry-run")
      #expect(planned.status == 0 && planned.stdout.contains(new.address), "\(planned)")
      let origins = try await origin(room)
      #expect(origins["change"] == nil && origins["specification"]?.contains(new.address) == false)
      #expect(new.text("/root/.ssh/authorized_keys") == nil)
      #expect(try room.calls().dropFirst(before).allSatisfy { Self.isLook($0.words) })

      let scaled = try await room.mcctl("scale", "--add-nodes", new.address, "-o", "json")
      try #require(scaled.status == 0, "\(scaled)")
      let document = try Story.json(scaled)
      #expect(document["outcome"] as? String == "scaled")
      #expect(document["added"] as? [String] == [new.address])
      #expect(try await room.nodes().contains(MachineRoom.node(new)))
      #expect(room.lines("joined") == [new.address])
      #expect(new.text("/root/.ssh/authorized_keys")?.contains("mcctl:\(room.name)") == true)
      let kept = try await origin(room)
      #expect(kept["change"] == nil && kept["changes"] == "1")
      #expect(kept["specification"]?.contains(new.address) == true)

      let again = try await room.mcctl("scale", "--add-nodes", new.address)
      #expect(again.status == 3 && again.stderr.contains("scale.host-present"), "\(again)")
      let same = try await room.mcctl(
        "scale", "-f",
        try room.describe(hosts: [
          "{address: \(room.master.address), roles: [master]}",
          "{address: \(room.node.address), labels: {pool: general}}", "{address: \(new.address)}",
        ]))
      #expect(same.status == 0 && same.stdout == "cluster \(room.name) unchanged\n", "\(same)")
      let nothing = try await room.mcctl("scale")
      #expect(nothing.status == 0 && nothing.stdout.contains("unchanged"), "\(nothing)")
      #expect(room.lines("joined").count == 1)
    }
  }

  /// Calls of sealer that change nothing.
  private static func isLook(_ words: [String]) -> Bool {
    !Set(words).isDisjoint(with: ["version", "images"])
  }

  @Test(
    "A node leaves: its pods are evicted as their budget allows, sealer takes it out, and the key goes",
    .enabled(
      if: !Clusters.areLive, "controllers take away pods that only say they belong to a ReplicaSet")
  )
  func leaves() async throws {
    try await room([]) { room in
      let node = MachineRoom.node(room.node)
      let pods = try await NodePods(clusters, room.kubeconfig, node: node)
      let words = ["--remove-nodes", room.node.address]

      let unasked = try await room.mcctl("scale", words)
      #expect(unasked.status == 3 && unasked.stderr.contains("--yes"), "\(unasked)")
      try await pods.make("alone", owner: nil)
      let lost = try await room.mcctl("scale", words + ["--yes"])
      #expect(lost.status == 3 && lost.stderr.contains("scale.pods-lost"), "\(lost)")
      #expect(lost.stderr.contains("alone") && lost.stderr.contains("--force"), "\(lost)")
      #expect(try await pods.isSchedulable())
      #expect(try await origin(room)["change"] == nil)

      try await pods.delete("alone")
      try await pods.make("scratch", owner: "ReplicaSet", volume: true)
      let scratch = try await room.mcctl("scale", words + ["--yes"])
      #expect(
        scratch.status == 3 && scratch.stderr.contains("--delete-emptydir-data"), "\(scratch)")

      try await pods.make("on-every-node", owner: "DaemonSet")
      try await pods.protect()
      let blocked = try await room.mcctl(
        "scale", words + ["--yes", "--delete-emptydir-data", "--drain-timeout", "3s"])
      #expect(blocked.status == 5 && blocked.stderr.contains("scale.drain-blocked"), "\(blocked)")
      #expect(blocked.stderr.contains("disruption budget"), "\(blocked)")
      #expect(try await !pods.isSchedulable() && room.lines("left").isEmpty)
      #expect(try await origin(room)["change"]?.contains(room.node.address) == true)

      // It stays after all, and then leaves.
      let stays = try await room.mcctl("scale", "--add-nodes", room.node.address)
      try #require(stays.status == 0, "\(stays)")
      #expect(try await pods.isSchedulable())
      #expect(try await origin(room)["specification"]?.contains("pool: general") == true)
      try await pods.unprotect()
      let scaled = try await room.mcctl(
        "scale", words + ["--yes", "--delete-emptydir-data", "-o", "json"])
      try #require(scaled.status == 0, "\(scaled)")
      #expect(try Story.json(scaled)["removed"] as? [String] == [room.node.address])
      #expect(try await room.nodes() == [MachineRoom.node(room.master)])
      #expect(room.lines("left") == [room.node.address])
      #expect(room.node.text("/root/.ssh/authorized_keys")?.contains("mcctl:") != true)
      #expect(try await pods.names() == ["on-every-node"])
      let clusterfile = room.master.text("/var/lib/mcctl/clusters/\(room.name)/Clusterfile")
      #expect(clusterfile?.contains(room.node.address) == false)
      #expect(try await origin(room)["change"] == nil)
      try await pods.end()
    }
  }

  @Test(
    "mcctl killed with -9 while a machine joins, then cut off: the same words go on, and sealer ran once"
  )
  func killed() async throws {
    try await room { room in
      let new = try room.hosts["n2"]
      try await room.killScaling(joining: new)
      #expect(try await origin(room)["change"]?.contains(new.address) == true)
      // Another change has to wait: sealer works on these machines.
      let other = try await room.mcctl("scale", "--remove-nodes", room.node.address, "--yes")
      #expect(other.status == 3 && other.stderr.contains("change.under-way"), "\(other)")
      let upgrade = try await room.mcctl("upgrade", "--image", "registry.example/other:v1.23.1")
      #expect(upgrade.status == 3 && upgrade.stderr.contains("change.under-way"), "\(upgrade)")
      // The same words go on listening, also when every connection is cut.
      let second = try room.starting("scale", ["--add-nodes", new.address])
      let listens = await second.wait(within: 60) {
        $0.stderr.contains("let \(new.address) join: running")
      }
      #expect(listens, "\(second.stderr)")
      room.master.cut()
      try await Task.sleep(for: .seconds(1))
      try room.put("", "go-on")
      let scaled = await second.end(within: 120)
      try #require(scaled.status == 0, "\(scaled)")
      #expect(room.lines("joined") == [new.address])
      #expect(try room.calls().filter { $0.words.contains("apply") }.count == 1)
      #expect(try await room.nodes().contains(MachineRoom.node(new)))
    }
  }

  @Test(
    "A join that failed by half is told by its name; the next attempt takes out what it left, and ends well"
  )
  func repaired() async throws {
    try await room { room in
      let new = try room.hosts["n2"]
      try room.knobs(["FAIL": "join-worker:kubeadm:1"])
      let failed = try await room.mcctl("scale", "--add-nodes", new.address)
      #expect(failed.status == 1 && failed.stderr.contains("sealer.kubelet-unhealthy"), "\(failed)")
      #expect(failed.stderr.contains("mcctl scale \(room.name)"), "\(failed)")
      #expect(room.lines("half") == [new.address])
      let scaled = try await room.mcctl("scale")
      try #require(scaled.status == 0, "\(scaled)")
      let removals = try room.calls().filter { $0.words.contains("delete") }
      #expect(removals.count == 1 && removals[0].words.contains("-f"), "\(removals)")
      #expect(try room.calls().filter { $0.words.contains("apply") }.map(\.exit) == [1, 0])
      #expect(try await room.nodes().contains(MachineRoom.node(new)))
    }
  }

  @Test("Masters join and leave one by one, and never so that etcd could lose its quorum")
  func masters() async throws {
    try await room(["m2", "m3"]) { room in
      let (second, third) = (try room.hosts["m2"], try room.hosts["m3"])
      let both = "\(second.address),\(third.address)"
      let even = try await room.mcctl("scale", "--add-masters", second.address)
      #expect(even.status == 3 && even.stderr.contains("scale.masters"), "\(even)")
      let added = try await room.mcctl("scale", "--add-masters", both)
      try #require(added.status == 0, "\(added)")
      #expect(room.lines("joined") == [second.address, third.address])
      #expect(try room.calls().filter { $0.words.contains("apply") }.count == 2)

      let first = try await room.mcctl(
        "scale", "--remove-masters", "\(room.master.address),\(third.address)", "--yes")
      #expect(first.status == 3 && first.stderr.contains("first master"), "\(first)")
      try await room.tellReady(third, false)
      try await room.tellReady(second, false)
      let quorum = try await room.mcctl("scale", "--remove-masters", both, "--yes")
      #expect(quorum.status == 3 && quorum.stderr.contains("quorum"), "\(quorum)")
      try await room.tellReady(second, true)
      third.stop()
      third.cut()
      let unreachable = try await room.mcctl("scale", "--remove-masters", both, "--yes")
      #expect(unreachable.status == 3, "\(unreachable)")
      #expect(unreachable.stderr.contains("--lost-hosts \(third.address)"), "\(unreachable)")
      let removed = try await room.mcctl(
        "scale", "--remove-masters", both, "--lost-hosts", third.address, "--yes")
      try #require(removed.status == 0, "\(removed)")
      #expect(room.lines("left") == [third.address, second.address])
      #expect(
        try await Set(room.nodes())
          == [room.master, room.node].reduce(into: []) {
            $0.insert(MachineRoom.node($1))
          })
    }
  }

  @Test("What makes no sense is refused with its own status, and nothing is changed")
  func refusals() async throws {
    try await room { room in
      let new = try room.hosts["n2"]
      let cases: [(words: [String], status: Int32, id: String)] = [
        (["--remove-nodes", "127.9.9.9", "--yes"], 8, "scale.host-unknown"),
        (["--remove-nodes", room.master.address, "--yes"], 3, "scale.host-unknown"),
        (["--remove-masters", room.master.address, "--yes"], 3, "scale.masters"),
        (["--add-nodes", room.node.address], 3, "scale.host-present"),
        (["--add-nodes", new.address, "--lost-hosts", new.address], 3, "scale.host-not-lost"),
        (
          ["--remove-nodes", room.node.address, "--lost-hosts", room.node.address, "--yes"], 3,
          "scale.host-not-lost"
        ),
        (["--add-nodes", "elsewhere"], 64, "document.invalid"),
        (["--add-nodes", new.address, "--remove-nodes", new.address], 64, "named twice"),
      ]
      for (words, status, id) in cases {
        let refused = try await room.mcctl("scale", words)
        #expect(refused.status == status && refused.stderr.contains(id), "\(words): \(refused)")
      }
      let settings = try await room.mcctl(
        "scale", "-f", try room.describe("  env: {Network: calico}"))
      #expect(settings.status == 3 && settings.stderr.contains("spec.env"), "\(settings)")
      let image = try await room.mcctl(
        "scale", "-f", try room.describe(image: "registry.example/a:2"))
      #expect(image.status == 3 && image.stderr.contains("mcctl upgrade"), "\(image)")
      try FileManager.default.createDirectory(
        at: new.file("/etc/kubernetes"), withIntermediateDirectories: true)
      try Data("x".utf8).write(to: new.file("/etc/kubernetes/kubelet.conf"))
      let taken = try await room.mcctl(
        "scale", "--add-nodes", new.address, "--ignore", "host.cluster")
      #expect(taken.status == 3 && taken.stderr.contains("scale.host-in-use"), "\(taken)")
      new.stop()
      new.cut()
      let down = try await room.mcctl("scale", "--add-nodes", new.address)
      #expect(down.status == 3 && down.stderr.contains("change.machines-unfit"), "\(down)")
      #expect(down.stderr.contains("\(new.address): host.reachable:"), "\(down)")
      let unknown = try await clusters.mcctl("scale", "nobody", "--add-nodes", "127.9.9.9")
      #expect(unknown.status == 3 && unknown.stderr.contains("change.not-created"), "\(unknown)")
      let origin = try await origin(room)
      #expect(origin["change"] == nil && origin["changes"] == nil)
      #expect(try room.calls().filter { $0.words.contains("apply") }.isEmpty)
    }
  }
}
