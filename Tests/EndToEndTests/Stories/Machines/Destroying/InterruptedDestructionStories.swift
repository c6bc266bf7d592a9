import Foundation
import LoopbackHosts
import Testing

/// mcctl is killed with -9 in the middle of destroying a cluster; the same command finishes.
@Suite(
  "Destroying clusters: killed", .serialized, .enabled(if: MachineRoom.isPossible),
  .clusters(4, flags: ["--hub-prepared"]), .timeLimit(.minutes(15)))
struct InterruptedDestructionStories {
  let clusters: Clusters

  init() throws { clusters = try .required() }

  private func room(_ body: (MachineRoom) async throws -> Void) async throws {
    try await MachineRoom.with(clusters, kubeconfig: clusters.first, body)
  }

  @Test("Killed after writes to the hub: the same command finishes, and nothing is left")
  func someWrites() async throws {
    try await room { room in
      var (write, wasKilled) = (1, true)
      while wasKilled {
        try await room.leavingNothing {
          try await room.created()
          let run = try await clusters.gated(
            killAfter: write, ["--kubeconfig", "{hub}"] + room.destroying)
          wasKilled = run.killed
          guard wasKilled else { return #expect(run.status == 0, "\(run.stderr)") }
          let finished = try await room.destroy("--ignore-not-found")
          #expect(finished.status == 0, "killed after \(run.writes): \(finished)")
        }
        write += 7
      }
      #expect(write > 7, "only \(write) writes were seen")
    }
  }

  @Test("Killed while sealer works, then cut off; killed after each step on the machines")
  func onMachines() async throws {
    let steps = [
      "take the cluster off its machines", "take the cluster's key off every machine",
      "remove what mcctl keeps",
    ]
    // Most of their time they wait.
    try await clusters.leavingNothing(on: clusters.managed) {
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { try await cutOff(clusters.managed[0]) }
        for (step, kubeconfig) in zip(steps, clusters.managed.dropFirst()) {
          group.addTask { try await killed(after: step, kubeconfig) }
        }
        try await group.waitForAll()
      }
    }
  }

  private func cutOff(_ kubeconfig: String) async throws {
    try await MachineRoom.with(clusters, kubeconfig: kubeconfig) { room in
      try await room.leavingNoFiles(on: room.members) {
        try await room.created()
        try room.knobs(["HANG_AT": "uninstall"])
        let first = try room.startDestroying()
        let hangs = await first.wait(within: 120) { _ in
          (try? room.master.commandLines().contains {
            $0.contains("sealer") && $0.contains("delete")
          })
            ?? false
        }
        try #require(hangs, "\(first.stderr)")
        first.signal(SIGKILL)
        _ = await first.end(within: 10)
        let second = try room.startDestroying()
        let listens = await second.wait(within: 120) { $0.stderr.contains("listening") }
        #expect(listens, "\(second.stderr)")
        room.master.cut()
        try await Task.sleep(for: .seconds(1))
        try room.put("", "go-on")
        let finished = await second.end(within: 120)
        #expect(finished.status == 0, "\(finished)")
        #expect(try room.calls().filter { $0.words.contains("delete") }.count == 1)
      }
    }
  }

  private func killed(after step: String, _ kubeconfig: String) async throws {
    try await MachineRoom.with(clusters, kubeconfig: kubeconfig) { room in
      try await room.leavingNoFiles(on: room.members) {
        try await room.created()
        let running = try room.startDestroying()
        let isThere = await running.wait(within: 120) { run in
          run.stderr.split(separator: "\n").contains {
            $0.contains(step) && $0.contains("done (")
          }
        }
        running.signal(SIGKILL)
        _ = await running.end(within: 10)
        #expect(isThere, "\(step)")
        let finished = try await room.destroy("--ignore-not-found")
        #expect(finished.status == 0, "\(step): \(finished)")
      }
    }
  }

  @Test("While one works on the machines, another is refused")
  func twoAtOnce() async throws {
    try await room { room in
      try await room.created()
      try room.knobs(["HANG_AT": "uninstall"])
      let first = try room.startDestroying()
      let hangs = await first.wait(within: 60) { _ in
        (try? room.master.commandLines().contains { $0.contains("sealer") && $0.contains("delete") })
          ?? false
      }
      try #require(hangs, "\(first.stderr)")
      let second = try await room.destroy()
      #expect(second.status == 3 && second.stderr.contains("host.locked"), "\(second)")
      try room.put("", "go-on")
      let destroyed = await first.end(within: 120)
      #expect(destroyed.status == 0, "\(destroyed)")
    }
  }
}
