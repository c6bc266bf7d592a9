import Foundation
import LoopbackHosts
import Testing

/// sealer goes on by itself when nobody listens any more.
@Suite(
  "Creating clusters: nobody listens any more", .serialized,
  .enabled(if: MachineRoom.isPossible), .clusters(3, flags: ["--hub-prepared"]),
  .timeLimit(.minutes(5)))
struct CreateSilenceStories {
  let clusters: Clusters

  init() throws { clusters = try .required() }

  /// sealer runs on the first master.
  private func sealerRuns(_ room: MachineRoom) throws -> Bool {
    try room.master.commandLines().contains { $0.contains("sealer --color never -q run") }
  }

  /// Lets sealer come to its end, and the same command finish the work.
  private func finish(_ room: MachineRoom) async throws {
    #expect(try sealerRuns(room))
    try room.put("", "go-on")
    let created = try await room.create()
    #expect(created.status == 0, "\(created)")
    #expect(created.stdout == "cluster \(room.name) created and registered\n", "\(created)")
    #expect(room.installations == 1)
    #expect(try room.calls().filter { $0.words.contains("run") }.count == 1)
  }

  @Test("sealer that says nothing is left to itself within the limit, and listened to again")
  func silent() async throws {
    try await MachineRoom.with(clusters, kubeconfig: clusters.spare(0)) { room in
      try room.knobs(["HANG_AT": "init"])
      let running = try room.start("-f", try room.describe(), "--idle-timeout", "3s")
      let hangs = await running.wait(within: 60) { _ in room.installations == 1 }
      try #require(hangs, "\(running.stderr)")
      let start = Date()
      let stalled = await running.end(within: 30)
      #expect(stalled.status == 5 && stalled.stderr.contains("create.stalled"), "\(stalled)")
      #expect(Date().timeIntervalSince(start) < 10)
      #expect(stalled.stderr.contains("kubeadm starts the first master"), "\(stalled)")
      #expect(stalled.stderr.contains("run the same command again"), "\(stalled)")
      try await finish(room)
    }
  }

  @Test("When the time is over it is told that sealer goes on, and it does")
  func timeout() async throws {
    try await MachineRoom.with(clusters, kubeconfig: clusters.spare(1)) { room in
      try room.knobs(["HANG_AT": "join-worker"])
      let late = try await room.create("-f", try room.describe(), "--timeout", "15s")
      #expect(late.status == 5 && late.stderr.contains("wait.timed-out"), "\(late)")
      #expect(late.stderr.contains("sealer on"), "\(late)")
      try await finish(room)
    }
  }

  @Test("Ctrl-C ends mcctl at once, and not sealer")
  func interrupted() async throws {
    try await MachineRoom.with(clusters, kubeconfig: clusters.spare(2)) { room in
      try room.knobs(["HANG_AT": "init"])
      let run = try await clusters.mcctlOnTerminal(
        room.creating("-f", try room.describe()), columns: 120,
        interruptAt: "kubeadm starts the first master", environment: room.environment)
      #expect(run.status == 130 && run.seconds < 1.5, "\(run.seconds) s: \(run.shown)")
      #expect(run.shown.contains("run sealer on"), "\(run.shown)")
      try await finish(room)
    }
  }
}
