import RemoteHosts
import Testing

@testable import Workflows

@Suite("Checks of machines")
struct HostChecksTests {
  private static func specification(_ more: String = "") throws -> ClusterSpecification {
    let text = """
      apiVersion: mcctl.dev/v1
      kind: Cluster
      spec:
        image: {name: "registry.example/ecp/base:v1", file: base.tar}
        hosts:
        - {address: 10.0.0.11, roles: [master]}
        - {address: 10.0.0.21}
      \(more)
      """
    return try ClusterSpecification(parsing: Array(text.utf8), source: "cluster.yaml")
  }

  /// What a check says of the first machine, the second being well.
  private func verdict(
    _ id: String, _ sample: HostFactsSample, _ specification: ClusterSpecification? = nil,
    privilege: RemotePrivilege = .root,
    second: HostFactsSample = HostFactsSample("hostname\tn1"), of address: String = "10.0.0.11"
  ) async throws -> CheckVerdict {
    let specification = try specification ?? Self.specification()
    let findings: [String: HostFinding] = [
      "10.0.0.11": .found(try sample.facts, privilege),
      "10.0.0.21": .found(try second.facts, .root),
    ]
    let host = try #require(specification.hosts.first { $0.address == address })
    let context = HostCheckContext(host: host, specification: specification, findings: findings)
    let check = try #require(CheckCatalogue.host.first { $0.article.id == id })
    return try await check.run(context)
  }

  @Test("A machine that is as it should be passes all")
  func healthy() async throws {
    for check in CheckCatalogue.host {
      let verdict = try await verdict(check.article.id, HostFactsSample())
      #expect(verdict.level == .pass, "\(check.article.id): \(verdict.message)")
    }
  }

  @Test(
    "What is not as it should be is told, and how bad it is",
    arguments: [
      ("host.os", "arch\tppc64le", CheckLevel.fail, "ppc64le"),
      ("host.kernel", "kernel\t2.6.32-754.el6", .fail, "2.6.32"),
      ("host.kernel", "kernel\t4.4.0-21-generic", .warn, "older than 4.19"),
      ("host.kernel", "kernel\t3.10.0-957.el7", .warn, "3.10.0-957"),
      ("host.kernel", "kernel\t5.15.0-91-generic", .pass, "5.15"),
      ("host.cpu", "cpus\t1", .fail, "1 of 2"),
      ("host.memory", "memory\t1500000", .fail, "GiB of 4.0 GiB"),
      ("host.memory", "memory\t3000000", .warn, "2.8 GiB of 4.0 GiB"),
      ("host.memory", "memory\t3880000", .pass, "GiB"),
      ("host.swap", "swap\t/dev/dm-1\t2097148", .warn, "/dev/dm-1"),
      ("host.clock", "time\t1795911460.1", .warn, "7 s ahead of"),
      ("host.clock", "time\t1795911393.1", .fail, "60 s behind"),
      ("host.clock", "synchronized\tno", .warn, "NTP"),
      ("host.name", "hostname\tn1", .fail, "10.0.0.21"),
      ("host.name", "hostname\tlocalhost.localdomain", .fail, "cannot be"),
      ("host.name", "hostname\tNode_1", .fail, "cannot be"),
      ("host.resolution", "resolves\tm1\t", .warn, "own name"),
      ("host.firewall", "active\tfirewalld", .warn, "firewalld"),
      ("host.firewall", "input\tDROP", .warn, "iptables"),
      ("host.selinux", "selinux\tEnforcing", .warn, "enforcing"),
      ("host.cluster", "exists\t/etc/kubernetes/admin.conf", .fail, "something of a cluster"),
      ("host.cluster", "active\tkubelet", .fail, "runs"),
      ("host.ports", "listen\t192B", .fail, "a port is in use"),
      ("host.ports", "listen\t1388", .fail, "a port is in use"),
      ("host.ports", "listen\t0050", .pass, "free"),
      ("host.runtime", "program\tcontainerd\t/usr/bin/containerd", .warn, "containerd"),
      ("host.leftovers", "exists\t/etc/cni/net.d", .warn, "net.d"),
      ("host.leftovers", "interface\tflannel.1", .warn, "flannel.1"),
      ("host.from-master", "reach\t10.0.0.21/22\tno", .fail, "1 cannot"),
    ])
  func judgement(id: String, change: String, level: CheckLevel, words: String) async throws {
    let verdict = try await verdict(id, HostFactsSample(change))
    #expect(verdict.level == level, "\(verdict)")
    #expect(verdict.message.contains(words), "\(verdict.message)")
  }

  @Test("What is missing is named")
  func missing() async throws {
    let modules = try await verdict("host.modules", HostFactsSample(without: "module\tip_vs"))
    #expect(modules == .warn("missing: ip_vs, ip_vs_rr, ip_vs_wrr, ip_vs_sh"))
    let overlay = try await verdict("host.modules", HostFactsSample(without: "module\toverlay"))
    #expect(overlay == .fail("missing: overlay"))
    let systemd = try await verdict(
      "host.programs", HostFactsSample(without: "program\tsystemctl"))
    #expect(systemd == .fail("missing: systemctl"))
  }

  @Test("Room is added up for each file system, and the file system is named")
  func room() async throws {
    let small = 12 << 20
    let verdict = try await verdict(
      "host.disk",
      HostFactsSample(
        "disk\t/var/lib/etcd\t/var/lib/etcd\t\(100 << 20)", without: "disk"))
    #expect(verdict.level == .pass)
    let full = try await self.verdict(
      "host.disk", HostFactsSample("disk\t/var/lib/containerd\t/data\t\(small)"))
    #expect(full.level == .warn)
    #expect(
      full.details == ["/data: 12.0 GiB free of 15.0 GiB that are wanted (/var/lib/containerd)"])
    let fuller = try await self.verdict(
      "host.disk", HostFactsSample("disk\t/var/lib/containerd\t/data\t\(5 << 20)"))
    #expect(fuller.level == .fail)
  }

  @Test("ACK Distro is stricter: systems, docker, LVM")
  func ackDistro() async throws {
    let specification = try Self.specification("  ackDistro: {}")
    let debian = HostFactsSample("os\tdebian\t12\tDebian GNU/Linux 12 (bookworm)\t")
    #expect(try await verdict("host.os", debian, specification).level == .warn)
    #expect(try await verdict("host.os", HostFactsSample(), specification).level == .pass)
    #expect(try await verdict("host.programs", debian, specification) == .warn("missing: lvm"))
    let docker = HostFactsSample("program\tdocker\t/usr/bin/docker")
    #expect(try await verdict("host.runtime", docker, specification).level == .fail)
    #expect(try await verdict("host.runtime", docker).level == .warn)
  }

  @Test("A node needs less than a master")
  func roles() async throws {
    let small = HostFactsSample("hostname\tn1", "cpus\t1", "memory\t2048000", "listen\t192B")
    for id in ["host.cpu", "host.memory", "host.ports", "host.image", "host.from-master"] {
      let verdict = try await verdict(id, HostFactsSample(), second: small, of: "10.0.0.21")
      #expect(verdict.level == .pass, "\(id): \(verdict.message)")
    }
  }

  @Test("An image that is to be pulled is looked for")
  func image() async throws {
    let text = """
      apiVersion: mcctl.dev/v1
      kind: Cluster
      spec:
        image: {name: "registry.example/ecp/base:v1"}
        hosts: [{address: 10.0.0.11, roles: [master]}, {address: 10.0.0.21}]
      """
    let specification = try ClusterSpecification(parsing: Array(text.utf8), source: "c.yaml")
    let absent = try await verdict("host.image", HostFactsSample(), specification)
    #expect(absent.level == .warn && absent.message.contains("registry.example"))
    #expect(try await verdict("host.resolution", HostFactsSample(), specification).level == .fail)
    let there = HostFactsSample(#"images\#t[{"names":["registry.example/ecp/base:v1"]}]"#)
    #expect(try await verdict("host.image", there, specification).level == .pass)
    #expect(try await verdict("host.resolution", there, specification).level == .pass)
  }

  @Test("Who may not become root, or is not let in, is told why")
  func access() async throws {
    let none = try await verdict(
      "host.root", HostFactsSample(), privilege: .none(reason: "a password is required"))
    #expect(none == .fail("sudo refuses: a password is required"))
    // mcctl gives sudo its password on the first master; to the others sealer logs in itself.
    let asked = try await verdict(
      "host.root", HostFactsSample(), privilege: .sudoWithPassword)
    #expect(asked.level == .warn)
    let specification = try Self.specification()
    let node = HostCheckContext(
      host: specification.hosts[1], specification: specification,
      findings: ["10.0.0.21": .found(try HostFactsSample().facts, .sudoWithPassword)])
    #expect(try await HostRootCheck().run(node).level == .fail)
    let error = RemoteHostError.refused(host: "10.0.0.11", reason: "Connection refused")
    let context = HostCheckContext(
      host: specification.hosts[0], specification: specification,
      findings: ["10.0.0.11": .failed(error)])
    let results = try await CheckRunner(
      checks: CheckCatalogue.host, context: context, subject: nil
    ) { _ in }.run()
    #expect(results[0].verdict.level == .fail)
    #expect(results[0].verdict.message.contains("Connection refused"))
    #expect(results.dropFirst().allSatisfy { $0.verdict.level == .skip })
  }

  @Test("An answer that was cut off is no answer")
  func cutOff() {
    let text = HostFactsSample().text.replacing("\nend", with: "")
    #expect(throws: HostFacts.Unreadable.self) {
      try HostFacts(text, received: HostFactsSample.received)
    }
  }
}
