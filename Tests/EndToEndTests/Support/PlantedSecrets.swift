import Foundation
import LoopbackHosts
import Testing

/// Passwords for everything that a cluster of machines may take, and somebody who looks for them everywhere.
///
/// The first master is logged in to with a password, which is also that of its sudo; the first node with a key that a
/// passphrase opens; any other machine with a password; all through a jump host that wants one, too.
struct PlantedSecrets: Sendable {
  let room: MachineRoom
  let watch: SecretWatch
  /// What is not even stored where it has a right to be: tokens of service accounts.
  private let streams: SecretWatch
  /// The files that hold them, by name, on the operator's machine.
  private let files: [String: String]
  private let phrase = "planted-phrase-\(UUID().uuidString)"
  private let registry = "planted-registry-\(UUID().uuidString)"
  private let pull = "planted-pull-\(UUID().uuidString)"

  private var clusters: Clusters { room.clusters }

  init(_ room: MachineRoom) async throws {
    self.room = room
    let secrets = [
      "password of ssh, sudo and the jump host": room.hosts.password, "passphrase": phrase,
      "registry": registry, "login at the image's registry": pull,
      "join token": "0123456789abcdef", "certificate key": String(repeating: "ab", count: 32),
    ]
    watch = SecretWatch(secrets: secrets)
    streams = SecretWatch(secrets: secrets.merging(["token": "eyJhbGciOi"]) { $1 })
    files = [
      "\(room.name).password": room.hosts.password, "\(room.name).phrase": phrase,
      "\(room.name).registry": registry,
      "\(room.name).auth": "{\"auths\": {\"registry.example\": {\"auth\": \"\(pull)\"}}}",
    ]
    try plant()
    let key = room.clusters.folder.appending(path: "locked")
    try FileManager.default.copyItem(at: room.hosts.identity, to: key)
    let locked = try await Program.run(
      "ssh-keygen", ["-q", "-p", "-P", "", "-N", phrase, "-f", key.path])
    try #require(locked.status == 0, "\(locked)")
    // sealer says what it must not, as scripts do that trace what they run.
    try room.knobs(["LEAK": "\(registry) \(room.hosts.password)"])
  }

  /// Writes the files on the operator's machine.
  func plant() throws {
    for (name, text) in files {
      try Data("\(text)\n".utf8).write(to: clusters.folder.appending(path: name))
    }
  }

  /// Takes them away again.
  func takeAway() throws {
    for name in files.keys {
      try FileManager.default.removeItem(at: clusters.folder.appending(path: name))
    }
  }

  /// The description of the cluster, which names them all.
  func description() throws -> String {
    let jump = try room.hosts["bastion"].address
    func file(_ kind: String) -> String { "{file: \(room.name).\(kind)}" }
    return try room.describe(
      ssh: "user: robot, password: \(file("password")), "
        + "jumpHost: \"guest@\(jump):\(LoopbackHosts.port)\"",
      source: "file: \(room.archive(of: room.image)), registryAuth: \(file("auth"))",
      hosts: [
        "{address: \(room.master.address), roles: [master], ssh: {user: operator}}",
        "{address: \(room.node.address), ssh: {key: locked, keyPassphrase: \(file("phrase"))}}",
      ],
      "  registry: {local: {username: admin, password: \(file("registry"))}}")
  }

  /// Runs mcctl, as talkative as it can be, while all processes are looked at. Nothing is seen in what it says or leaves.
  func run(_ words: [String], on machines: [LoopbackHost]) async throws -> Outcome {
    let events = clusters.folder.appending(path: "\(room.name).events").path
    let (outcome, seen) = try await streams.whileWatchingProcesses {
      try await clusters.mcctl(
        words + ["-v4", "--events", events], environment: room.environment)
    }
    #expect(seen.isEmpty, "\(words)")
    #expect(streams.found(in: outcome.stdout + outcome.stderr).isEmpty, "\(words)")
    #expect(try openly() == [], "\(words)")
    for host in machines { #expect(try watch.openFiles(on: host) == [], "\(words)") }
    return outcome
  }

  /// What the operator's machine has of them beside the files that they are in: in events, transcripts, anything.
  private func openly() throws -> [String] {
    let base = clusters.folder
    var found: [String] = []
    for case let path as String in FileManager.default.enumerator(atPath: base.path) ?? .init() {
      let isMeant =
        files[path] != nil || path.hasSuffix(".kubeconfig") || path == "requests.jsonl"
      if isMeant { continue }
      guard let data = FileManager.default.contents(atPath: base.appending(path: path).path) else {
        continue
      }
      let names = streams.found(in: String(decoding: data, as: UTF8.self))
      if !names.isEmpty { found.append("\(path): \(names)") }
    }
    return found
  }

  /// The objects of the hub that hold any, as `Kind/namespace/name`.
  func holders() async throws -> [String] {
    try await clusters.must(
      clusters.hub, "get", "secrets,configmaps,managedclusters,manifestworks,events", "-A", "-o",
      "jsonpath={range .items[*]}{.kind}/{.metadata.namespace}/{.metadata.name} {@}{\"\\n\"}{end}"
    ).split(separator: "\n").map(String.init).filter { !watch.found(in: $0).isEmpty }
      .map { String($0.prefix { $0 != " " }) }
  }
}
