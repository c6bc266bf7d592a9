import Foundation
import LoopbackHosts
import Testing

/// Machines on loopback, of which a cluster is to be made: real sshd, and the stand-in for sealer. The API server of
/// the new cluster is one of the sandbox's, or that of a live managed cluster, to which the machines come as nodes.
struct MachineRoom: Sendable {
  let hosts: LoopbackHosts
  let clusters: Clusters
  let name = Story.clusterName()
  /// The kubeconfig that becomes the new cluster's.
  let kubeconfig: String
  /// The image of the cluster.
  let image: String
  let master: LoopbackHost
  let node: LoopbackHost
  /// All that belong to the cluster, masters first: those whose names begin with `m` and `n`.
  let members: [LoopbackHost]

  /// Whether machines can be made, and come as nodes to the clusters that stand for new ones.
  static let isPossible = LoopbackHosts.isPossible && Clusters.mayBeBroken

  static let folder = "/etc/stand-in-sealer"
  static let image = "registry.example/ackdistro:v1-22-15-ack-13"
  /// Checks that machines on loopback do not pass, or only by chance: they have the kernel, the ports and the container
  /// runtime of the machine that the tests run on, no systemd, and disks of memory.
  static let ignoredChecks = [
    "host.modules", "host.programs", "host.ports", "host.runtime", "host.disk", "host.memory",
    "host.cpu",
  ]
  static let program = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Fixtures/sealer-stand-in/sealer").standardizedFileURL

  init(
    _ hosts: LoopbackHosts, _ clusters: Clusters, kubeconfig: String, image: String = Self.image,
    names: [String] = ["m1", "n1"]
  ) throws {
    self.hosts = hosts
    self.clusters = clusters
    self.kubeconfig = kubeconfig
    self.image = image
    let kinds = ["m", "n"].map { kind in names.filter { $0.hasPrefix(kind) }.sorted() }
    master = try hosts[kinds[0][0]]
    node = try hosts[kinds[1][0]]
    members = try kinds.flatMap { try $0.map { try hosts[$0] } }
    // What the machine that the tests run on may have of it is none of theirs.
    for host in members { try? FileManager.default.removeItem(at: host.file(Self.folder)) }
    try put(try String(contentsOfFile: kubeconfig, encoding: .utf8), "cluster.kubeconfig")
    _ = try archive(of: image)
  }

  /// Makes machines for a story, and takes them away after it.
  ///
  /// - Parameters:
  ///   - names: those that the cluster is made of, and others it is reached by.
  ///   - more: machines that are no part of the cluster, for now.
  static func with(
    _ clusters: Clusters, kubeconfig: String, image: String = Self.image,
    names: [String] = ["m1", "n1"], more: [String] = [], _ body: (MachineRoom) async throws -> Void
  ) async throws {
    try await LoopbackHosts.with(names + more) { hosts in
      let room = try MachineRoom(
        hosts, clusters, kubeconfig: kubeconfig, image: image, names: names)
      // A live cluster stands for the next story's new one, too.
      guard clusters.isLive else { return try await body(room) }
      do {
        try await body(room)
      } catch {
        try await room.clean()
        throw error
      }
      try await room.clean()
    }
  }

  /// The archive of the cluster's image.
  var archive: URL { get throws { URL(filePath: try archive(of: image)) } }

  /// An archive of an image, as the stand-in takes it.
  func archive(of image: String) throws -> String {
    let tag = image.split(separator: ":").last ?? ""
    let file = clusters.folder.appending(path: "\(name)-\(tag).tar")
    try Data("\(image)\nnot really an image\n".utf8).write(to: file)
    return file.path
  }

  /// Puts a file into the stand-in's folder on the first master.
  func put(_ text: String, _ file: String) throws {
    let folder = master.file(Self.folder)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: folder.appending(path: file))
  }

  /// What the stand-in is to do; see its source.
  func knobs(_ values: [String: String]) throws {
    try put(values.map { "\($0.key)=\($0.value)\n" }.joined(), "knobs")
  }

  /// The calls of the stand-in that have ended: the words of each, and its exit status.
  func calls() throws -> [(words: [String], exit: Int)] {
    let text = master.text("\(Self.folder)/calls.log") ?? ""
    return try text.split(separator: "\n").compactMap { line in
      let value = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      guard let words = value?["words"] as? [String], let exit = value?["exit"] as? Int else {
        return nil
      }
      return (words, exit)
    }
  }

  /// How often sealer has got so far that kubeadm began.
  var installations: Int {
    (master.text("\(Self.folder)/installed") ?? "").split(separator: "\n").count
  }

  /// The file that describes the cluster.
  ///
  /// - Parameters:
  ///   - ssh: members of `spec.ssh` beside port and known hosts.
  ///   - known: the file of known hosts; nil for one that has all keys.
  ///   - users: who logs in to a machine where it is not root, by the machine's name.
  ///   - image: the image; nil for the room's.
  ///   - source: members of `spec.image` beside the name.
  ///   - machines: entries of `spec.hosts`; nil for the room's members.
  ///   - ignored: ids of checks of hosts that may fail.
  ///   - more: further members of the spec, indented by two.
  func describe(
    ssh: String? = nil, known: String? = nil, users: [String: String] = [:],
    image: String? = nil, source: String? = nil, ignored: [String] = Self.ignoredChecks,
    hosts machines: [String]? = nil, _ more: String = ""
  ) throws -> String {
    let image = image ?? self.image
    let file = clusters.folder.appending(path: "\(name).yaml")
    let login = ssh ?? "key: \(hosts.identity.path)"
    let machines =
      machines
      ?? members.map { host in
        let kind =
          host.name.hasPrefix("m") ? "roles: [master]" : "labels: {pool: general}"
        return "{address: \(host.address), \(kind), ssh: {user: \(users[host.name] ?? "root")}}"
      }
    try Data(
      """
      apiVersion: mcctl.dev/v1
      kind: Cluster
      metadata: {name: \(name)}
      spec:
        image: {name: "\(image)", \(try source ?? "file: \(archive(of: image))")}
        sealer: {binary: \(Self.program.path)}
        ssh: {port: \(LoopbackHosts.port), knownHosts: \(known ?? hosts.knownHosts.path), \(login)}
        hosts:
        \(machines.map { "- \($0)" }.joined(separator: "\n  "))
        network: {podCIDR: [100.64.0.0/16], serviceCIDR: [10.96.0.0/16]}
        checks: {ignore: [\(ignored.joined(separator: ", "))]}
        import: {hub: {allowLoopback: true}, labels: {region: north}}
      \(more)
      """.utf8
    ).write(to: file)
    return file.path
  }

  /// Where mcctl keeps what sealer says.
  var transcript: URL { clusters.folder.appending(path: "\(name).log") }

  /// The words that create the cluster.
  func creating(_ more: String...) -> [String] {
    ["create", name, "--transcript", transcript.path] + more
  }

  /// Runs `mcctl create NAME`.
  func create(_ more: String...) async throws -> Outcome {
    try await clusters.mcctl(
      ["create", name, "--transcript", transcript.path] + more, environment: environment)
  }

  /// Runs a command on the cluster of machines.
  func mcctl(_ command: String, _ more: String...) async throws -> Outcome {
    try await mcctl(command, more)
  }

  /// Runs a command on the cluster of machines.
  func mcctl(_ command: String, _ more: [String]) async throws -> Outcome {
    try await clusters.mcctl(
      [command, name, "--transcript", transcript.path] + more, environment: environment)
  }

  /// Starts a command on the cluster of machines.
  func starting(_ command: String, _ more: [String]) throws -> RunningProgram {
    try RunningProgram(
      "mcctl", [command, name, "--transcript", transcript.path] + more,
      environment: environment.merging(["KUBECONFIG": clusters.hub]) { $1 },
      folder: clusters.folder)
  }

  /// Lets a machine join, and kills mcctl with -9 while sealer hangs in the middle of it.
  func killScaling(joining host: LoopbackHost) async throws {
    try knobs(["HANG_AT": "join-worker"])
    let scaling = try starting("scale", ["--add-nodes", host.address])
    let hangs = await scaling.wait(within: 60) { _ in lines("half") == [host.address] }
    try #require(hangs, "\(scaling.stderr)")
    scaling.signal(SIGKILL)
    _ = await scaling.end(within: 10)
  }

  /// The node that a machine is.
  static func node(_ host: LoopbackHost) -> String {
    "node-" + host.address.split(separator: ".").joined(separator: "-")
  }

  /// The names of the nodes that are machines of the room.
  func nodes() async throws -> [String] {
    try await clusters.kubectl(kubeconfig, "get", "nodes", "-o", "name").stdout
      .split(separator: "\n").map { String($0).replacing("node/", with: "") }
      .filter { $0.hasPrefix("node-") }
  }

  /// A file of the stand-in's folder, line by line.
  func lines(_ file: String) -> [String] {
    (master.text("\(Self.folder)/\(file)") ?? "").split(separator: "\n").map(String.init)
  }

  /// Starts `mcctl create NAME`.
  func start(_ more: String...) throws -> RunningProgram {
    try RunningProgram(
      "mcctl", ["create", name, "--transcript", transcript.path] + more,
      environment: environment.merging(["KUBECONFIG": clusters.hub]) { $1 },
      folder: clusters.folder)
  }

  /// The environment of mcctl: the operator's home is the story's folder.
  var environment: [String: String] { ["HOME": clusters.folder.path] }

  /// A field of the ManagedCluster.
  func record(_ path: String) async throws -> String {
    try await clusters.kubectl(
      clusters.hub, "get", "managedcluster", name, "-o", "jsonpath={\(path)}"
    ).stdout
  }

  /// Takes the cluster out of the hub again, and the nodes out of what stands for it.
  func clean() async throws {
    _ = try await clusters.mcctl(Story.deleting(name, kubeconfig))
    for host in hosts.hosts.values {
      _ = try await clusters.kubectl(
        kubeconfig, "delete", "node", Self.node(host), "--ignore-not-found")
    }
  }
}
