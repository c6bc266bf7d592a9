import Documents
import FoundationEssentials
import KubernetesClient
import OpenClusterManagement
import Testing

@testable import Workflows

@Suite("One cluster from all sides")
struct ClusterDetailsTests {
  private let pair = Pair()

  private func details(withCluster: Bool = true) async throws -> ClusterDetails {
    let clusters = Clusters(
      hub: pair.clusters.hub, managed: withCluster ? pair.clusters.managed : nil)
    return try #require(
      try await StatusDetails("c1", now: { Pair.now }).details(on: clusters))
  }

  @Test("nodes, components and the agent are looked at when there is a way to the cluster")
  func inside() async throws {
    pair.hub.put(.managedClusters, record())
    pair.managed.serve(.nodes)
    for (name, ready) in [("n1", "True"), ("n2", "False")] {
      pair.managed.put(
        .nodes,
        [
          "metadata": ["name": .string(name)],
          "spec": ["providerID": "aws:///eu/\(name)", "unschedulable": .bool(name == "n2")],
          "status": [
            "conditions": [["type": "Ready", "status": .string(ready)]],
            "nodeInfo": ["kubeletVersion": "v1.36.0", "osImage": "Linux"],
          ],
        ])
    }
    pair.managed.put(
      .pods,
      [
        "metadata": [
          "name": "etcd-n1", "namespace": "kube-system", "labels": ["component": "etcd"],
        ], "status": ["conditions": [["type": "Ready", "status": "True"]]],
      ])
    pair.managed.put(.klusterlets, klusterlet())
    let inside = try #require(try await details().inside)
    #expect(inside.nodes?.total == 2 && inside.nodes?.ready == 1)
    #expect(inside.nodes?.notReady == ["n2"])
    #expect(inside.nodes?.provider == "aws")
    #expect(inside.components?.map(\.name) == ["etcd"])
    #expect(inside.agentMode == "Singleton")
    #expect(pair.managed.writes.isEmpty && pair.hub.writes.isEmpty)
  }

  @Test("a condition on the record that is no longer so is noted")
  func staleOutcome() async throws {
    var value = record(isAvailable: false)
    let conditions = value.at("status", "conditions")?.array ?? []
    value.set(
      .array(
        conditions + [["type": "mcctl.dev/Registered", "status": "True", "reason": "Registered"]]),
      at: "status", "conditions")
    pair.hub.put(.managedClusters, value)
    let notes = try await details(withCluster: false).notes
    #expect(notes.contains { $0.contains("mcctl.dev/Registered") && $0.contains("no longer so") })
  }

  @Test("a name that the hub does not know is nothing, not an error")
  func unknown() async throws {
    let details = try await StatusDetails("nope").details(on: pair.clusters)
    #expect(details == nil)
  }

  @Test(
    "the vendor is told by a claim, or by what vendors append to the version",
    arguments: [
      ("v1.30.4-eks-a737599", nil, "EKS"), ("v1.30.5-gke.1014001", nil, "GKE"),
      ("v1.31.1+k3s1", nil, "K3s"), ("v1.28.3-aliyun.1", nil, "ACK"), ("v1.36.0", nil, nil),
      ("v1.36.0", "OpenShift", "OpenShift"), ("v0.0.0-master+$Format:%H$", nil, nil),
    ] as [(String, String?, String?)])
  func vendor(version: String, claim: String?, product: String?) {
    var value = record()
    value.set(.string(version), at: "status", "version", "kubernetes")
    if let claim {
      value.set(
        [["name": "product.open-cluster-management.io", "value": .string(claim)]],
        at: "status", "clusterClaims")
    }
    #expect(PlatformFacts(ManagedCluster(value)).product == product)
  }

  @Test(
    "quantities as people read them",
    arguments: [
      ("263856256Ki", "251.6Gi"), ("64", "64"), ("1024", "1Ki"), ("1500m", "1.5"),
      ("16G", "14.9Gi"), ("1e3", "1000"),
    ])
  func quantities(text: String, binary: String) {
    #expect(Quantity(text)?.binary == binary)
    #expect(Quantity("a lot") == nil)
  }
}
