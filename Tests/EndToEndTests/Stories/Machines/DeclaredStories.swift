import Foundation
import LoopbackHosts
import Testing

/// Clusters that are declared on the hub are brought about by one pass.
@Suite(
  "Declared clusters", .serialized, .enabled(if: MachineRoom.isPossible),
  .clusters(1, flags: ["--hub-prepared"]), .timeLimit(.minutes(10)))
struct DeclaredStories {
  let clusters: Clusters

  init() throws { clusters = try .required() }

  private func room(_ body: (MachineRoom) async throws -> Void) async throws {
    try await MachineRoom.with(
      clusters, kubeconfig: clusters.first, image: UpgradeClusterStories.old, more: ["n2"], body)
  }

  /// Runs `mcctl create --declared`.
  private func pass(_ room: MachineRoom, _ more: String...) async throws -> Outcome {
    try await clusters.mcctl(["create", "--declared"] + more, environment: room.environment)
  }

  private func annotate(_ name: String, _ text: String) async throws {
    try await clusters.must(
      clusters.hub, "annotate", "managedcluster", name, "--overwrite", text)
  }

  /// Declares the room's cluster, with nothing but kubectl.
  private func declare(_ room: MachineRoom) async throws {
    let name = room.name
    try await clusters.must(clusters.hub, "create", "namespace", name)
    try await clusters.must(
      clusters.hub, "label", "namespace", name, "open-cluster-management.io/cluster-name=\(name)")
    try await clusters.must(
      clusters.hub, "create", "secret", "generic", "mcctl-cluster", "-n", name,
      "--type=mcctl.dev/cluster", "--from-file=specification=\(try room.describe())")
    try await clusters.must(
      clusters.hub, "create", "-f", "-",
      input: """
        apiVersion: cluster.open-cluster-management.io/v1
        kind: ManagedCluster
        metadata:
          name: \(name)
          annotations: {mcctl.dev/cluster: Managed}
          finalizers: [mcctl.dev/unregister]
        spec: {hubAcceptsClient: true}
        """)
  }

  private func declaration(_ name: String) async throws -> String {
    let text = try await clusters.must(
      clusters.hub, "get", "secret", "mcctl-cluster", "-n", name, "-o",
      "jsonpath={.data.specification}")
    return String(decoding: try #require(Data(base64Encoded: text)), as: UTF8.self)
  }

  private func declare(_ specification: String, _ name: String) async throws {
    try await clusters.must(
      clusters.hub, "patch", "secret", "mcctl-cluster", "-n", name, "--type=merge", "-p",
      "{\"data\": {\"specification\": \"\(Data(specification.utf8).base64EncodedString())\"}}")
  }

  /// The text of a description: of the room's machines and more, and of an image.
  private func text(_ room: MachineRoom, more: [LoopbackHost] = [], image: String? = nil) throws
    -> String
  {
    let image = image ?? room.image
    let machines =
      room.members.map { host in
        let kind = host.name.hasPrefix("m") ? "roles: [master]" : "labels: {pool: general}"
        return "{address: \(host.address), \(kind)}"
      } + more.map { "{address: \($0.address)}" }
    let path = try room.describe(
      image: image, source: "file: \(room.archive(of: image))", hosts: machines,
      "# as somebody wrote it")
    return try String(contentsOfFile: path, encoding: .utf8)
  }

  /// Machines and image follow the declaration, one thing a pass, and what is declared stays as it was written.
  private func change(_ room: MachineRoom) async throws {
    let new = try room.hosts["n2"]
    let wanted = try text(room, more: [new], image: MachineRoom.image)
    try await declare(wanted, room.name)
    let planned = try await pass(room, "--dry-run")
    #expect(planned.stdout.contains("is to be scaled: add \(new.address)"), "\(planned)")
    let scaled = try await pass(room, room.name)
    #expect(scaled.status == 0 && scaled.stdout.contains(" scaled "), "\(scaled)")
    #expect(try await room.nodes().count == 3)
    #expect(room.lines("upgraded").isEmpty)
    let upgraded = try await pass(room, room.name)
    #expect(upgraded.status == 0 && upgraded.stdout.contains(" upgraded "), "\(upgraded)")
    #expect(room.lines("upgraded") == [MachineRoom.image])
    let settled = try await pass(room, room.name, "-o", "json")
    #expect(settled.status == 0 && settled.stdout.contains("\"unchanged\""), "\(settled)")
    #expect(try await declaration(room.name) == wanted)

    let fewer = try text(room, image: MachineRoom.image)
    try await declare(fewer, room.name)
    let unsaid = try await pass(room, room.name)
    #expect(unsaid.status == 3 && unsaid.stderr.contains("confirmation.needed"), "\(unsaid)")
    let removed = try await pass(room, room.name, "--yes")
    #expect(removed.status == 0 && removed.stdout.contains(" scaled "), "\(removed)")
    #expect(try await room.nodes().count == 2)
    #expect(try await declaration(room.name) == fewer)

    try await declare(fewer.replacing("100.64.0.0", with: "100.65.0.0"), room.name)
    let refused = try await pass(room, room.name)
    #expect(refused.status == 3 && refused.stderr.contains("spec.network.podCIDR"), "\(refused)")
    try await declare(fewer.replacing("region: north", with: "region: south"), room.name)
    let registered = try await pass(room, room.name)
    #expect(registered.status == 0, "\(registered)")
    #expect(try await room.record(".metadata.labels.region") == "south")
    #expect(room.installations == 1)
  }

  @Test("A pass that was killed with -9 in the middle of a change is gone on with by the next")
  func killed() async throws {
    try await room { room in
      try await declare(room)
      let created = try await pass(room)
      try #require(created.status == 0, "\(created)")
      let new = try room.hosts["n2"]
      try room.knobs(["HANG_AT": "join-worker"])
      try await declare(try text(room, more: [new]), room.name)
      let first = try RunningProgram(
        "mcctl", ["create", "--declared", room.name],
        environment: room.environment.merging(["KUBECONFIG": clusters.hub]) { $1 },
        folder: clusters.folder)
      let hangs = await first.wait(within: 60) { _ in room.lines("half") == [new.address] }
      try #require(hangs, "\(first.stderr)")
      first.signal(SIGKILL)
      _ = await first.end(within: 10)
      try room.put("", "go-on")
      let second = try await pass(room)
      #expect(second.status == 0 && second.stdout.contains(" scaled "), "\(second)")
      #expect(room.lines("joined") == [new.address])
      #expect(try room.calls().filter { $0.words.contains("apply") }.count == 1)
      let third = try await pass(room, room.name)
      #expect(third.status == 0 && third.stdout.contains("unchanged"), "\(third)")
      try await annotate(room.name, "mcctl.dev/destroy=\(room.name)")
      let destroyed = try await pass(room, "--yes")
      #expect(destroyed.status == 0, "\(destroyed)")
    }
  }

  /// A command changes the declaration, too.
  private func command(_ room: MachineRoom) async throws {
    let new = try room.hosts["n2"].address
    let scaled = try await room.mcctl("scale", "--add-nodes", new)
    #expect(scaled.status == 0, "\(scaled)")
    let settled = try await pass(room, room.name, "-o", "json")
    #expect(settled.status == 0 && settled.stdout.contains("\"unchanged\""), "\(settled)")
  }

  @Test(
    "Declared with kubectl, a cluster is created by a pass, left alone by the next, and destroyed by two words"
  )
  func life() async throws {
    try await room { room in
      let none = try await pass(room)
      #expect(none.status == 0 && none.stderr.contains("no cluster is declared"), "\(none)")
      try await room.leavingNothing {
        try await declare(room)
        let before = try clusters.writes().count
        let planned = try await pass(room, "--dry-run")
        #expect(planned.status == 0 && planned.stdout.contains("is to be created"), "\(planned)")
        #expect(try clusters.writes().count == before)
        let created = try await pass(room)
        try #require(created.status == 0, "\(created)")
        #expect(try await room.record(".metadata.labels.mcctl\\.dev/created") == "true")
        let settled = try await pass(room, "--dry-run")
        #expect(settled.stdout.contains("is as it is declared"), "\(settled)")
        let again = try await pass(room, room.name, "-o", "json")
        #expect(again.status == 0 && again.stdout.contains("\"unchanged\""), "\(again)")
        #expect(room.installations == 1)
        try await change(room)
        try await command(room)

        try await annotate(room.name, "mcctl.dev/destroy=true")
        let mistaken = try await pass(room, "--yes")
        #expect(mistaken.status == 3 && mistaken.stderr.contains("has to say"), "\(mistaken)")
        try await annotate(room.name, "mcctl.dev/destroy=\(room.name)")
        let unsaid = try await pass(room)
        #expect(unsaid.status == 3 && unsaid.stderr.contains("confirmation.needed"), "\(unsaid)")
        #expect(room.master.text("/etc/kubernetes/admin.conf") != nil)
        let destroyed = try await pass(room, "--yes")
        #expect(destroyed.status == 0, "\(destroyed)")
      }
      let gone = try await pass(room, room.name)
      #expect(gone.status == 8 && gone.stderr.contains("declared.missing"), "\(gone)")
    }
  }
}
