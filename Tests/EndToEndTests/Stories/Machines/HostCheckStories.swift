import Foundation
import LoopbackHosts
import Testing

@Suite(
  "Stories: the machines of a cluster are looked at", .enabled(if: LoopbackHosts.isPossible),
  .timeLimit(.minutes(3)))
struct HostCheckStories {
  /// A file of a cluster on the hosts of these names, the first a master.
  private func file(_ hosts: LoopbackHosts, _ names: [String], ssh: String = "") throws -> String {
    let machines = try names.enumerated().map { index, name in
      "  - {address: \(try hosts[name].address), roles: [\(index == 0 ? "master" : "node")]}"
    }
    let text = """
      apiVersion: mcctl.dev/v1
      kind: Cluster
      metadata: {name: edge-7}
      spec:
        image: {name: "registry.example/ecp/base:v1", file: base.tar}
        ssh: {port: \(LoopbackHosts.port), key: id_ed25519, knownHosts: known_hosts\(ssh)}
        hosts:
      \(machines.joined(separator: "\n"))
      """
    let file = hosts.folder.appending(path: "cluster.yaml")
    try Data(text.utf8).write(to: file)
    return file.path
  }

  private func check(
    _ hosts: LoopbackHosts, _ arguments: String..., environment: [String: String] = [:]
  ) async throws -> Outcome {
    try await Program.run(
      "mcctl", ["check", "hosts"] + arguments,
      environment: ["HOME": hosts.folder.path].merging(environment) { $1 }, folder: hosts.folder)
  }

  private func verdicts(_ outcome: Outcome) throws -> [String: [String: String]] {
    let document = try JSONSerialization.jsonObject(with: Data(outcome.stdout.utf8))
    let items = try #require((document as? [String: Any])?["items"] as? [[String: Any]])
    var verdicts: [String: [String: String]] = [:]
    for item in items {
      let subject = try #require(item["subject"] as? String)
      let id = try #require(item["id"] as? String)
      verdicts[subject, default: [:]][id] =
        "\(item["level"] ?? ""): \(item["message"] ?? "") \(item["details"] ?? "")"
    }
    return verdicts
  }

  @Test("What is wrong on which machine is told, with one that is down, and nothing is changed")
  func findings() async throws {
    try await LoopbackHosts.with(["m1", "n1", "n2"], size: "64g") { hosts in
      let path = try file(hosts, ["m1", "n1", "n2"])
      let (m1, n1, n2) = (try hosts["m1"], try hosts["n1"], try hosts["n2"])
      for (host, left) in [(m1, "etc/kubernetes/admin.conf"), (n1, "etc/cni/net.d/10-x.conflist")] {
        let place = host.file(left)
        try FileManager.default.createDirectory(
          at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data("x".utf8).write(to: place)
      }
      n2.stop()
      let outcome = try await check(hosts, "-f", path, "-o", "json")
      #expect(outcome.status == 3, "\(outcome)")
      let found = try verdicts(outcome)
      let (first, second) = (found[m1.address] ?? [:], found[n1.address] ?? [:])
      let third = found[n2.address] ?? [:]
      #expect(first["host.reachable"]?.hasPrefix("pass") == true, "\(first)")
      #expect(first["host.root"]?.hasPrefix("pass") == true)
      #expect(first["host.name"]?.hasPrefix("pass: m1") == true)
      #expect(first["host.clock"]?.hasPrefix("fail") == false)
      #expect(first["host.disk"]?.hasPrefix("pass") == true, "\(first)")
      #expect(first["host.cluster"]?.hasPrefix("fail") == true)
      #expect(first["host.cluster"]?.contains("/etc/kubernetes/admin.conf") == true)
      #expect(first["host.ports"]?.hasPrefix("skip") == true)
      #expect(first["host.image"]?.hasPrefix("pass") == true)
      #expect(first["host.from-master"]?.hasPrefix("fail: 1 cannot") == true, "\(first)")
      #expect(first["host.from-master"]?.contains(n2.address) == true)
      #expect(second["host.cluster"]?.hasPrefix("pass") == true)
      #expect(second["host.leftovers"]?.hasPrefix("warn") == true)
      #expect(third["host.reachable"]?.hasPrefix("fail") == true)
      #expect(third["host.reachable"]?.contains("refuse") == true)
      #expect(third["host.disk"]?.hasPrefix("skip") == true)
      #expect(m1.text("var/lib/mcctl") == nil && n1.text("root/.ssh") == nil)

      let table = try await check(hosts, "-f", path)
      #expect(table.stdout.contains("host \(n1.address) (node)"), "\(table)")
      #expect(table.stdout.contains("Getting into the machine"))
      #expect(table.stderr.contains("check.failed"))
    }
  }

  @Test("What is ignored does not count, by flag or by the file")
  func ignored() async throws {
    try await LoopbackHosts.with(["m1"], size: "64g") { hosts in
      let path = try file(hosts, ["m1"])
      let all = try await check(hosts, "-f", path, "-o", "json")
      let bad = try verdicts(all).values.flatMap(\.self).filter {
        $0.value.hasPrefix("warn") || $0.value.hasPrefix("fail")
      }.map(\.key)
      // A test machine is no Kubernetes machine: it has no systemd, or lacks kernel modules.
      try #require(!bad.isEmpty)
      let outcome = try await check(
        hosts, "-f", path, "--fail-on", "warn", "--ignore", bad.joined(separator: ","))
      #expect(outcome.status == 0, "\(outcome)")
      #expect(outcome.stdout.contains("ignored: "))
      let strict = try await check(hosts, "-f", path, "--fail-on", "warn")
      #expect(strict.status == 3)
      let unknown = try await check(hosts, "-f", path, "--ignore", "host.nonsense")
      #expect(unknown.status == 64)
    }
  }

  @Test("A key that is not known is not trusted without a word, and a password comes from a file")
  func trust() async throws {
    try await LoopbackHosts.with(["m1"], size: "64g") { hosts in
      let path = try file(hosts, ["m1"])
      let m1 = try hosts["m1"]
      let empty = hosts.folder.appending(path: "nobody").path
      let unknown = try await check(hosts, "-f", path, "--known-hosts", empty, "-o", "json")
      let refused = try verdicts(unknown)[m1.address]?["host.reachable"] ?? ""
      #expect(refused.hasPrefix("fail") && refused.contains(m1.fingerprint), "\(unknown)")
      try Data((hosts.password + "\n").utf8).write(to: hosts.folder.appending(path: "password"))
      let byPassword = try await check(
        hosts, "-f", path, "--ssh-user", "operator", "--ssh-key", "id_wrong",
        "--ssh-password-file", "password", "-o", "json")
      let found = try verdicts(byPassword)[m1.address] ?? [:]
      #expect(found["host.reachable"]?.hasPrefix("pass") == true, "\(found)")
      #expect(found["host.root"]?.hasPrefix("warn: sudo with a password") == true)
      #expect(!byPassword.description.contains(hosts.password))
      let missing = try await check(
        hosts, "-f", path, "--ssh-key", "id_wrong", "--ssh-password-file", "nowhere")
      #expect(missing.status == 1, "\(missing)")
      #expect(missing.stderr.contains("nowhere"))
    }
  }
}
