import Foundation
import LoopbackHosts
import Testing

/// Clusters are destroyed whose machines or image were being changed: mcctl was killed, and sealer works on, is done, or
/// has failed.
@Suite(
  "Destroying clusters: in the middle of a change", .serialized,
  .enabled(if: MachineRoom.isPossible), .clusters(4, flags: ["--hub-prepared"]),
  .timeLimit(.minutes(10)))
struct UnfinishedChangeStories {
  let clusters: Clusters

  init() throws { clusters = try .required() }

  @Test("Nothing is left on machines that were to join, to leave, or to be of another image")
  func changes() async throws {
    // Most of their time they wait.
    try await clusters.leavingNothing(on: clusters.managed) {
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { try await joining(clusters.managed[0]) }
        group.addTask { try await leaving(clusters.managed[1]) }
        group.addTask { try await lost(clusters.managed[2]) }
        group.addTask { try await upgrading(clusters.managed[3]) }
        try await group.waitForAll()
      }
    }
  }

  /// mcctl is killed when sealer has come to a point at which it hangs.
  private func kill(
    _ room: MachineRoom, at stage: String, _ words: [String],
    before: () async throws -> Void = {}, hangs: (MachineRoom) -> Bool
  ) async throws {
    try room.knobs(["HANG_AT": stage])
    let running = try room.starting(words[0], Array(words.dropFirst()))
    let isThere = await running.wait(within: 120) { _ in hangs(room) }
    try #require(isThere, "\(running.stderr)")
    try await before()
    running.signal(SIGKILL)
    _ = await running.end(within: 10)
  }

  /// It is destroyed, by one run of sealer, and none is left that does anything else.
  private func destroys(_ room: MachineRoom, ending run: String?) async throws {
    let planned = try await room.destroy("--dry-run")
    #expect(planned.status == 0, "\(planned)")
    let ended = planned.stdout.split(separator: "\n").filter { $0.contains("delete        Job ") }
    #expect(ended.count == (run == nil ? 0 : 1), "\(planned)")
    if let run { #expect(ended.first?.contains("\(room.name)-\(run)") == true, "\(planned)") }
    let destroyed = try await room.destroy()
    try #require(destroyed.status == 0, "\(destroyed)")
    #expect(destroyed.stderr.contains("is not gone on with"), "\(destroyed)")
    #expect(try room.calls().filter { $0.words.contains("--all") }.map(\.exit) == [0])
    #expect(try !room.master.commandLines().contains { $0.contains("sealer --color") })
  }

  /// sealer lets a machine join, and is ended.
  private func joining(_ kubeconfig: String) async throws {
    try await MachineRoom.with(clusters, kubeconfig: kubeconfig, more: ["n2"]) { room in
      let new = try room.hosts["n2"]
      try await room.leavingNoFiles(on: [room.master, room.node, new]) {
        try await room.created()
        try await kill(room, at: "join-worker", ["scale", "--add-nodes", new.address]) {
          let atOnce = try await room.destroy()
          #expect(atOnce.status == 3 && atOnce.stderr.contains("host.locked"), "\(atOnce)")
        } hangs: {
          $0.lines("half") == [new.address]
        }
        #expect(new.text("/etc/kubernetes/kubelet.conf") != nil)
        try await destroys(room, ending: "scale-1-join-\(new.address)")
      }
    }
  }

  /// sealer has taken a machine out while nobody listened. Neither sealer nor the description knows it any more, and it
  /// still lets the cluster in.
  private func leaving(_ kubeconfig: String) async throws {
    try await MachineRoom.with(clusters, kubeconfig: kubeconfig) { room in
      let old = room.node.address
      try await room.leavingNoFiles(on: [room.master, room.node]) {
        try await room.created()
        try await kill(room, at: "uninstall", ["scale", "--remove-nodes", old, "--yes"]) { room in
          (try? room.master.commandLines().contains { $0.contains("delete --nodes \(old)") })
            ?? false
        }
        try room.put("", "go-on")
        let isOut = try await Story.eventually(within: 30) { room.lines("left") == [old] }
        try #require(isOut)
        #expect(room.node.text("/root/.ssh/authorized_keys")?.contains("mcctl:") == true)
        try await destroys(room, ending: nil)
      }
    }
  }

  /// sealer has failed to take out a machine that is gone: it was called lost once.
  private func lost(_ kubeconfig: String) async throws {
    try await MachineRoom.with(clusters, kubeconfig: kubeconfig) { room in
      let gone = room.node.address
      try await room.leavingNoFiles(on: [room.master]) {
        try await room.created()
        room.node.stop()
        room.node.cut()
        try await room.tellReady(room.node, false)
        try room.knobs(["FAIL": "uninstall:\(gone):unreachable:1"])
        let failed = try await room.mcctl(
          "scale", "--remove-nodes", gone, "--lost-hosts", gone, "--yes")
        #expect(failed.status == 1, "\(failed)")
        #expect(failed.stderr.contains("sealer.host-unreachable"), "\(failed)")
        try await destroys(room, ending: nil)
        let call = try #require(try room.calls().last { $0.words.contains("--all") })
        #expect(call.words.contains { $0.hasSuffix("/Clusterfile.present") }, "\(call)")
        try await room.forgetNodes()
      }
    }
  }

  /// The image's scripts are under way, and are ended.
  private func upgrading(_ kubeconfig: String) async throws {
    let (old, new) = (UpgradeClusterStories.old, UpgradeClusterStories.new)
    try await MachineRoom.with(clusters, kubeconfig: kubeconfig, image: old) { room in
      try await room.leavingNoFiles(on: [room.master, room.node]) {
        try await room.created()
        let archive = try room.archive(of: new)
        try await kill(
          room, at: "upgrade-host", ["upgrade", "--image", new, "--image-file", archive]
        ) {
          $0.lines("upgraded") == [new]
        }
        try await destroys(room, ending: "upgrade-1-1")
      }
    }
  }
}
