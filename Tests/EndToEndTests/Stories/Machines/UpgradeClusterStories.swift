import Foundation
import LoopbackHosts
import Testing

/// A cluster that mcctl created is moved to another image: real sshd on loopback, and the stand-in for sealer.
@Suite(
  "Upgrading clusters", .serialized, .enabled(if: MachineRoom.isPossible),
  .clusters(1, flags: ["--hub-prepared"]), .timeLimit(.minutes(10)))
struct UpgradeClusterStories {
  static let old = "registry.example/ackdistro:v1-20-11-ack-25"
  static let new = MachineRoom.image

  let clusters: Clusters

  init() throws { clusters = try .required() }

  /// A room with a cluster of the old image.
  private func room(_ body: (MachineRoom) async throws -> Void) async throws {
    try await MachineRoom.with(clusters, kubeconfig: clusters.first, image: Self.old) { room in
      let created = try await room.create("-f", try room.describe())
      try #require(created.status == 0, "\(created)")
      try await body(room)
      try await room.clean()
    }
  }

  /// The versions of the machines' kubelets, each once.
  private func kubelets(_ room: MachineRoom) async throws -> Set<String> {
    let listed = try await clusters.kubectl(
      room.kubeconfig, "get", "nodes", "-o",
      "jsonpath={range .items[*]}{.metadata.name} {.status.nodeInfo.kubeletVersion}{\"\\n\"}{end}")
    let versions = listed.stdout.split(separator: "\n").filter { $0.hasPrefix("node-") }
      .compactMap { $0.split(separator: " ").last.map(String.init) }
    return Set(versions)
  }

  @Test("One command moves masters and nodes to the new version; again, nothing changes")
  func life() async throws {
    try await room { room in
      let archive = try room.archive(of: Self.new)
      let before = try room.calls().count
      let planned = try await room.mcctl(
        "upgrade", "--image", Self.new, "--image-file", archive, "--dry-run")
      #expect(planned.status == 0 && planned.stdout.contains("v1.20.11 to v1.22.15"), "\(planned)")
      #expect(
        try room.calls().dropFirst(before).allSatisfy {
          !Set($0.words).isDisjoint(with: ["version", "images", "--help"])
        })

      let upgraded = try await room.mcctl(
        "upgrade", "--image", Self.new, "--image-file", archive, "-o", "json")
      try #require(upgraded.status == 0, "\(upgraded)")
      let document = try Story.json(upgraded)
      #expect(document["outcome"] as? String == "upgraded")
      let nodes = try #require(document["nodes"] as? [[String: String]])
      #expect(nodes.map { $0["from"] } == ["v1.20.11", "v1.20.11"])
      #expect(nodes.map { $0["to"] } == ["v1.22.15", "v1.22.15"])
      #expect(try await kubelets(room) == ["v1.22.15"])
      #expect(room.lines("upgraded") == [Self.new])

      let again = try await room.mcctl("upgrade", "--image", Self.new)
      #expect(again.status == 0 && again.stdout.contains("unchanged"), "\(again)")
      let file = try await room.mcctl("upgrade", "-f", try room.describe(image: Self.new))
      #expect(file.status == 0 && file.stdout.contains("unchanged"), "\(file)")
      #expect(room.lines("upgraded").count == 1)
      let scaled = try await room.mcctl("scale")
      #expect(scaled.status == 0 && scaled.stdout.contains("unchanged"), "\(scaled)")
    }
  }

  @Test(
    "mcctl killed with -9 in the middle, then cut off: the same words go on, and sealer ran once")
  func interrupted() async throws {
    try await room { room in
      try room.knobs(["HANG_AT": "upgrade-host"])
      let words = ["--image", Self.new, "--image-file", try room.archive(of: Self.new)]
      let first = try room.starting("upgrade", words)
      let hangs = await first.wait(within: 60) { _ in room.lines("upgraded") == [Self.new] }
      try #require(hangs, "\(first.stderr)")
      first.signal(SIGKILL)
      _ = await first.end(within: 10)
      try room.knobs(["FAIL": "upgrade:\(room.node.address):upgradefail:1"])
      // The run that is under way has read its knobs before.
      let second = try room.starting("upgrade", words + ["-o", "json"])
      let listens = await second.wait(within: 60) {
        $0.stderr.contains("run sealer on \(room.master.address): running")
      }
      #expect(listens, "\(second.stderr)")
      room.master.cut()
      try await Task.sleep(for: .seconds(1))
      try room.put("", "go-on")
      let upgraded = await second.end(within: 120)
      try #require(upgraded.status == 0, "\(upgraded)")
      let nodes = try #require(try Story.json(upgraded)["nodes"] as? [[String: String]])
      #expect(nodes.allSatisfy { $0["from"] == "v1.20.11" && $0["to"] == "v1.22.15" }, "\(nodes)")
      #expect(room.lines("upgraded").count == 1)
      #expect(try await kubelets(room) == ["v1.22.15"])
    }
  }

  @Test("A move that fails says how to go on and how to go back, and both are one command")
  func back() async throws {
    try await room { room in
      let archive = try room.archive(of: Self.new)
      try room.knobs(["FAIL": "upgrade:\(room.node.address):upgradefail:1"])
      let failed = try await room.mcctl("upgrade", "--image", Self.new, "--image-file", archive)
      #expect(failed.status == 1 && failed.stderr.contains("sealer.script-failed"), "\(failed)")
      #expect(failed.stderr.contains("mcctl upgrade \(room.name) --image \(Self.old)"), "\(failed)")
      #expect(try await kubelets(room) == ["v1.20.11", "v1.22.15"])
      let scale = try await room.mcctl("scale", "--remove-nodes", room.node.address, "--yes")
      #expect(scale.status == 3 && scale.stderr.contains("change.under-way"), "\(scale)")

      let back = try await room.mcctl("upgrade", "--image", Self.old)
      try #require(back.status == 0, "\(back)")
      #expect(try await kubelets(room) == ["v1.20.11"])
      #expect(try room.calls().filter { $0.words.contains("rollback") }.count == 1)

      let upgraded = try await room.mcctl("upgrade", "--image", Self.new, "--image-file", archive)
      try #require(upgraded.status == 0, "\(upgraded)")
      #expect(try await kubelets(room) == ["v1.22.15"])
    }
  }

  @Test("A way that is not known, nodes that are not ready and a sealer that cannot are refused")
  func refusals() async throws {
    try await room { room in
      let other = "registry.example/ackdistro:v1-21-4-ack-1"
      let path = try await room.mcctl("upgrade", "--image", other)
      #expect(path.status == 3 && path.stderr.contains("upgrade.no-path"), "\(path)")
      let more = try await room.mcctl(
        "upgrade", "-f", try room.describe(image: Self.new, "  env: {Network: calico}"))
      #expect(more.status == 3 && more.stderr.contains("change.not-possible"), "\(more)")
      let both = try await room.mcctl("upgrade", "--image", Self.new, "-f", "x.yaml")
      #expect(both.status == 64, "\(both)")
      let agents = try await room.mcctl("upgrade", "--agents", "--image-file", "x")
      #expect(agents.status == 64, "\(agents)")
      _ = try await clusters.kubectl(
        room.kubeconfig, "patch", "node", MachineRoom.node(room.node), "--subresource=status",
        "--type=merge", "-p",
        "{\"status\": {\"conditions\": [{\"type\": \"Ready\", \"status\": \"Unknown\"}]}}")
      let notReady = try await room.mcctl("upgrade", "--image", Self.new)
      #expect(notReady.status == 3, "\(notReady)")
      #expect(notReady.stderr.contains("upgrade.nodes-not-ready"), "\(notReady)")
      try room.knobs(["VERSION": "0.9.0"])
      let sealer = try await room.mcctl("upgrade", "--image", Self.new)
      #expect(sealer.status == 3 && sealer.stderr.contains("upgrade.sealer-cannot"), "\(sealer)")
      #expect(room.lines("upgraded").isEmpty)
    }
  }
}
