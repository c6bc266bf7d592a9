import Documents
import Testing

@testable import Workflows

@Suite("Files that describe a cluster to be created")
struct ClusterFileTests {
  static func read(_ specification: String) throws(DocumentError) -> ClusterSpecification {
    try ClusterSpecification(
      parsing: Array(file(specification).utf8), source: "cluster.yaml")
  }

  static func file(_ specification: String) -> String {
    "apiVersion: mcctl.dev/v1\nkind: Cluster\nspec:\n\(specification)\n"
  }

  static let image = "  image: {name: \"registry.example/ackdistro:v1-22-15-ack-13\"}"

  @Test("say what holds for all hosts, and each host what is different")
  func merge() throws {
    let cluster = try Self.read(
      """
      \(Self.image)
        ssh: {user: root, port: 22, key: id_ed25519, password: {env: PASSWORD}}
        network: {podCIDR: [100.64.0.0/16], serviceCIDR: [10.96.0.0/16], endpoint: "https://api.lab:6443", certSANs: [a.lab]}
        env: {Custom: "a b"}
        ackDistro: {clusterScale: medium, ignoreErrors: [OS, TimeDiff], mtu: 1400, skipHealthCheck: false}
        hosts:
        - {address: 10.0.0.11, roles: [master], ackDistro: {etcdDevice: /dev/vdb}, env: {Own: "1"}}
        - {address: 10.0.0.21, ssh: {user: admin, port: 2222}, labels: {pool: general}, taints: ["gpu=yes:NoSchedule"]}
        import: {labels: {region: north}, gates: [example.com/Ready], hub: {url: "https://hub.example"}}
      """)
    let (master, node) = (cluster.hosts[0], cluster.hosts[1])
    #expect(master.isMaster && node.roles == ["node"])
    #expect(node.ssh.user == "admin" && node.ssh.port == 2222 && node.ssh.key == "id_ed25519")
    #expect(master.ssh.password == .environment("PASSWORD"))
    #expect(master.env == ["EtcdDevice": "/dev/vdb", "Own": "1"])
    #expect(
      cluster.env == [
        "Custom": "a b", "PodCIDR": "100.64.0.0/16", "SvcCIDR": "10.96.0.0/16",
        "CertSANs": "a.lab,api.lab", "ClusterScale": "medium", "IgnoreErrors": "OS,TimeDiff",
        "MTU": "1400", "SkipHealthCheck": "false",
      ])
    #expect(cluster.isACKDistro && cluster.firstMaster.address == "10.0.0.11")
    let registration = cluster.registration(as: "edge-7")
    #expect(
      registration.labels == ["region": "north"] && registration.gates == ["example.com/Ready"])
    #expect(cluster.hub.url == "https://hub.example")
  }

  static let master = "- {address: 10.0.0.11, roles: [master]}"

  /// What is wrong, and where: line and column of the file as ``file(_:)`` makes it.
  @Test(
    "are refused with line and column",
    arguments: [
      ("  imagee: {}", "4:3: .spec.imagee is unknown"),
      (
        "\(image)\n  hosts:\n  \(master)\n  \(master)",
        "7:6: host 10.0.0.11 is here twice, first in line 6"
      ),
      (
        "\(image)\n  hosts:\n  - {address: m1.example, roles: [master]}",
        "6:6: .spec.hosts[0].address must be an IP address"
      ),
      (
        "\(image)\n  hosts:\n  \(master)\n  - {address: \"fd00::1\"}",
        "7:6: all hosts must have addresses of one family"
      ),
      ("\(image)\n  hosts:\n  - {address: 10.0.0.11}", "5:3: no host has the role master"),
      (
        "\(image)\n  hosts:\n  \(master)\n  - {address: 10.0.0.12, roles: [master]}",
        "5:3: there are 2 masters"
      ),
      (
        "\(image)\n  hosts:\n  - {address: 10.0.0.11, roles: [master, node]}",
        "6:26: .spec.hosts[0].roles must have either master or node"
      ),
      (
        "\(image)\n  hosts: [\(master.dropFirst(2))]\n  network: {podCIDR: [10.96.0.0/12], serviceCIDR: [10.96.0.0/16]}",
        "6:52: spec.network.serviceCIDR overlaps spec.network.podCIDR"
      ),
      (
        "\(image)\n  hosts: [\(master.dropFirst(2))]\n  network: {podCIDR: [10.0.0.0/16]}",
        "6:23: .spec.network.podCIDR[0] contains the host 10.0.0.11"
      ),
      (
        "\(image)\n  hosts: [\(master.dropFirst(2))]\n  network: {podCIDR: [\"fd00::/48\", 100.64.0.0/16]}",
        "6:13: .spec.network.podCIDR must begin with the address family of the hosts"
      ),
      (
        "\(image)\n  hosts: [\(master.dropFirst(2))]\n  network: {podCIDR: [100.64.0.0]}",
        "6:23: .spec.network.podCIDR[0] must be a range"
      ),
      (
        "\(image)\n  hosts: [\(master.dropFirst(2))]\n  env:\n    A: 'x\"; rm -rf /'",
        "7:5: .spec.env.A contains \", and sealer hands this text to a shell"
      ),
      (
        "\(image)\n  hosts: [\(master.dropFirst(2))]\n  env: {A: \"$(id)\"}",
        "6:9: .spec.env.A contains $"
      ),
      (
        "\(image)\n  hosts: [\(master.dropFirst(2))]\n  env: {\"A B\": x}",
        "is no name of a variable"
      ),
      (
        "\(image)\n  hosts: [\(master.dropFirst(2))]\n  env: {RegistryDomain: x}",
        "sealer sets variables that begin with RegistryDomain itself"
      ),
      (
        "\(image)\n  hosts: [\(master.dropFirst(2))]\n  env: {MTU: \"1\"}\n  ackDistro: {mtu: 1}",
        "6:9: .spec.env.MTU and ackDistro.mtu say the same"
      ),
      (
        "\(image)\n  hosts: [\(master.dropFirst(2))]\n  ackDistro: {trustedRegistry: \"a`id`\"}",
        "6:15: .spec.ackDistro.trustedRegistry contains `"
      ),
      (
        "\(image)\n  hosts:\n  - {address: 10.0.0.11, roles: [master], taints: [\"my-key:NoSchedule\"]}",
        "6:52: .spec.hosts[0].taints[0] contains a hyphen"
      ),
      (
        "\(image)\n  hosts:\n  - {address: 10.0.0.11, roles: [master], taints: [\"k:Never\"]}",
        "must be key:Effect or key=value:Effect"
      ),
      (
        "\(image)\n  ssh: {password: hunter2}\n  hosts: [\(master.dropFirst(2))]",
        "5:9: .spec.ssh.password is a secret and must not stand here"
      ),
      (
        "\(image)\n  ssh: {jumpHost: -oProxyCommand=id}\n  hosts: [\(master.dropFirst(2))]",
        "5:9: .spec.ssh.jumpHost must be [user@]host[:port]"
      ),
      (
        "\(image)\n  ssh: {port: 70000}\n  hosts: [\(master.dropFirst(2))]",
        "5:9: .spec.ssh.port must be between 1 and 65535"
      ),
      (
        "  image: {name: \"a b\"}\n  hosts: [\(master.dropFirst(2))]",
        "4:11: .spec.image.name must be an image reference"
      ),
      (
        "  image: {name: a, sha256: abc, file: x}\n  hosts: [\(master.dropFirst(2))]",
        "4:20: .spec.image.sha256 must be 64 hexadecimal digits"
      ),
      (
        "\(image)\n  hosts: [\(master.dropFirst(2))]\n  checks: {ignore: [host.swap, hub.api]}",
        "6:32: .spec.checks.ignore[1] must be the id of a check of hosts"
      ),
      (
        "\(image)\n  hosts: [\(master.dropFirst(2))]\n  kubeadm: {clusterConfiguration: [1]}",
        "must be an object"
      ),
      (
        "\(image)\n  hosts: [\(master.dropFirst(2))]\n  registry: {local: {username: u}}",
        "needs both username and password"
      ),
      (
        "\(image)\n  hosts: [\(master.dropFirst(2))]\n  extraDocuments: |\n    apiVersion: sealer.io/v1\n    kind: Confg\n    metadata: {name: a}",
        "8:5: sealer drops a document of kind \"Confg\""
      ),
      (
        "\(image)\n  hosts: [\(master.dropFirst(2))]\n  extraDocuments: |\n    apiVersion: sealer.io/v1\n    kind: Config\n    metadata: {name: a}\n    spec: {path: a, data: b, strategi: merge}",
        "10:30: .spec.strategi is unknown"
      ),
      (
        "\(image)\n  hosts: [\(master.dropFirst(2))]\n  kubeadm: {clusterConfiguration: {}}\n  extraDocuments: |\n    kind: ClusterConfiguration",
        "8:5: spec.kubeadm.clusterConfiguration says the same"
      ),
    ])
  func refused(specification: String, wanted: String) throws {
    let failure = #expect(throws: DocumentError.self) { try Self.read(specification) }
    let text = try #require(failure?.description)
    #expect(text.hasPrefix("cluster.yaml:") && text.contains(wanted), "\(text)")
  }

  @Test("with a name that the hub would not take are refused")
  func name() {
    let text =
      "apiVersion: mcctl.dev/v1\nkind: Cluster\nmetadata: {name: Edge}\nspec:\n\(Self.image)\n  hosts: [{address: 10.0.0.1, roles: [master]}]"
    let failure = #expect(throws: DocumentError.self) {
      try ClusterSpecification(parsing: Array(text.utf8), source: "c")
    }
    #expect(failure?.line == 3)
  }

  @Test("keep further documents to the byte")
  func verbatim() throws {
    let cluster = try Self.read(
      """
      \(Self.image)
        hosts: [{address: 10.0.0.1, roles: [master]}]
        extraDocuments: |
          # a comment
          apiVersion: sealer.io/v1
          kind: Plugin
          metadata: {name: note}
          spec: {type: SHELL, action: post-install, data: "echo $HOME"}
      """)
    #expect(cluster.extraDocuments?.hasPrefix("# a comment\napiVersion") == true)
    #expect(cluster.extraDocuments?.hasSuffix("\"echo $HOME\"}\n") == true)
  }
}
