import Foundation
import LoopbackHosts
import Testing

/// What a cluster is made of, told in other ways than by a file of mcctl's.
@Suite(
  "Creating clusters: of a Clusterfile, of flags, of a registry's image", .serialized,
  .enabled(if: MachineRoom.isPossible), .clusters(3, flags: ["--hub-prepared"]),
  .timeLimit(.minutes(5)))
struct CreateSourceStories {
  let clusters: Clusters

  init() throws { clusters = try .required() }

  /// The documents behind the cluster's, with what a writer of YAML would write otherwise.
  private static let others = """
    --- # how docker is set
    apiVersion: sealer.io/v1
    kind: Config
    metadata: {name:   docker-opts}
    spec:
        path: "etc/extra-values.yaml"
        strategy: 'merge'
        data: |
          logLevel: warn   # 中文

    ---
    apiVersion: sealer.io/v1
    kind: Plugin
    metadata:
      name: z-note
    spec: {type: SHELL, action: "post-install", scope: master, data: "echo \\"$HOME\\"\\n"}

    """

  private static func clusterfile(_ room: MachineRoom) -> String {
    """
    apiVersion: sealer.cloud/v2
    kind: Cluster
    metadata: {name: my-cluster}
    spec:
      image: "\(MachineRoom.image)"
      env: ["PodCIDR=100.64.0.0/16", "SvcCIDR=10.96.0.0/16"]
      ssh: {user: root, passwd: "\(room.hosts.password)", port: "\(LoopbackHosts.port)"}
      hosts:
        - ips: [\(room.master.address)]
          roles: [master]
        - ips: [\(room.node.address)]
          roles: [node]
          labels: {pool: general}

    """
  }

  @Test(
    "Of a Clusterfile of sealer's: its password stays here, its other documents stay as they are")
  func clusterfile() async throws {
    try await MachineRoom.with(clusters, kubeconfig: clusters.spare(0)) { room in
      let file = clusters.folder.appending(path: "Clusterfile")
      try Data((Self.clusterfile(room) + Self.others).utf8).write(to: file)
      let words = [
        "--from-clusterfile", file.path, "--image-file", try room.archive.path,
        "--sealer-binary", MachineRoom.program.path, "--known-hosts", room.hosts.knownHosts.path,
        "--allow-loopback", "--ignore", MachineRoom.ignoredChecks.joined(separator: ","),
      ]
      let watch = SecretWatch(secrets: ["password": room.hosts.password])
      let (created, seen) = try await watch.whileWatchingProcesses {
        try await clusters.mcctl(
          room.creating() + words + ["-v4"], environment: room.environment)
      }
      try #require(created.status == 0, "\(created)")
      #expect(seen.isEmpty && watch.found(in: created.stderr).isEmpty)
      let made = try #require(
        room.master.text("/var/lib/mcctl/clusters/\(room.name)/Clusterfile"))
      #expect(made.hasSuffix("\n" + Self.others), "\(made)")
      #expect(made.contains("PodCIDR=100.64.0.0/16") && watch.found(in: made).isEmpty)
      let hub = try await clusters.kubectl(
        clusters.hub, "get", "secrets,configmaps", "-A", "-o", "yaml")
      #expect(watch.found(in: hub.stdout).isEmpty)
      for host in room.members {
        #expect(try watch.openFiles(on: host) == [])
      }
    }
  }

  @Test("Of flags alone, with an RSA key to log in by")
  func flags() async throws {
    try await MachineRoom.with(clusters, kubeconfig: clusters.spare(1)) { room in
      let key = clusters.folder.appending(path: "id_rsa").path
      let made = try await Program.run(
        "ssh-keygen", ["-q", "-t", "rsa", "-b", "2048", "-N", "", "-f", key])
      try #require(made.status == 0, "\(made)")
      for host in room.members {
        let folder = host.file("/root/.ssh")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        // Without a line feed at its end, as such files may be.
        let text = try String(contentsOfFile: key + ".pub", encoding: .utf8)
        try Data(text.dropLast().utf8).write(to: folder.appending(path: "authorized_keys"))
      }
      let created = try await clusters.mcctl(
        room.creating(
          "--image", MachineRoom.image, "--image-file", try room.archive.path, "--masters",
          room.master.address, "--nodes", room.node.address, "--ssh-key", "id_rsa", "--ssh-port",
          String(LoopbackHosts.port), "--known-hosts", room.hosts.knownHosts.path,
          "--sealer-binary", MachineRoom.program.path, "--allow-loopback", "--ignore",
          MachineRoom.ignoredChecks.joined(separator: ",")), environment: room.environment)
      try #require(created.status == 0, "\(created)")
      #expect(created.stdout == "cluster \(room.name) created and registered\n")
      let keys = room.node.text("/root/.ssh/authorized_keys") ?? ""
      #expect(keys.hasPrefix("ssh-rsa ") && keys.contains("\nssh-ed25519 "), "\(keys)")
      // The hub keeps what the flags said: the name is enough from now on.
      let again = try await room.create("--allow-loopback")
      #expect(again.stdout == "cluster \(room.name) unchanged\n", "\(again)")
    }
  }

  @Test("Of an image that is pulled: the registry's login is there before, for root alone")
  func pulled() async throws {
    try await MachineRoom.with(clusters, kubeconfig: clusters.spare(2)) { room in
      let auth = clusters.folder.appending(path: "registry.json")
      let login = Data("puller:planted-\(UUID().uuidString)".utf8).base64EncodedString()
      let text = "{\"auths\": {\"registry.example\": {\"auth\": \"\(login)\"}}}"
      try Data(text.utf8).write(to: auth)
      let file = try room.describe(
        source: "registryAuth: {file: \(auth.path)}",
        // The name of the registry does not resolve, which matters where an image is pulled.
        ignored: MachineRoom.ignoredChecks + ["host.resolution"])
      let missing = try await room.create("-f", file)
      #expect(missing.status == 1 && missing.stderr.contains("sealer.image-missing"), "\(missing)")
      try room.put(MachineRoom.image, "registry")
      let watch = SecretWatch(secrets: ["login": login])
      let (created, seen) = try await watch.whileWatchingProcesses {
        try await room.create("-v4")
      }
      try #require(created.status == 0, "\(created)")
      #expect(seen.isEmpty && watch.found(in: created.stderr).isEmpty)
      #expect(room.master.text("/root/.sealer/auth.json") == text)
      #expect(try room.master.mode("/root/.sealer/auth.json") == 0o600)
      let calls = try room.calls()
      #expect(calls.contains { $0.words.contains("pull") && $0.exit == 0 })
      #expect(!calls.contains { $0.words.contains("load") })
    }
  }
}
