import Documents
import Foundation
import KubernetesClient
import Testing

@testable import OpenClusterManagement

@Suite("Views read what a real hub answers")
struct RecordedResourceTests {
  @Test("ManagedCluster")
  func managedCluster() throws {
    let cluster = ManagedCluster(try Recording.body("16-user-finalizer"))
    #expect(cluster.name == "c1")
    #expect(cluster.namespace == nil)
    #expect(cluster.uid == "e0961368-8ee5-459a-8776-94f962792a4a")
    #expect(cluster.isAcceptedByHub)
    #expect(cluster.leaseDurationSeconds == 60)
    #expect(cluster.version == "v0.0.0-master+$Format:%H$")
    #expect(cluster.clientConfigs.isEmpty)
    #expect(cluster.labels == ["feature.open-cluster-management.io/addon-demo": "unreachable"])
    #expect(cluster.userFinalizers == ["example.com/user-cleanup"])
    #expect(!cluster.isBeingDeleted)
    #expect(cluster.conditions.count == 4)
    #expect(cluster.reference.description == "ManagedCluster c1")
    let taints = ManagedCluster(try Recording.body("04-accept")).taints
    #expect(taints.map(\.key) == ["cluster.open-cluster-management.io/unreachable"])
    #expect(taints.first?.effect == "NoSelect")
    #expect(taints.first?.timeAdded == nil)
  }

  @Test("a deleted ManagedCluster and what its cleaning up says")
  func deleting() throws {
    let cluster = ManagedCluster(try Recording.body("18-deleting-addon-pending"))
    #expect(cluster.isBeingDeleted)
    #expect(cluster.deletionTimestamp == Timestamp.date("2026-11-22T20:03:14Z"))
    let condition = try #require(cluster.condition(Names.ConditionType.deleting))
    #expect(condition.status == .isFalse)
    #expect(condition.reason == "ResourceRemaining")
  }

  @Test("ManifestWork, half of it failed")
  func manifestWork() throws {
    let work = ManifestWork(try Recording.body("13-work-partially-failed"))
    #expect(work.manifests.count == 2)
    #expect(!work.isApplied)
    #expect(!work.isAvailable)
    #expect(work.cleanupPriority == 0)
    #expect(work.deletionPolicy == "Foreground")
    #expect(work.addOn == nil)
    let statuses = work.manifestStatuses
    #expect(statuses.map(\.kind) == ["ConfigMap", "Thing"])
    #expect(statuses.map(\.ordinal) == [0, 1])
    #expect(statuses[0].condition("Applied")?.isTrue == true)
    #expect(statuses[1].condition("Applied")?.message.contains("Thing") == true)
    #expect(statuses[1].resource == "")
  }

  @Test("a verdict about an older generation does not count")
  func olderGeneration() throws {
    var value = try Recording.body("13-work-partially-failed")
    value.set(
      [["type": "Applied", "status": "True", "observedGeneration": 1]], at: "status", "conditions")
    #expect(ManifestWork(value).isApplied)
    value.set(2, at: "metadata", "generation")
    #expect(!ManifestWork(value).isApplied)
  }

  @Test("AppliedManifestWork, whose name begins with the digest of the hub's URL")
  func appliedManifestWork() throws {
    let work = AppliedManifestWork(try Recording.items("14-appliedmanifestworks")[0])
    #expect(work.manifestWorkName == "hello")
    #expect(work.agentID == "fe647ff2-9d57-4ab0-aa98-dc7c54e9721b")
    #expect(work.hubHash == AppliedManifestWork.hubHash(ofServer: "https://127.0.0.1:16443"))
    #expect(work.name == "\(work.hubHash)-hello")
    #expect(work.appliedResources.isEmpty)
    #expect(work.evictionStartTime == nil)
  }

  @Test("ManagedClusterAddOn")
  func addOn() throws {
    let addOn = ManagedClusterAddOn(try Recording.body("15-addon-create"))
    #expect(addOn.installNamespace == "open-cluster-management-agent-addon")
    #expect(addOn.isAvailable == nil)
    #expect(addOn.cleanupPriority == 0)
    #expect(addOn.hostingCluster == nil)
  }

  @Test("Klusterlet waiting for the approval of its request")
  func klusterlet() throws {
    let klusterlet = Klusterlet(try Recording.body("11-klusterlet"))
    #expect(klusterlet.clusterName == "c1")
    #expect(klusterlet.mode == .default)
    #expect(klusterlet.agentNamespace == "open-cluster-management-agent")
    #expect(klusterlet.externalServerURLs.isEmpty)
    #expect(klusterlet.agentImage == "quay.io/open-cluster-management/registration:v1.3.1")
    #expect(klusterlet.isObserved)
    #expect(klusterlet.hubConnection?.stage == .waitingForApproval)
  }

  @Test("CertificateSigningRequest, issued")
  func request() throws {
    let request = CertificateSigningRequest(try Recording.body("05-csr-issued"))
    #expect(request.clusterName == "c1")
    #expect(request.isApproved)
    #expect(!request.isPending)
    #expect(request.tokenIdentifier == "26bf7b3d-a8e9-489b-8e6b-439e6cc97ccd")
    #expect(request.requestPEM?.hasPrefix("-----BEGIN CERTIFICATE REQUEST-----") == true)
    #expect(request.certificatePEM?.hasPrefix("-----BEGIN CERTIFICATE-----") == true)
    #expect(request.groups.contains("system:serviceaccounts:open-cluster-management"))
    let pending = CertificateSigningRequest(try Recording.items("01-csr-pending")[1])
    #expect(pending.isPending)
    #expect(pending.certificatePEM == nil)
  }

  @Test("what a view does not know is kept when something is changed")
  func keepsUnknownFields() throws {
    let value = try Recording.body("06-managedcluster-available")
    var cluster = ManagedCluster(value)
    cluster.value.set("x", at: "metadata", "annotations", "example.com/a")
    cluster.value.set(nil, at: "metadata", "annotations")
    #expect(cluster.value == value)
  }
}
