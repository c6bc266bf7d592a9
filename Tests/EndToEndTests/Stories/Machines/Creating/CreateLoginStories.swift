import Foundation
import LoopbackHosts
import Testing

/// The ways into machines of which a cluster is made.
@Suite(
  "Creating clusters: ways to log in", .serialized, .enabled(if: MachineRoom.isPossible),
  .clusters(3, flags: ["--hub-prepared"]), .timeLimit(.minutes(5)))
struct CreateLoginStories {
  let clusters: Clusters

  init() throws { clusters = try .required() }

  @Test(
    "As users who are not root: sudo with a password on the first master, without on the others")
  func sudo() async throws {
    try await MachineRoom.with(clusters, kubeconfig: clusters.spare(0)) { room in
      let password = clusters.folder.appending(path: "\(room.name).password")
      try Data("\(room.hosts.password)\n".utf8).write(to: password)
      let ssh = "key: \(room.hosts.identity.path), password: {file: \(password.path)}"

      // To a machine that is not its own sealer logs in itself, and has no password to give.
      let all = try room.describe(ssh: ssh, users: ["m1": "operator", "n1": "operator"])
      let refused = try await room.create("-f", all)
      #expect(refused.status == 3, "\(refused)")
      #expect(refused.stderr.contains("\(room.node.address): host.root:"), "\(refused)")
      #expect(refused.stderr.contains("NOPASSWD"), "\(refused)")
      #expect(try room.calls().isEmpty)

      let file = try room.describe(ssh: ssh, users: ["m1": "operator", "n1": "robot"])
      let watch = SecretWatch(secrets: ["password of sudo": room.hosts.password])
      let (created, seen) = try await watch.whileWatchingProcesses {
        try await room.create("-f", file, "-v4")
      }
      try #require(created.status == 0, "\(created)")
      #expect(seen.isEmpty && watch.found(in: created.stderr).isEmpty, "\(seen)")
      let key = "mcctl:\(room.name)"
      #expect(room.master.text("/home/operator/.ssh/authorized_keys")?.contains(key) == true)
      #expect(room.node.text("/home/robot/.ssh/authorized_keys")?.contains(key) == true)
      #expect(room.node.text("/root/.ssh/authorized_keys") == nil)
      for host in room.members { #expect(try watch.openFiles(on: host) == []) }

      let deleted = try await clusters.mcctl(Story.deleting(room.name, room.kubeconfig))
      #expect(deleted.status == 0, "\(deleted)")
      let undone = try await room.create("--undo", "--yes", "-f", file)
      #expect(undone.status == 0, "\(undone)")
      #expect(room.node.text("/home/robot/.ssh/authorized_keys")?.contains(key) != true)
    }
  }

  @Test("Through a jump host, and by no other way, with a key that a passphrase opens")
  func jump() async throws {
    let names = ["m1", "n1", "bastion"]
    try await MachineRoom.with(clusters, kubeconfig: clusters.spare(1), names: names) { room in
      let bastion = try room.hosts["bastion"]
      let (key, phrase) = (
        clusters.folder.appending(path: "locked"), "planted-\(UUID().uuidString)"
      )
      try FileManager.default.copyItem(at: room.hosts.identity, to: key)
      let locked = try await Program.run(
        "ssh-keygen", ["-q", "-p", "-P", "", "-N", phrase, "-f", key.path])
      try #require(locked.status == 0, "\(locked)")
      let passphrase = clusters.folder.appending(path: "\(room.name).phrase")
      try Data("\(phrase)\n".utf8).write(to: passphrase)
      let file = try room.describe(
        ssh: "key: \(key.path), keyPassphrase: {file: \(passphrase.path)}, "
          + "jumpHost: \"guest@\(bastion.address):\(LoopbackHosts.port)\"")

      // The machines can be reached from here; that nothing works without the jump host shows that nobody tries.
      bastion.stop()
      let refused = try await room.create("-f", file)
      #expect(refused.status == 1 && refused.stderr.contains("ssh."), "\(refused)")
      for host in room.members {
        #expect(host.text("/run/sshd.log")?.contains("Accepted") != true)
      }
      bastion.start()
      let watch = SecretWatch(secrets: ["passphrase": phrase])
      let (created, seen) = try await watch.whileWatchingProcesses {
        try await room.create("-f", file, "-v4")
      }
      try #require(created.status == 0, "\(created)")
      #expect(seen.isEmpty && watch.found(in: created.stderr).isEmpty)
      #expect(bastion.text("/run/sshd.log")?.contains("Accepted publickey for guest") == true)
      for host in room.members {
        #expect(host.text("/run/sshd.log")?.contains("Accepted publickey for root") == true)
      }
    }
  }

  @Test("A key that nobody vouched for is shown and asked about on a terminal, each once")
  func firstContact() async throws {
    try await MachineRoom.with(clusters, kubeconfig: clusters.spare(2)) { room in
      let known = clusters.folder.appending(path: "\(room.name).known")
      let file = try room.describe(known: known.path)
      let alone = try await room.create("-f", file)
      #expect(alone.status == 3 && alone.stderr.contains("ssh.host-key-unknown"), "\(alone)")
      #expect(alone.stderr.contains(room.master.fingerprint), "\(alone)")

      let question = "Type yes to trust it:"
      let declined = try await clusters.mcctlOnTerminal(
        room.creating("-f", file), interruptAt: question, answer: "no",
        environment: room.environment)
      #expect(declined.status == 3, "\(declined.shown)")
      #expect(try room.calls().isEmpty && !FileManager.default.fileExists(atPath: known.path))

      let run = try await clusters.mcctlOnTerminal(
        room.creating("-f", file), columns: 120, interruptAt: question, answer: "yes",
        environment: room.environment)
      #expect(run.status == 0, "\(run.shown)")
      #expect(run.shown.ranges(of: question).count == 2, "\(run.shown)")
      for host in room.members {
        #expect(
          run.lines.contains { $0.contains(host.address) && $0.contains(host.fingerprint) },
          "\(run.shown)")
      }
      #expect(run.lines.last == "cluster \(room.name) created and registered", "\(run.shown)")
      let keys = try String(contentsOf: known, encoding: .utf8)
      #expect(keys.split(separator: "\n").count == 2)

      // From then on another key is not asked about but refused.
      try room.master.changeKey()
      let changed = try await clusters.mcctlOnTerminal(
        room.creating("-f", file), interruptAt: question, answer: "yes",
        environment: room.environment)
      #expect(changed.status == 3, "\(changed.shown)")
      let words = changed.shown.replacing(/\s+/, with: " ")
      #expect(words.contains("shows another key than the known one"), "\(changed.shown)")
      #expect(words.contains("ssh.host-key-changed") && words.contains(known.path))
      #expect(!changed.shown.contains(question), "\(changed.shown)")
    }
  }
}
