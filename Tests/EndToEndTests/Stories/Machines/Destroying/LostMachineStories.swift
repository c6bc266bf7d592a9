import Foundation
import LoopbackHosts
import Testing

/// Machines of a cluster that is destroyed are gone.
@Suite(
  "Destroying clusters: lost machines", .serialized, .enabled(if: MachineRoom.isPossible),
  .clusters(1, flags: ["--hub-prepared"]), .timeLimit(.minutes(10)))
struct LostMachineStories {
  let clusters: Clusters

  init() throws { clusters = try .required() }

  private func room(_ body: (MachineRoom) async throws -> Void) async throws {
    try await MachineRoom.with(clusters, kubeconfig: clusters.first, body)
  }

  @Test("A machine that is gone stops it before anything is changed; called lost, it is left out")
  func oneHost() async throws {
    try await room { room in
      try await room.leavingNothing(on: [room.master]) {
        try await room.created()
        let node = room.node.address
        room.node.stop()
        room.node.cut()
        let before = try clusters.writes().count
        let refused = try await room.destroy()
        #expect(refused.status == 1 && refused.stderr.contains("ssh.refused"), "\(refused)")
        #expect(refused.stderr.contains("--lost-hosts \(node)"), "\(refused)")
        #expect(try clusters.writes().count == before)
        let unknown = try await room.destroy("--lost-hosts", "10.9.9.9")
        #expect(unknown.status == 64 && unknown.stderr.contains("no machine of"), "\(unknown)")

        let destroyed = try await room.destroy("--lost-hosts", node)
        #expect(destroyed.status == 0, "\(destroyed)")
        #expect(destroyed.stderr.contains("stays on \(node)"), "\(destroyed)")
        #expect(destroyed.stdout.contains("destroyed; left behind:"), "\(destroyed)")
        let call = try #require(try room.calls().last { $0.words.contains("delete") })
        #expect(call.words.contains { $0.hasSuffix("/Clusterfile.present") }, "\(call)")
        try await room.forgetNodes()
      }
      #expect(room.node.text("/root/.ssh/authorized_keys")?.contains("mcctl:") == true)
    }
  }

  @Test(
    "Without its first master sealer cannot run: the others lose the key, and it is said what stays"
  )
  func firstMaster() async throws {
    try await room { room in
      try await clusters.leavingNothing(on: [room.kubeconfig]) {
        try await room.created()
        let (master, node) = (room.master.address, room.node.address)
        room.master.stop()
        room.master.cut()
        let unreached = try await room.destroy("--lost-hosts", master)
        #expect(unreached.status == 1, "\(unreached)")
        #expect(unreached.stderr.contains("delete.cluster-unreachable"), "\(unreached)")
        let alive = try await room.destroy("--lost-hosts", master, "--lost")
        #expect(alive.status == 3 && alive.stderr.contains("delete.cluster-alive"), "\(alive)")

        let destroyed = try await room.destroy(
          "--lost-hosts", master, "--cluster-kubeconfig", clusters.first)
        #expect(destroyed.status == 0, "\(destroyed)")
        for words in [
          "stays on \(master): Kubernetes with its data and the cluster's key",
          "stays on \(node): Kubernetes with its data: sealer runs on the first master alone",
        ] {
          #expect(destroyed.stderr.contains(words), "\(words): \(destroyed)")
        }
        #expect(room.node.text("/root/.ssh/authorized_keys")?.contains("mcctl:") != true)
        try await room.forgetNodes()
      }
    }
  }

  @Test("A cluster whose API server is gone is destroyed with --lost, once its agent is silent")
  func lostCluster() async throws {
    try await room { room in
      try await room.created()
      let admin = try #require(room.master.text("/etc/kubernetes/admin.conf"))
      let dead = admin.replacing(/server: .*/, with: "server: https://127.0.0.1:1")
      try Data(dead.utf8).write(to: room.master.file("/etc/kubernetes/admin.conf"))
      let refused = try await room.destroy()
      #expect(refused.status == 1, "\(refused)")
      #expect(refused.stderr.contains("delete.cluster-unreachable"), "\(refused)")
      #expect(refused.stderr.contains("--lost"), "\(refused)")

      try await clusters.must(
        clusters.hub, "patch", "managedcluster", room.name, "--type=merge", "-p",
        "{\"spec\": {\"leaseDurationSeconds\": 1}}")
      for namespace in ["open-cluster-management", "open-cluster-management-agent"] {
        try await clusters.must(
          clusters.first, "scale", "deployment", "--all", "-n", namespace, "--replicas=0")
      }
      var destroyed = try await room.destroy("--lost")
      let isDone = try await Story.eventually(within: 60) {
        if destroyed.status != 0 { destroyed = try await room.destroy("--lost") }
        return destroyed.status == 0
      }
      #expect(isDone, "\(destroyed)")
      #expect(room.master.text("/var/lib/mcctl/clusters/\(room.name)/claim.json") == nil)
      let record = try await clusters.kubectl(clusters.hub, "get", "managedcluster", room.name)
      #expect(record.status != 0)
    }
  }
}
