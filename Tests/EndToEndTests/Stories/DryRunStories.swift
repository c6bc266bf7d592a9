import Foundation
import LoopbackHosts
import Testing

/// No command writes anything in a dry run, on a hub where there is something to change.
@Suite("Dry runs", .serialized, .clusters(4))
struct DryRunStories {
  let clusters: Clusters

  init() throws {
    clusters = try .required()
  }

  /// Commands that have nothing to change, and therefore no dry run.
  static let readers: Set = [
    "status", "diff", "get clusters", "get works", "token list", "gate list", "bundle images",
    "bundle inspect", "bundle verify", "check hub", "check cluster", "check hosts", "check bundle",
    "version", "completion", "explain", "help",
  ]

  @Test("Every command of the tree that changes something has a dry run")
  func tree() async throws {
    let tree = try await CommandTree.read(clusters)
    let withoutDryRun = tree.leaves.filter { !$0.hasDryRun }.map(\.words)
    #expect(Set(withoutDryRun) == Self.readers)
  }

  @Test("--dry-run of every command of the tree sends not one write")
  func everyCommand() async throws {
    let name = Story.clusterName()
    try await fill(name)
    do {
      try await tryEveryCommand(name)
    } catch {
      try? await Self.empty(name, clusters)
      throw error
    }
    try await Self.empty(name, clusters)
  }

  private func tryEveryCommand(_ name: String) async throws {
    let areMade = MachineRoom.isPossible && clusters.managed.count > 2
    let hosts = try areMade ? LoopbackHosts(["m1", "n1", "m2", "n2"]) : nil
    defer { hosts?.end() }
    var examples = try examples(name)
    if let hosts { examples += try await self.examples(on: hosts) }
    let tree = try await CommandTree.read(clusters)
    // Where no machines can be made, none can be looked at either.
    let covered = Set(examples.map(\.command) + ["create", "scale"])
    #expect(covered == Set(tree.leaves.filter(\.hasDryRun).map(\.words)))

    let hubBefore = try await Inventory.take(clusters.hub, clusters: clusters)
    let managedBefore = try await Inventory.take(clusters.first, clusters: clusters)
    for example in examples {
      for mode in ["client", "diff", "server"] {
        try await check(example, mode)
      }
    }
    #expect(try await Inventory.take(clusters.hub, clusters: clusters) == hubBefore)
    #expect(try await Inventory.take(clusters.first, clusters: clusters) == managedBefore)
    let bundles = clusters.folder.appending(path: "bundles").path
    #expect(!FileManager.default.fileExists(atPath: bundles))
  }

  /// Of some machines a cluster could be made, and of others one is, which could be changed.
  private func examples(on hosts: LoopbackHosts) async throws -> [Example] {
    let (new, old) = (clusters.managed.count - 2, clusters.managed.count - 1)
    let room = try MachineRoom(hosts, clusters, kubeconfig: clusters.managed[new])
    let made = try MachineRoom(
      hosts, clusters, kubeconfig: clusters.managed[old], names: ["m2", "n2"])
    let created = try await made.create("-f", try made.describe())
    try #require(created.status == 0, "\(created)")
    return [
      Example(command: "create", arguments: [room.name, "-f", try room.describe()]),
      Example(command: "scale", arguments: [made.name, "--add-nodes", room.node.address]),
      Example(command: "scale", arguments: [made.name, "--remove-nodes", made.node.address]),
      Example(
        command: "upgrade",
        arguments: [made.name, "--image", "registry.example/ackdistro:v1-22-15-ack-14", "--force"]
      ),
    ]
  }

  /// A command with arguments that would change something.
  private struct Example {
    let command: String
    let arguments: [String]
  }

  private func check(_ example: Example, _ mode: String) async throws {
    let before = try clusters.requests().count
    let outcome = try await clusters.mcctl(
      example.command.split(separator: " ").map(String.init) + example.arguments
        + ["--dry-run=\(mode)"])
    // With one managed cluster, as real ones are, none is left that asks to join.
    if clusters.isLive, example.command == "accept" { return }
    let expected: Set<Int32> = mode == "diff" ? [0, 2] : [0]
    #expect(expected.contains(outcome.status), "\(outcome)")
    #expect(!outcome.stdout.isEmpty, "\(outcome)")
    let new = try clusters.requests().dropFirst(before)
    let persisted = new.filter(\.isWriteByProgram)
    #expect(persisted.map { "\($0.method) \($0.path)" } == [], "\(outcome)")
    let tried = new.filter(\.isDryRunByProgram)
    if mode != "server" { #expect(tried.isEmpty, "\(outcome)") }
    if mode == "server", !clusters.isLive { #expect(!tried.isEmpty, "\(outcome)") }
  }

  private func examples(_ name: String) throws -> [Example] {
    let manifest = try clusters.file("later.yaml", Self.manifest("later"))
    let fleet = try clusters.file("fleet.yaml", Self.fleet(name))
    let other = clusters.isLive ? clusters.first : clusters.managed[2]
    let first = clusters.first
    let own = try Data(contentsOf: URL(filePath: first))
    try own.write(to: clusters.folder.appending(path: "\(name).kubeconfig"))
    return [
      Example(command: "init", arguments: ["--feature-gate", "ManagedClusterAutoApproval=true"]),
      Example(
        command: "import",
        arguments: clusters.isLive
          ? [name, "--cluster-kubeconfig", first, "--allow-loopback", "--label", "a=b"]
          : ["\(name)-b", "--cluster-kubeconfig", other, "--allow-loopback"]),
      Example(command: "accept", arguments: ["\(name)-asks"]),
      Example(
        command: "apply", arguments: ["-f", manifest, "--cluster", name, "--work", "later"]),
      Example(
        command: "upgrade",
        arguments: [
          "--agents", name, "--cluster-kubeconfig", "{name}.kubeconfig", "--ocm-version", "1.3.2",
          "--force",
        ]),
      Example(command: "delete clusters", arguments: [name, "--cluster-kubeconfig", first]),
      Example(command: "delete works", arguments: ["hello", "--cluster", name]),
      Example(command: "token create", arguments: ["\(name)-later"]),
      Example(command: "token revoke", arguments: ["\(name)-token"]),
      Example(command: "bundle create", arguments: ["-f", fleet, "-o", "bundles"]),
      Example(command: "gate add", arguments: [name, "example.com/Tested"]),
      Example(command: "gate remove", arguments: [name, "example.com/Backup"]),
      Example(command: "gate set", arguments: [name, "example.com/Backup", "--status", "True"]),
    ]
  }

  /// Puts onto the hub what can be deleted, revoked and accepted.
  private func fill(_ name: String) async throws {
    try await Story.prepareHub(clusters)
    let manifest = try clusters.file("hello.yaml", Self.manifest("hello"))
    var commands = [
      Story.importing(name, clusters.first),
      ["apply", "-f", manifest, "--cluster", name, "--work", "hello"],
      ["token", "create", "\(name)-token", "-o", "name"],
      ["gate", "add", name, "example.com/Backup"],
    ]
    if !clusters.isLive {
      commands.append(Story.importing("\(name)-asks", clusters.managed[1]) + ["--no-accept"])
    }
    for command in commands {
      let outcome = try await clusters.mcctl(command)
      try #require(outcome.status == 0, "\(outcome)")
    }
  }

  private static func empty(_ name: String, _ clusters: Clusters) async throws {
    _ = try await clusters.mcctl("delete", "works", "hello", "--cluster", name, "--yes")
    _ = try await clusters.mcctl(Story.deleting(name, clusters.first))
    _ = try await clusters.mcctl("token", "revoke", "\(name)-token")
  }

  private static func fleet(_ name: String) -> String {
    """
    apiVersion: mcctl.dev/v1
    kind: Fleet
    spec:
      hub: {allowLoopback: true}
      defaults: {mode: manual}
      clusters: [{name: \(name)-far}]
    """
  }

  private static func manifest(_ name: String) -> String {
    """
    apiVersion: v1
    kind: ConfigMap
    metadata: {name: \(name), namespace: default}
    data: {text: from the hub}
    """
  }
}
