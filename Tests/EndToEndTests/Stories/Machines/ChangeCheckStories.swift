import Foundation
import LoopbackHosts
import Testing

/// Before a cluster of machines is changed, its machines are looked at; afterwards, how it is.
@Suite(
  "Changing clusters: the machines are looked at first", .serialized,
  .enabled(if: MachineRoom.isPossible), .clusters(1, flags: ["--hub-prepared"]),
  .timeLimit(.minutes(8)))
struct ChangeCheckStories {
  let clusters: Clusters

  init() throws { clusters = try .required() }

  /// A room with a cluster, and a machine beside it.
  private func room(
    image: String = MachineRoom.image, _ body: (MachineRoom) async throws -> Void
  ) async throws {
    try await MachineRoom.with(clusters, kubeconfig: clusters.first, image: image, more: ["n2"]) {
      room in
      let created = try await room.create("-f", try room.describe())
      try #require(created.status == 0, "\(created)")
      try await body(room)
      try await room.clean()
    }
  }

  /// Leaves a file on a machine, as an earlier cluster does.
  private func leave(_ path: String, on host: LoopbackHost) throws {
    let file = host.file(path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data("x".utf8).write(to: file)
  }

  @Test("A machine that is not fit does not join, and a dry run shows it; what is ignored does")
  func unfit() async throws {
    try await room { room in
      let new = try room.hosts["n2"]
      try leave("/var/lib/kubelet/pki/kubelet.crt", on: new)
      try leave("/etc/cni/net.d/10-flannel.conflist", on: new)
      // A node of that name is there: the machine's own name is n2.
      try await clusters.must(
        room.kubeconfig, "create", "-f", "-", input: Self.node("n2", "10.9.9.9"))
      let words = ["--add-nodes", new.address]
      let shown = try await room.mcctl("scale", words + ["--dry-run"])
      let before = try clusters.writes().count
      let refused = try await room.mcctl("scale", words)
      #expect(try clusters.writes().count == before)
      #expect(shown.stdout.contains("Machine \(new.address)   (checks: "), "\(shown)")
      #expect(shown.stdout.contains("create        Node \(new.address)"), "\(shown)")
      for outcome in [shown, refused] {
        #expect(outcome.status == 3, "\(outcome)")
        for text in [
          "change.machines-unfit", "\(new.address): host.cluster: something of a cluster",
          "\(new.address): host.name: the cluster has a node n2 already",
          "--ignore host.cluster,host.name", "host.leftovers: /etc/cni/net.d (\(new.address))",
        ] {
          #expect(outcome.stderr.contains(text), "\(text): \(outcome)")
        }
        #expect(!outcome.stderr.contains("\(room.node.address):"), "\(outcome)")
      }
      #expect(new.text("/root/.ssh/authorized_keys") == nil)

      try await clusters.must(room.kubeconfig, "delete", "node", "n2")
      let unknown = try await room.mcctl("scale", words + ["--ignore", "host.nonsense"])
      #expect(unknown.status == 64, "\(unknown)")
      let scaled = try await room.mcctl("scale", words + ["--ignore", "host.cluster"])
      #expect(scaled.status == 0, "\(scaled)")
      #expect(scaled.stderr.contains("host.leftovers: /etc/cni/net.d"), "\(scaled)")
    }
  }

  private static func node(_ name: String, _ address: String) -> String {
    """
    apiVersion: v1
    kind: Node
    metadata: {name: \(name)}
    status: {addresses: [{type: InternalIP, address: \(address)}]}
    """
  }

  @Test(
    "What a failed join left is no reason to refuse the next, and what sealer works on is not looked at"
  )
  func goingOn() async throws {
    try await room { room in
      let new = try room.hosts["n2"]
      let log = clusters.folder.appending(path: "\(room.name).events").path
      try room.knobs(["FAIL": "join-worker:kubeadm:1"])
      let failed = try await room.mcctl("scale", "--add-nodes", new.address, "--events", log + "1")
      #expect(failed.status == 1, "\(failed)")
      try leave("/etc/kubernetes/kubelet.conf", on: new)
      try room.knobs(["HANG_AT": "join-worker"])
      let second = try room.starting("scale", ["--events", log + "2"])
      let hangs = await second.wait(within: 60) { _ in
        let isCleaned = try? room.calls().contains { $0.words.contains("delete") }
        return isCleaned == true && room.lines("half") == [new.address]
      }
      #expect(hangs, "\(second.stderr)")
      second.signal(SIGKILL)
      _ = await second.end(within: 10)
      try room.put("", "go-on")
      let scaled = try await room.mcctl("scale", "--events", log + "3")
      #expect(scaled.status == 0, "\(scaled)")
      let looks = try (1...3).map { try String(contentsOfFile: log + "\($0)", encoding: .utf8) }
        .map { $0.contains("look at the machines") }
      #expect(looks == [true, true, false])
    }
  }

  @Test("Too little room stops an upgrade before anything is changed, unless it is ignored")
  func room() async throws {
    try await room(image: UpgradeClusterStories.old) { room in
      let image = UpgradeClusterStories.new
      // Here the disks are of memory, and far too small.
      let strict = MachineRoom.ignoredChecks.filter { $0 != "host.disk" }
      let file = try room.describe(image: image, ignored: strict)
      let shown = try await room.mcctl("upgrade", "-f", file, "--dry-run")
      let before = try clusters.writes().count
      let refused = try await room.mcctl("upgrade", "-f", file)
      #expect(try clusters.writes().count == before)
      for outcome in [shown, refused] {
        #expect(outcome.status == 3, "\(outcome)")
        for host in [room.master, room.node] {
          #expect(outcome.stderr.contains("\(host.address): host.disk: "), "\(outcome)")
        }
        #expect(outcome.stderr.contains("change.machines-unfit"), "\(outcome)")
      }
      #expect(shown.stdout.contains("v1.20.11 to v1.22.15"), "\(shown)")
      #expect(room.lines("upgraded").isEmpty)
      let upgraded = try await room.mcctl("upgrade", "-f", file, "--ignore", "host.disk")
      #expect(upgraded.status == 0, "\(upgraded)")
    }
  }

  @Test("A check of the distribution's that a change made fail is told as new, also after a kill")
  func health() async throws {
    try await room { room in
      let new = try room.hosts["n2"]
      try trident("test -e /root/ill || exit 0; echo 'etcd is slow'; exit 3", on: room.master)
      try await room.killScaling(joining: new)
      try Data("x".utf8).write(to: room.master.file("/root/ill"))
      try room.put("", "go-on")
      let scaled = try await room.mcctl("scale")
      #expect(scaled.status == 0, "\(scaled)")
      #expect(scaled.stderr.contains("health-check: etcd is slow"), "\(scaled)")
      #expect(scaled.stderr.contains("exit status 3; it did not fail before"), "\(scaled)")
      // What was ill before is told as that.
      let removed = try await room.mcctl("scale", "--remove-nodes", new.address, "--yes")
      #expect(removed.status == 0, "\(removed)")
      #expect(removed.stderr.contains("it failed before the change, too"), "\(removed)")
      #expect(
        room.master.text("/root/asked")?.split(separator: "\n").filter { $0.contains("--trigger") }
          .count == 2)
    }
  }

  /// Puts a program on a machine that answers as `trident` does.
  private func trident(_ script: String, on host: LoopbackHost) throws {
    let file = clusters.folder.appending(path: "trident")
    try Data("#!/bin/sh\necho \"$@\" >>/root/asked\n\(script)\n".utf8).write(to: file)
    try host.install(file, as: "/usr/local/bin/trident")
  }
}
