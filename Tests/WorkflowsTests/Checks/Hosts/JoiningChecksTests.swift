import Documents
import RemoteHosts
import Testing

@testable import Workflows

@Suite("Checks of machines that are to join a cluster, or to get another image")
struct JoiningChecksTests {
  private static let new = "10.0.0.21"

  private static func specification() throws -> ClusterSpecification {
    let text = """
      apiVersion: mcctl.dev/v1
      kind: Cluster
      spec:
        image: {name: "registry.example/ecp/base:v1", file: base.tar}
        hosts: [{address: 10.0.0.11, roles: [master]}, {address: \(new)}]
      """
    return try ClusterSpecification(parsing: Array(text.utf8), source: "cluster.yaml")
  }

  private static func node(
    _ name: String, _ address: String, architecture: String = "amd64"
  ) throws -> ClusterNodes.Node {
    ClusterNodes.Node(
      value: try YAML.decode(
        """
        {metadata: {name: \(name)}, status: {nodeInfo: {architecture: \(architecture)},
          addresses: [{type: InternalIP, address: \(address)}]}}
        """, source: "node"))
  }

  /// What a check says of a machine that is to join a cluster of the first master and these nodes; without nodes, of one
  /// that is to become a cluster with it.
  private func verdict(
    _ id: String, _ sample: HostFactsSample, master: HostFactsSample = HostFactsSample(),
    nodes: [ClusterNodes.Node]? = []
  ) async throws -> CheckVerdict {
    let specification = try Self.specification()
    let context = HostCheckContext(
      host: specification.hosts[1], specification: specification,
      findings: [
        "10.0.0.11": .found(try master.facts, .root), Self.new: .found(try sample.facts, .root),
      ], nodes: nodes.map { ClusterNodes(all: $0) })
    let check = try #require(CheckCatalogue.host.first { $0.article.id == id })
    return try await check.run(context)
  }

  @Test("The clock that counts is the first master's")
  func clock() async throws {
    let late = HostFactsSample("hostname\tn1", "time\t1795911413.1")
    #expect(try await verdict("host.clock", late) == .fail("40 s behind the first master"))
    #expect(
      try await verdict("host.clock", HostFactsSample("hostname\tn1"))
        == .pass("it agrees with the first master"))
  }

  @Test("A name that a node of the cluster has is taken, unless the machine is that node")
  func name() async throws {
    let sample = HostFactsSample("hostname\tn7")
    let other = try Self.node("n7", "10.0.0.27")
    let taken = try await verdict("host.name", sample, nodes: [other])
    #expect(taken.level == .fail && taken.message == "the cluster has a node n7 already")
    let own = try Self.node("n7", Self.new)
    #expect(try await verdict("host.name", sample, nodes: [own]) == .pass("n7"))
  }

  @Test(
    "An architecture that nothing of the cluster has does not join; at creation it is warned of")
  func architecture() async throws {
    let arm = HostFactsSample("hostname\tn1", "arch\taarch64")
    let alone = try await verdict("host.architecture", arm)
    #expect(alone == .fail("it is arm64, and the cluster's nodes are amd64"))
    let mixed = try await verdict(
      "host.architecture", arm, nodes: [try Self.node("n5", "10.0.0.25", architecture: "arm64")])
    #expect(mixed == .pass("arm64"))
    let created = try await verdict("host.architecture", arm, nodes: nil)
    #expect(created == .warn("it is arm64, and the first master is amd64"))
  }

  @Test("Where the image is on the first master, it tells which architectures it is for")
  func image() async throws {
    let images = #"images\#t[{"id":"1a","names":["registry.example/ecp/base:v1"]}]"#
    let arm = HostFactsSample("hostname\tn1", "arch\taarch64")
    let one = HostFactsSample(images, "architectures\t1a\tamd64")
    #expect(
      try await verdict("host.architecture", arm, master: one, nodes: nil)
        == .fail("it is arm64, and the image on the first master is for amd64"))
    let both = HostFactsSample(images, "architectures\t1a\tamd64 arm64")
    #expect(
      try await verdict("host.architecture", arm, master: both) == .pass("the image has arm64"))
    let other = HostFactsSample(images, "architectures\t2b\tarm64")
    #expect(try await verdict("host.architecture", arm, master: other).level == .fail)
  }

  @Test("An upgrade takes room beside what is there, and less where the image has come already")
  func room() throws {
    let specification = try Self.specification()
    let (master, node) = (specification.hosts[0], specification.hosts[1])
    let needs = HostNeeds(specification, .upgrade)
    #expect(needs.room(node).map(\.path) == ["/var/lib/sealer/data", "/var/lib/containerd"])
    let beforehand = needs.room(master).map(\.path)
    #expect(beforehand.contains("/backup/etcd") && beforehand.contains("/var/lib/containers"))
    let after = needs.room(master, hasImage: true).map(\.path)
    #expect(after == ["/var/lib/sealer/data", "/var/lib/containerd", "/backup/etcd"])
    let joining = HostNeeds(specification).room(node).reduce(0) { $0 + $1.bytes }
    #expect(needs.room(node).reduce(0) { $0 + $1.bytes } < joining)
  }
}
