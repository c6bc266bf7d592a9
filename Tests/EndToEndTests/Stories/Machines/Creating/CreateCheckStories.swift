import Foundation
import LoopbackHosts
import Testing

/// Before a creation changes anything, the machines are looked at.
@Suite(
  "Creating clusters: the machines are looked at first", .serialized,
  .enabled(if: MachineRoom.isPossible), .clusters(1, flags: ["--hub-prepared"]),
  .timeLimit(.minutes(5)))
struct CreateCheckStories {
  let clusters: Clusters

  init() throws { clusters = try .required() }

  private func room(_ body: (MachineRoom) async throws -> Void) async throws {
    try await MachineRoom.with(clusters, kubeconfig: clusters.first, body)
  }

  /// Nothing of mcctl or sealer is on a machine.
  private func expectUntouched(_ room: MachineRoom) throws {
    #expect(try room.calls().isEmpty)
    for host in room.members {
      #expect(host.text("/var/lib/mcctl/clusters/\(room.name)/claim.json") == nil)
      #expect(host.text("/usr/local/bin/sealer") == nil)
      #expect(host.text("/root/.ssh/authorized_keys")?.contains("mcctl:") != true)
    }
  }

  /// Leaves a file on a machine, as an earlier cluster does.
  private func leave(_ path: String, on host: LoopbackHost) throws {
    let file = host.file(path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data("x".utf8).write(to: file)
  }

  @Test("A machine that is not fit stops it before anything is changed; what is ignored does not")
  func unfit() async throws {
    try await room { room in
      let kubelet = "/etc/kubernetes/kubelet.conf"
      try leave(kubelet, on: room.node)
      try leave("/etc/cni/net.d/10-flannel.conflist", on: room.node)
      let file = try room.describe()
      let shown = try await room.create("-f", file, "--dry-run")
      #expect(shown.status == 3, "\(shown)")
      #expect(
        shown.stdout.contains("Machine \(room.node.address)   (checks: "), "\(shown)")
      #expect(shown.stdout.contains("create        Image"), "\(shown)")
      let before = try clusters.writes().count
      let refused = try await room.create("-f", file)
      for outcome in [shown, refused] {
        #expect(outcome.stderr.contains("create.machines-unfit"), "\(outcome)")
        #expect(outcome.stderr.contains("\(room.node.address): host.cluster:"), "\(outcome)")
        #expect(outcome.stderr.contains(kubelet) && outcome.stderr.contains("kubeadm reset"))
        #expect(outcome.stderr.contains("--ignore host.cluster"), "\(outcome)")
        // What only warns is told with the machine that it is true of.
        let warning = outcome.stderr.split(separator: "\n").first {
          $0.contains("host.leftovers: /etc/cni/net.d")
        }
        #expect(warning?.contains("(\(room.node.address))") == true, "\(outcome)")
      }
      let after = try clusters.writes().count
      #expect(refused.status == 3 && after == before, "\(refused)")
      try expectUntouched(room)

      let unknown = try await room.create("-f", file, "--ignore", "host.nonsense")
      #expect(unknown.status == 64, "\(unknown)")
      let created = try await room.create("-f", file, "--ignore", "host.cluster")
      #expect(created.status == 0, "\(created)")
      #expect(!created.stderr.contains("host.cluster"), "\(created)")
      try await room.clean()
    }
  }

  @Test("The file's own list of checks that may fail is heeded, and what it leaves out is not")
  func listed() async throws {
    try await room { room in
      // Here the disks are of memory, and far too small.
      let strict = MachineRoom.ignoredChecks.filter { $0 != "host.disk" }
      let refused = try await room.create("-f", try room.describe(ignored: strict))
      #expect(refused.status == 3, "\(refused)")
      #expect(refused.stderr.contains("2 checks of the machines failed"), "\(refused)")
      #expect(refused.stderr.contains("\(room.master.address): host.disk:"), "\(refused)")
      try expectUntouched(room)
      let odd = try await room.create("-f", try room.describe(ignored: ["host.dsik"]))
      #expect(odd.status == 64 && odd.stderr.contains("checks.ignore[0]"), "\(odd)")
    }
  }

  @Test("A machine that is down or shows another key is told before the first master is changed")
  func unreached() async throws {
    try await room { room in
      let file = try room.describe()
      room.node.stop()
      let down = try await room.create("-f", file)
      #expect(down.status == 3, "\(down)")
      #expect(down.stderr.contains("\(room.node.address): host.reachable:"), "\(down)")
      #expect(down.stderr.contains("\(room.master.address): host.from-master:"), "\(down)")
      room.node.start()
      try room.node.changeKey()
      let changed = try await room.create("-f", file)
      #expect(changed.status == 3, "\(changed)")
      #expect(changed.stderr.contains("shows another key than the known one"), "\(changed)")
      #expect(changed.stderr.contains("find out why"), "\(changed)")
      try expectUntouched(room)
    }
  }

  @Test("An attempt that failed is no reason to refuse the next, and what goes on is not looked at")
  func goingOn() async throws {
    try await room { room in
      try room.knobs(["FAIL": "join-worker:unreachable:1"])
      let log = clusters.folder.appending(path: "\(room.name).events").path
      let failed = try await room.create("-f", try room.describe(), "--events", log + "1")
      #expect(failed.status == 1, "\(failed)")
      // It has left an admin.conf and sealer's own record, which a bare machine has not.
      #expect(room.master.text("/etc/kubernetes/admin.conf") != nil)
      let created = try await room.create("--events", log + "2")
      #expect(created.status == 0, "\(created)")
      let again = try await room.create("--events", log + "3")
      #expect(again.stdout == "cluster \(room.name) unchanged\n", "\(again)")
      let steps = try (1...3).map { try String(contentsOfFile: log + "\($0)", encoding: .utf8) }
        .map { $0.contains("look at the machines") }
      #expect(steps == [true, true, false])
      try await room.clean()
    }
  }
}
