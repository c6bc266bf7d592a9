import Documents
import Testing

@testable import Workflows

@Suite("Clusterfiles of sealer's that a cluster is made of")
struct ClusterfileConversionTests {
  static let cluster = """
    apiVersion: sealer.io/v2
    kind: Cluster
    metadata: {name: my-cluster}
    spec:
      image: a:1
      ssh: {user: root, passwd: "000000", port: "2222", pk: /root/.ssh/id_rsa}
      hosts:
      - {ips: [10.0.0.11], roles: [master]}
      - {ips: [10.0.0.21, 10.0.0.22], roles: [node], labels: {pool: general}}

    """

  private func convert(_ text: String) throws -> ClusterfileConversion {
    try ClusterfileConversion(parsing: Array(text.utf8), source: "Clusterfile", name: "edge-7")
  }

  @Test("say the same as a file of mcctl's, and keep their passwords out of it")
  func meaning() throws {
    let converted = try convert(Self.cluster)
    let cluster = try ClusterSpecification(
      parsing: Array(YAML.text(converted.document).utf8), source: "document")
    #expect(cluster.hosts.map(\.address) == ["10.0.0.11", "10.0.0.21", "10.0.0.22"])
    #expect(cluster.hosts[2].labels == ["pool": "general"] && cluster.hosts[2].ssh.port == 2222)
    #expect(cluster.hosts[0].ssh.key == nil)
    #expect(Array(converted.secrets.values) == ["000000"])
    #expect(!YAML.text(converted.document).contains("000000"))
    #expect(cluster.extraDocuments == nil)
  }

  static let plugin = """
    apiVersion: sealer.io/v1
    kind: Plugin   # note
    metadata: {name: z}
    spec: {type:  SHELL, action: post-install, data: 'a'}

    """
  static let config = """
    apiVersion: sealer.io/v1
    kind: Config
    metadata:
        name: a
    spec: {path: a, data: "b"}

    """
  /// Both, as mcctl itself writes them.
  static let rewritten = """
    apiVersion: sealer.io/v1
    kind: Plugin
    metadata:
      name: z
    spec:
      type: SHELL
      action: post-install
      data: a
    ---
    apiVersion: sealer.io/v1
    kind: Config
    metadata:
      name: a
    spec:
      path: a
      data: b

    """

  /// The documents in the order of the file, and what is kept of them.
  @Test(
    "keep their other documents to the byte",
    arguments: [
      ("\(cluster)---\n\(plugin)", "---\n\(plugin)"),
      ("\(cluster)--- # what\n\(plugin)---\n\(config)", "--- # what\n\(plugin)---\n\(config)"),
      ("\(plugin)---\n\(cluster)---\n\(config)", "\(plugin)---\n\(config)"),
      ("---\n\(cluster)---\n---\n\(config.dropLast())", "---\n\(config.dropLast())"),
      ("---\r\n\(plugin)---\r\n\(cluster)", "---\r\n\(plugin)"),
      // Where a document has directives of its own, they are written anew.
      ("\(plugin)...\n%YAML 1.1\n---\n\(config)---\n\(cluster)", rewritten),
    ])
  func verbatim(file: String, kept: String) throws {
    let document = try convert(file).document
    #expect(document.at("spec", "extraDocuments")?.string == kept)
    let read = try ClusterSpecification(
      parsing: Array(YAML.text(document).utf8), source: "document")
    #expect(read.extraDocuments == kept)
  }

  @Test("are refused where sealer would drop something in silence")
  func dropped() {
    #expect(throws: DocumentError.self) { try convert("\(Self.cluster)---\nkind: Plugn\n") }
    #expect(throws: DocumentError.self) { try convert(Self.plugin) }
    #expect(throws: DocumentError.self) { try convert("\(Self.cluster)---\n\(Self.cluster)") }
  }
}
