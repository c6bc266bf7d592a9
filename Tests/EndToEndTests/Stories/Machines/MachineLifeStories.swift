import Foundation
import LoopbackHosts
import Testing

/// The whole life of a cluster of machines, with nothing between its commands.
@Suite(
  "Life of a cluster of machines", .serialized, .enabled(if: MachineRoom.isPossible),
  .clusters(1, flags: ["--hub-prepared"]), .timeLimit(.minutes(10)))
struct MachineLifeStories {
  static let old = "registry.example/ackdistro:v1-20-11-ack-25"
  static let new = MachineRoom.image

  let clusters: Clusters

  init() throws { clusters = try .required() }

  @Test(
    "Created, registered, scaled, upgraded, destroyed: nothing is left on any machine, nor on the hub"
  )
  func whole() async throws {
    try await MachineRoom.with(
      clusters, kubeconfig: clusters.first, image: Self.old, more: ["n2"]
    ) { room in
      let new = try room.hosts["n2"]
      try await room.leavingNothing(on: [room.master, room.node, new]) {
        try await room.created()
        try await isRegistered(room)
        try await clusters.handOut("web", to: room.name)

        try await must(room, "scale", "--add-nodes", new.address)
        #expect(try await room.nodes().count == 3)
        let archive = try room.archive(of: Self.new)
        let upgraded = try await must(
          room, "upgrade", "--image", Self.new, "--image-file", archive)
        #expect(upgraded.stdout.contains("v1.20.11 to v1.22.15"), "\(upgraded)")
        try await must(room, "scale", "--remove-nodes", room.node.address, "--yes")
        #expect(try await room.nodes().count == 2)
        try await isRegistered(room)

        let destroyed = try await room.destroy()
        try #require(destroyed.status == 0, "\(destroyed)")
      }
      #expect(room.installations == 1)
    }
  }

  @discardableResult
  private func must(_ room: MachineRoom, _ command: String, _ more: String...) async throws
    -> Outcome
  {
    let outcome = try await room.mcctl(command, more)
    try #require(outcome.status == 0, "\(outcome)")
    return outcome
  }

  private func isRegistered(_ room: MachineRoom) async throws {
    let status = try await clusters.mcctl("status", room.name, "--wait-for", "registered")
    #expect(status.status == 0, "\(status)")
  }
}
