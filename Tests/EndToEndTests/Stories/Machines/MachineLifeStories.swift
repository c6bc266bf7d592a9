import Foundation
import LoopbackHosts
import Testing

/// The whole life of a cluster of machines, with nothing between its commands, and with passwords for everything.
@Suite(
  "Life of a cluster of machines", .serialized, .enabled(if: MachineRoom.isPossible),
  .clusters(1, flags: ["--hub-prepared"]), .timeLimit(.minutes(10)))
struct MachineLifeStories {
  static let old = "registry.example/ackdistro:v1-20-11-ack-25"
  static let new = MachineRoom.image

  let clusters: Clusters

  init() throws { clusters = try .required() }

  @Test(
    """
    Created, registered, scaled, upgraded, destroyed: nothing is left on any machine, nor on the hub, and no password or \
    token is seen anywhere
    """)
  func whole() async throws {
    try await MachineRoom.with(
      clusters, kubeconfig: clusters.first, image: Self.old, names: ["m1", "n1", "bastion"],
      more: ["n2"]
    ) { room in
      let secrets = try await PlantedSecrets(room)
      let new = try room.hosts["n2"]
      try await room.leavingNothing(on: [room.master, room.node, new]) {
        try await creates(room, secrets)
        try await isRegistered(room)
        try await clusters.handOut("web", to: room.name)

        try await must(secrets, "scale", "--add-nodes", new.address)
        #expect(try await room.nodes().count == 3)
        let upgraded = try await must(
          secrets, "upgrade", "--image", Self.new, "--image-file", room.archive(of: Self.new))
        #expect(upgraded.stdout.contains("v1.20.11 to v1.22.15"), "\(upgraded)")
        try await must(secrets, "scale", "--remove-nodes", room.node.address, "--yes")
        #expect(try await room.nodes().count == 2)
        try await isRegistered(room)
        #expect(try await secrets.holders() == [Self.credentials(room)])

        let destroyed = try await secrets.run(room.destroying, on: Array(room.hosts.hosts.values))
        try #require(destroyed.status == 0, "\(destroyed)")
        #expect(try await secrets.holders() == [])
      }
      #expect(room.installations == 1)
    }
  }

  /// Nobody keeps what is secret until that is asked for; then it is in one Secret, and used from there.
  private func creates(_ room: MachineRoom, _ secrets: PlantedSecrets) async throws {
    let file = try secrets.description()
    try await must(secrets, "create", "-f", file)
    #expect(try await secrets.holders() == [])
    try secrets.takeAway()
    let unknowing = try await room.create()
    #expect(
      unknowing.status != 0 && unknowing.stderr.contains("\(room.name).password"), "\(unknowing)")
    try secrets.plant()
    try await must(secrets, "create", "-f", file, "--store-credentials")
    #expect(try await secrets.holders() == [Self.credentials(room)])
    let type = try await clusters.must(
      clusters.hub, "get", "secret", "mcctl-cluster-credentials", "-n", room.name, "-o",
      "jsonpath={.type}")
    #expect(type == "mcctl.dev/cluster-credentials")
    try secrets.takeAway()
  }

  private static func credentials(_ room: MachineRoom) -> String {
    "Secret/\(room.name)/mcctl-cluster-credentials"
  }

  @discardableResult
  private func must(
    _ secrets: PlantedSecrets, _ command: String, _ more: String...
  ) async throws -> Outcome {
    let room = secrets.room
    let outcome = try await secrets.run(
      [command, room.name, "--transcript", room.transcript.path] + more,
      on: Array(room.hosts.hosts.values))
    try #require(outcome.status == 0, "\(outcome)")
    #expect(
      try String(contentsOf: room.transcript, encoding: .utf8).contains("export Password="))
    return outcome
  }

  private func isRegistered(_ room: MachineRoom) async throws {
    let status = try await clusters.mcctl("status", room.name, "--wait-for", "registered")
    #expect(status.status == 0, "\(status)")
  }
}
