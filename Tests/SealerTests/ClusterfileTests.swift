import Documents
import Testing

@testable import Sealer

@Suite("Clusterfiles")
struct ClusterfileTests {
  private var clusterfile: Clusterfile {
    var master = ClusterfileHost(addresses: ["10.0.0.11"], roles: ["master"])
    master.env = ["StorageDevice": "/dev/vdc", "EtcdDevice": "/dev/vdb"]
    var node = ClusterfileHost(addresses: ["10.0.0.21"], roles: ["node"])
    node.ssh = ClusterfileSSH(port: 2222, password: "000000")
    node.labels = ["pool": "general"]
    node.taints = ["gpu=yes:NoSchedule"]
    var cluster = ClusterDocument(image: "registry.example/a:1", hosts: [master, node])
    cluster.env = ["PodCIDR": "100.64.0.0/16,fd00::/112"]
    cluster.ssh = ClusterfileSSH(user: "root", port: 22, key: "/var/lib/mcctl/a/id_ed25519")
    cluster.containerRuntime = "containerd"
    cluster.dataRoot = "/data"
    cluster.hostAliases = [("10.0.0.5", ["ntp.lab"])]
    return Clusterfile(
      cluster: cluster,
      kubeadm: [["kind": "ClusterConfiguration", "networking": ["dnsDomain": "lab"]]],
      extra: "# kept\nkind:   Config\n")
  }

  @Test("are written so that sealer's reader changes no type, and further documents as they are")
  func text() throws {
    let text = clusterfile.text(for: .newest)
    #expect(
      text == """
        apiVersion: sealer.io/v2
        kind: Cluster
        metadata:
          name: my-cluster
        spec:
          image: registry.example/a:1
          env:
          - PodCIDR=100.64.0.0/16,fd00::/112
          ssh:
            user: root
            port: "22"
            pk: /var/lib/mcctl/a/id_ed25519
          containerRuntime:
            type: containerd
          hostAliases:
          - ip: "10.0.0.5"
            hostnames:
            - ntp.lab
          dataRoot: /data
          hosts:
          - ips:
            - "10.0.0.11"
            roles:
            - master
            env:
            - EtcdDevice=/dev/vdb
            - StorageDevice=/dev/vdc
          - ips:
            - "10.0.0.21"
            roles:
            - node
            ssh:
              port: "2222"
              passwd: "000000"
            labels:
              pool: general
            taints:
            - gpu=yes:NoSchedule
        ---
        kind: ClusterConfiguration
        networking:
          dnsDomain: lab
        ---
        # kept
        kind:   Config

        """)
    let documents = try YAML.locatedDocuments(text)
    try ClusterfileCheck(documents[0]).check(allowsCluster: true)
  }

  @Test("for 0.8 have its API version, and nothing that came later")
  func older() throws {
    let text = clusterfile.text(for: try #require(SealerRelease("0.8.7")))
    #expect(text.hasPrefix("apiVersion: sealer.cloud/v2\n") && !text.contains("dataRoot"))
  }

  @Test(
    "with what sealer would drop in silence are refused",
    arguments: [
      ("kind: Clustr", "2:1"), ("kind: KubeadmConfig", "2:1"), ("kind: Cluster\nspek: {}", "3:1"),
      (
        "kind: Cluster\nmetadata: {name: a}\nspec: {image: a, hosts: [{ips: [a], roles: [b], taint: []}]}",
        "4:49"
      ),
      ("kind: Cluster\nmetadata: {name: a}\nspec: {image: a, hosts: [], ssh: {port: 22}}", "4:35"),
    ])
  func dropped(text: String, place: String) throws {
    let document = try YAML.locatedDocuments("apiVersion: sealer.io/v2\n\(text)", source: "F")[0]
    let failure = #expect(throws: DocumentError.self) {
      try ClusterfileCheck(document).check(allowsCluster: true)
    }
    #expect(failure?.description.hasPrefix("F:\(place):") == true, "\(failure?.description ?? "")")
  }
}
