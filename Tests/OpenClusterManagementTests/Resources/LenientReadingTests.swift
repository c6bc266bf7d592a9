import Documents
import Testing

@testable import OpenClusterManagement

@Suite("Odd and old objects read as empty and break nothing")
struct LenientReadingTests {
  /// Objects no server sends, and some that old ones do.
  static let odd: [Value] = [
    .null, "text", 7, [], [:],
    ["metadata": "x", "spec": 1, "status": []],
    [
      "metadata": ["labels": ["a": 1], "annotations": [], "finalizers": "x", "generation": "y"],
      "spec": [
        "managedClusterClientConfigs": [[:], ["url": ""], "x"], "taints": [["key": 1], 2],
        "leaseDurationSeconds": -1, "hubAcceptsClient": "yes", "deployOption": "x",
        "externalServerURLs": [["url": ""], 3], "usages": "client auth", "request": "%%",
      ],
      "status": [
        "conditions": [["status": "True"], "x", ["type": ""]], "clusterClaims": [["value": "x"]],
        "version": "v1", "resourceStatus": ["manifests": [1]], "appliedResources": [[:]],
        "certificate": "%%",
      ],
    ],
  ]

  @Test("every view", arguments: odd)
  func everyView(_ value: Value) {
    let cluster = ManagedCluster(value)
    #expect(cluster.name == "" && cluster.conditions.isEmpty && cluster.clientConfigs.isEmpty)
    #expect(cluster.taints.isEmpty && cluster.version == nil && cluster.clusterClaims.isEmpty)
    #expect(cluster.leaseDurationSeconds == 60 && !cluster.isAcceptedByHub)
    #expect(cluster.labels.isEmpty && cluster.annotations.isEmpty && cluster.finalizers.isEmpty)
    #expect(cluster.creationTimestamp == nil && !cluster.isBeingDeleted)
    let klusterlet = Klusterlet(value)
    #expect(klusterlet.clusterName == nil && klusterlet.externalServerURLs.isEmpty)
    #expect(klusterlet.mode == .default && klusterlet.hubConnection == nil)
    #expect(klusterlet.agentNamespace == "open-cluster-management-agent" && klusterlet.isObserved)
    let request = CertificateSigningRequest(value)
    #expect(request.isPending && request.requestPEM == nil && request.usages.isEmpty)
    #expect(request.certificatePEM == nil && request.tokenIdentifier == nil)
    #expect(ManifestWork(value).manifests.isEmpty && !ManifestWork(value).isApplied)
    #expect(AppliedManifestWork(value).hubHash.isEmpty)
    #expect(ManagedClusterAddOn(value).isAvailable == nil)
    #expect(ManagedClusterSet(value).selectorType == .exclusiveLabel)
    #expect(Lease(value).renewTime == nil)
    #expect(ClusterManager(value).firstUnmetCondition?.type == "Applied")
  }

  @Test("a mode of a later release is unknown, not another one")
  func unknownMode() {
    #expect(Klusterlet(["spec": ["deployOption": ["mode": "Satellite"]]]).mode == nil)
    #expect(Klusterlet(["spec": ["deployOption": ["mode": ""]]]).mode == .default)
  }

  @Test("a deletion timestamp that cannot be read still means deletion")
  func oddDeletion() {
    let cluster = ManagedCluster(["metadata": ["deletionTimestamp": "yesterday"]])
    #expect(cluster.isBeingDeleted && cluster.deletionTimestamp == nil)
  }

  @Test("hosted agents live in a namespace called like their Klusterlet")
  func hostedNamespace() {
    let klusterlet = Klusterlet([
      "metadata": ["name": "klusterlet-c1"],
      "spec": ["deployOption": ["mode": "Hosted"], "namespace": "open-cluster-management-c1"],
    ])
    #expect(klusterlet.agentNamespace == "klusterlet-c1")
  }

  @Test("selector types of cluster sets")
  func selectorTypes() {
    func type(_ text: String) -> ManagedClusterSet.SelectorType {
      ManagedClusterSet(["spec": ["clusterSelector": ["selectorType": .string(text)]]]).selectorType
    }
    #expect(type("LabelSelector") == .labelSelector)
    #expect(type("ExclusiveClusterSetLabel") == .exclusiveLabel)
    #expect(type("LegacyClusterSetLabel") == .other("LegacyClusterSetLabel"))
  }
}
