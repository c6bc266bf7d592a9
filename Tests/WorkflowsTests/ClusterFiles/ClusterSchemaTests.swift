import Documents
import Testing

@testable import Workflows

@Suite("The JSON Schema of files that describe a cluster")
struct ClusterSchemaTests {
  @Test("allows nothing beside what it lists, at any depth")
  func closed() {
    var objects = 0
    func walk(_ schema: Value) {
      if let properties = schema["properties"]?.object {
        objects += 1
        #expect(schema["additionalProperties"] == false)
        for (_, property) in properties { walk(property) }
      }
      if let items = schema["items"] { walk(items) }
    }
    walk(ClusterSchema.document)
    #expect(objects > 15)
  }

  static let host = "{address: 10.0.0.1, roles: [master]}"

  /// The grammar has no member that reading forgets.
  @Test(
    "Every member of the spec makes a difference when it is read", arguments: samples.keys.sorted())
  func everyMemberIsRead(member: String) throws {
    let value = try #require(Self.samples[member])
    let plain = "  image: {name: a}\n  hosts: [\(Self.host)]"
    var lines = plain.split(separator: "\n").filter { !$0.hasPrefix("  \(member):") }.map(
      String.init)
    lines.append("  \(member): \(value)")
    let (before, after) = (
      try ClusterFileTests.read(plain), try ClusterFileTests.read(lines.joined(separator: "\n"))
    )
    #expect(parts(before) != parts(after))
  }

  /// Everything but the document itself.
  private func parts(_ cluster: ClusterSpecification) -> [AnyHashable] {
    [
      cluster.image, cluster.sealer, cluster.hosts, cluster.network, cluster.containerRuntime,
      cluster.env, cluster.registry, cluster.hostAliases, cluster.dataRoot, cluster.kubeadm,
      cluster.extraDocuments, cluster.registration(as: "c"), cluster.hub, cluster.ignoredChecks,
    ]
  }

  @Test("Every member has a sample")
  func samplesAreComplete() {
    guard case .object(let members)? = ClusterGrammar.document.last?.kind else {
      Issue.record("the spec is no object")
      return
    }
    #expect(Set(members.map(\.name)) == Set(Self.samples.keys))
  }

  @Test("Every setting of ACK Distro reaches the image")
  func ackDistro() {
    for setting in ACKDistroSettings.ofCluster {
      let value: Value =
        switch setting.field.kind {
        case .flag: true
        case .number: 7
        case .texts: ["a"]
        case .choice(let words): .string(words[0])
        default: "a"
        }
      let variables = ACKDistroSettings.variables([setting.field.name: value])
      #expect(variables[setting.variable]?.isEmpty == false)
    }
  }

  static let samples = [
    "image": "{name: b, file: x}", "sealer": "{version: v0.11.0}", "ssh": "{user: u}",
    "hosts": "[{address: 10.0.0.2, roles: [master]}]", "network": "{podCIDR: [10.1.0.0/16]}",
    "containerRuntime": "docker", "env": "{A: b}", "ackDistro": "{mtu: 1}",
    "registry": "{local: {port: 5001}}", "hostAliases": "[{ip: 10.0.0.9, hostnames: [ntp]}]",
    "dataRoot": "/data", "kubeadm": "{kubeletConfiguration: {maxPods: 10}}",
    "extraDocuments": "\"kind: KubeletConfiguration\"", "import": "{labels: {a: b}}",
    "checks": "{ignore: [host.memory]}",
  ]
}
