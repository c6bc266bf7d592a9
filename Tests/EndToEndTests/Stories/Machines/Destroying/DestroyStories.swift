import Foundation
import LoopbackHosts
import Testing

/// Clusters that mcctl created are taken out of the hub and off their machines.
@Suite(
  "Destroying clusters", .serialized, .enabled(if: MachineRoom.isPossible),
  .clusters(1, flags: ["--hub-prepared"]), .timeLimit(.minutes(10)))
struct DestroyStories {
  let clusters: Clusters

  init() throws { clusters = try .required() }

  private func room(_ body: (MachineRoom) async throws -> Void) async throws {
    try await MachineRoom.with(clusters, kubeconfig: clusters.first, body)
  }

  @Test("One command takes a cluster out of the hub and off its machines; nothing is left anywhere")
  func whole() async throws {
    try await room { room in
      try await room.leavingNothing {
        try await room.created()
        try await clusters.handOut("web", to: room.name)

        let planned = try await room.destroy("--dry-run")
        #expect(planned.status == 0, "\(planned)")
        for words in ["delete        Node", "delete        ManifestWork", "authorized_keys"] {
          #expect(planned.stdout.contains(words), "\(words): \(planned)")
        }
        #expect(try room.calls().filter { $0.words.contains("delete") }.isEmpty)
        let unsaid = try await clusters.mcctl(
          ["delete", room.name, "--destroy"], environment: room.environment)
        #expect(unsaid.status == 3 && unsaid.stderr.contains("confirmation.needed"), "\(unsaid)")

        let destroyed = try await room.destroy("-o", "json")
        try #require(destroyed.status == 0, "\(destroyed)")
        #expect(destroyed.stderr.contains("managed cluster ="), "\(destroyed)")
        #expect(destroyed.stderr.contains("the cluster's state (etcd)"), "\(destroyed)")
        let document = try Story.json(destroyed)
        #expect(document["outcome"] as? String == "removed")
        let machines = try #require(document["machines"] as? [String: [Any]])
        #expect(machines["cleaned"]?.count == 2 && machines["staying"]?.isEmpty == true)
      }
      let gone = try await room.destroy()
      #expect(gone.status == 8, "\(gone)")
      let ignored = try await room.destroy("--ignore-not-found")
      #expect(ignored.status == 0, "\(ignored)")
    }
  }

  @Test("On a terminal the cluster's name is asked for, and another one changes nothing")
  func asked() async throws {
    try await room { room in
      try await room.created()
      let before = try clusters.writes().count
      let stopped = try await clusters.mcctlOnTerminal(
        ["delete", room.name, "--destroy"], interruptAt: "Type \(room.name) to destroy it",
        environment: room.environment)
      #expect(stopped.status == 130, "\(stopped.shown)")
      #expect(stopped.shown.contains("This will vanish:"), "\(stopped.shown)")
      #expect(try clusters.writes().count == before)
      #expect(room.master.text("/etc/kubernetes/admin.conf") != nil)
      let destroyed = try await room.destroy()
      #expect(destroyed.status == 0, "\(destroyed)")
    }
  }

  @Test("sealer that fails is told, and the same command goes on when it is repaired")
  func repaired() async throws {
    try await room { room in
      try await room.leavingNothing {
        try await room.created()
        try room.knobs(["FAIL": "uninstall:scriptpanic"])
        let failed = try await room.destroy()
        #expect(failed.status == 1, "\(failed)")
        #expect(failed.stderr.contains("sealer.script-failed"), "\(failed)")
        #expect(failed.stderr.contains("mcctl delete \(room.name) --destroy"), "\(failed)")
        let secret = try await clusters.must(
          clusters.hub, "get", "secret", "mcctl-cluster", "-n", room.name, "-o", "name")
        #expect(secret.contains("mcctl-cluster"))
        #expect(room.master.text("/var/lib/mcctl/clusters/\(room.name)/claim.json") != nil)
        try room.knobs([:])
        let destroyed = try await room.destroy()
        #expect(destroyed.status == 0, "\(destroyed)")
      }
    }
  }

  @Test("Only what mcctl created is destroyed")
  func notCreated() async throws {
    try await room { room in
      try await clusters.done(Story.importing(room.name, clusters.first))
      let before = try clusters.writes().count
      let refused = try await room.destroy()
      #expect(refused.status == 3 && refused.stderr.contains("delete.not-created"), "\(refused)")
      #expect(try clusters.writes().count == before)
      try await clusters.done(Story.deleting(room.name, clusters.first))
    }
  }

  @Test("A creation that failed before it was registered is destroyed without its API server")
  func unregistered() async throws {
    try await room { room in
      try await room.leavingNothing {
        try room.knobs(["FAIL": "init:kubelet"])
        let failed = try await room.create("-f", try room.describe())
        #expect(failed.status == 1, "\(failed)")
        try room.knobs([:])
        let destroyed = try await room.destroy()
        #expect(destroyed.status == 0, "\(destroyed)")
      }
    }
  }

  @Test("A plain delete says that the machines go on, and --undo takes it off them later")
  func plain() async throws {
    try await room { room in
      try await room.leavingNothing {
        try await room.created()
        let deleted = try await clusters.mcctl(Story.deleting(room.name, clusters.first))
        #expect(deleted.status == 0, "\(deleted)")
        #expect(deleted.stderr.contains("its machines go on running"), "\(deleted)")
        #expect(deleted.stderr.contains("--destroy"), "\(deleted)")
        #expect(room.master.text("/etc/kubernetes/admin.conf") != nil)
        let undone = try await room.create("--undo", "--yes", "-f", try room.describe())
        #expect(undone.status == 0, "\(undone)")
      }
    }
  }
}
