import Foundation
import LoopbackHosts
import Testing

/// Each way in which sealer fails is repaired, and the same command then ends in a registered cluster. Every kind has
/// machines and a managed cluster of its own.
@Suite(
  "Creating clusters: failed, repaired, registered", .serialized,
  .enabled(if: MachineRoom.isPossible),
  .clusters(FailureKind.all.count, flags: ["--hub-prepared"]), .timeLimit(.minutes(10)))
struct CreateFailureStories {
  let clusters: Clusters

  init() throws { clusters = try .required() }

  /// How many are tried at a time; most of their time they wait.
  private static let width = Clusters.areLive ? 1 : 3

  @Test("Every kind at its stage")
  func everyKind() async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for (index, kind) in FailureKind.all.enumerated() {
        if index >= Self.width { try await group.next() }
        let kubeconfig = clusters.spare(index)
        group.addTask { try await converges(kind, on: kubeconfig) }
      }
      try await group.waitForAll()
    }
  }

  private func converges(_ kind: FailureKind, on kubeconfig: String) async throws {
    let names = kind.knob.hasPrefix("join-master") ? ["m1", "m2", "m3", "n1"] : ["m1", "n1"]
    try await MachineRoom.with(clusters, kubeconfig: kubeconfig, names: names) { room in
      // The cause is gone the second time, as if somebody had repaired it.
      let causes = kind.knob.split(separator: " ")
      try room.knobs(["FAIL": causes.map { "\($0):1" }.joined(separator: " ")])
      let file = try room.describe()
      for _ in causes {
        let failed = try await room.create("-f", file)
        #expect(failed.status == kind.status, "\(kind): \(failed)")
        #expect(
          failed.stderr.contains("\(kind.id) ") || failed.stderr.contains("[\(kind.id)]"),
          "\(kind): \(failed)")
        #expect(failed.stderr.contains("mcctl create \(room.name)"), "\(kind): \(failed)")
      }
      let transcript = try String(contentsOf: room.transcript, encoding: .utf8)
      #expect(!transcript.isEmpty && !transcript.contains("0123456789abcdef"), "\(kind)")
      let runs = "/var/lib/mcctl/clusters/\(room.name)/\(room.name)"
      let kept = room.master.text("\(runs)-create-1.log") ?? room.master.text("\(runs)-load.log")
      #expect(kept?.contains("exit ") == true, "\(kind)")

      let created = try await room.create()
      #expect(
        created.stdout == "cluster \(room.name) created and registered\n", "\(kind): \(created)")
      try expectConverged(kind, room)
      let nodes = try await clusters.kubectl(
        kubeconfig, "get", "nodes", "-o", "jsonpath={.items[*].status.addresses[0].address}")
      let addresses = Set(nodes.stdout.split(separator: " ").map(String.init))
      #expect(addresses.isSuperset(of: room.members.map(\.address)), "\(kind): \(nodes)")
    }
  }

  private func expectConverged(_ kind: FailureKind, _ room: MachineRoom) throws {
    let calls = try room.calls()
    let cleaned = calls.contains { $0.words.contains("delete") && $0.words.contains("--prune") }
    #expect(cleaned == (kind.after == .cleaned), "\(kind): \(calls)")
    let runs = calls.filter { $0.words.contains("run") }
    #expect(runs.count == kind.runs, "\(kind): \(calls)")
    #expect((runs.last?.words.contains("--ignore-cache") ?? false) == (kind.runs > 1), "\(kind)")
  }
}

/// One way in which sealer fails, at one stage of its work.
struct FailureKind: Sendable, CustomStringConvertible {
  /// What the next attempt finds.
  enum After: Sendable {
    /// Machines as they were, on which sealer simply starts again.
    case bare
    /// Machines that had to be cleaned first.
    case cleaned
    /// A cluster that works, which is kept.
    case working
    /// It failed before sealer was told to create anything.
    case notBegun
  }

  /// What the stand-in for sealer is told: stage and kind; several fail one after the other.
  let knob: String
  /// What mcctl calls it.
  let id: String
  let after: After

  init(_ knob: String, _ id: String, _ after: After = .bare) {
    self.knob = knob
    self.id = id
    self.after = after
  }

  var description: String { "\(knob): \(id)" }

  /// How mcctl ends.
  var status: Int32 { ["sealer.authentication", "sealer.key-refused"].contains(id) ? 4 : 1 }

  /// How often sealer is told to create the cluster, the last time included.
  var runs: Int { after == .working || after == .notBegun ? 1 : 2 }

  static let all: [FailureKind] = [
    .init("load:nospace", "sealer.disk-full", .notBegun),
    .init("decode:panic", "sealer.crash"), .init("image:imagemissing", "sealer.image-missing"),
    .init("image:noarch", "sealer.image-architecture"),
    .init("ssh:unreachable", "sealer.host-unreachable"),
    .init("ssh:refused", "sealer.host-unreachable"), .init("ssh:badpass", "sealer.authentication"),
    .init("ssh:badkey", "sealer.authentication"), .init("ssh:rsa-sha1", "sealer.key-refused"),
    .init("copy:nospace", "sealer.disk-full"),
    .init("copy:silentcopy", "sealer.copy-failed", .cleaned),
    .init("preflight:timeskew", "sealer.time-skew"),
    .init("preflight:duphost", "sealer.host-name-repeated"),
    .init("preflight:smalldisk", "sealer.host-too-small"),
    .init("disk-init:scriptpanic", "sealer.script-failed"),
    .init("runtime:scriptpanic", "sealer.script-failed"),
    .init("registry:registrydown", "sealer.registry-down"),
    .init("init:portinuse", "sealer.port-in-use", .cleaned),
    .init("init:leftovers", "sealer.leftovers", .cleaned),
    .init("init:kubelet", "sealer.kubelet-unhealthy", .cleaned),
    .init("init:apidown", "sealer.api-unreachable", .cleaned),
    .init("init:sigpipe", "sealer.unknown", .cleaned),
    .init("join-master:kubelet", "sealer.kubelet-unhealthy", .cleaned),
    .init("join-worker:unreachable", "sealer.host-unreachable", .cleaned),
    // The cleaning fails too, and is made again.
    .init(
      "join-worker:refused uninstall:unreachable", "sealer.host-unreachable", .cleaned),
    .init("post-install:healthfail", "sealer.health-check", .working),
    .init("post-install:scriptpanic", "sealer.script-failed", .cleaned),
    .init("save:panic", "sealer.crash", .cleaned),
  ]
}
