import Documents
import Foundation
import Testing

@testable import Sandbox

/// A registration from the first object in a managed cluster to an available cluster on the hub.
@Suite(.timeLimit(.minutes(5)))
struct RegistrationTests {
  @Test("An agent registers, in one program or two", arguments: ["Singleton", "Default"])
  func registration(mode: String) async throws {
    try await TestFleet.run { fleet in
      try await fleet.installAgent(fleet.installation(mode: mode))
      let name = try await fleet.requestName()
      let waiting = try await fleet.spokeClient.until(.klusterlets, "klusterlet") {
        $0.condition("HubConnectionDegraded")?["reason"]?.string
          == "BootstrapSecretFunctional,HubKubeConfigSecretMissing"
      }
      #expect(waiting.hasCondition("HubConnectionDegraded", .yes))
      // The agent announces itself and asks for a certificate at the same time.
      let cluster = try await fleet.hubClient.until(.managedClusters, TestFleet.cluster) { _ in true
      }
      #expect(cluster.at("spec", "hubAcceptsClient") == false)
      #expect(
        cluster.at("spec", "managedClusterClientConfigs")?[0]?["url"]?.string == fleet.spoke.url)
      let bundle = cluster.at("spec", "managedClusterClientConfigs")?[0]?["caBundle"]?.string
      #expect(bundle == Data(try fleet.spoke.authority.pem.utf8).base64EncodedString())

      let request = try await fleet.hubClient.get(.certificateSigningRequests, name, nil)
      let klusterlet = try await fleet.spokeClient.get(.klusterlets, "klusterlet", nil)
      try check(request, klusterlet, mode: mode)
      #expect(request.condition("Approved") == nil, "the first request is never approved by itself")

      try await fleet.approve(name)
      try await fleet.accept()
      let available = try await fleet.hubClient.until(.managedClusters, TestFleet.cluster) {
        $0.hasCondition(ClusterConditions.available, .yes)
          && $0.hasCondition(ClusterConditions.clockSynced, .yes)
          && $0.at("spec", "taints") == nil
      }
      #expect(available.hasCondition(ClusterConditions.joined, .yes))
      #expect(available.hasCondition(ClusterConditions.accepted, .yes))
      #expect(available.at("status", "version", "kubernetes")?.string?.hasPrefix("v1.") == true)
      #expect(available.label(OCM.clusterSetLabel) == "default")
      #expect(
        Set(available.finalizers) == [OCM.collectionFinalizer, OCM.clusterFinalizer])
      try await fleet.spokeClient.until(.klusterlets, "klusterlet", nil, "connected") {
        $0.hasCondition("HubConnectionDegraded", .no) && $0.hasCondition("Available", .yes)
          && $0.hasCondition("WorkDesiredDegraded", .no) && $0.hasCondition("Applied", .yes)
      }
    }
  }

  private func check(_ request: Value, _ klusterlet: Value, mode: String) throws {
    #expect(request.objectName.hasPrefix("c1-"))
    #expect(request.at("metadata", "generateName") == "c1-")
    #expect(
      request.at("spec", "usages")?.strings
        == ["digital signature", "key encipherment", "client auth"])
    #expect(
      request.at("spec", "username")?.string
        == "system:serviceaccount:open-cluster-management:agent-registration-bootstrap")
    let parsed = try #require(RegistrationRequest(request))
    #expect(parsed.cluster == "c1")
    let agent = parsed.commonName.split(separator: ":").last.map(String.init)
    if mode == "Singleton" {
      #expect(agent == klusterlet.objectUID)
    } else {
      #expect(agent?.count == 5)
    }
  }

  @Test("What the hub makes for an accepted cluster is what a real hub makes")
  func hubObjects() async throws {
    try await TestFleet.run { fleet in
      try await fleet.register()
      let hub = fleet.hubClient
      let namespace = try await hub.get(.namespaces, "c1", nil)
      #expect(namespace.label(OCM.clusterNameLabel) == "c1")
      let lease = try await hub.get(.leases, OCM.leaseName, "c1")
      #expect(lease.at("spec", "holderIdentity") == "managed-cluster-lease")
      #expect(lease.label(OCM.clusterNameLabel) == "c1")
      let role = try await hub.get(
        .clusterRoles, "open-cluster-management:managedcluster:c1", nil)
      #expect(role["rules"] == HubRecording.body("10-clusterrole")["rules"])
      for recorded in HubRecording.body("09-rolebindings")["items"]?.array ?? [] {
        let binding = try await hub.get(.roleBindings, recorded.objectName, "c1")
        #expect(binding["subjects"] == recorded["subjects"])
        #expect(binding["roleRef"] == recorded["roleRef"])
        #expect(binding.finalizers == recorded.finalizers)
      }
    }
  }

  @Test("The Secret with the client certificate has the keys of a real one")
  func hubSecret() async throws {
    try await TestFleet.run { fleet in
      try await fleet.register()
      let secret = try await fleet.spokeClient.get(.secrets, OCM.hubSecret, OCM.agentNamespace)
      let files = SecretFiles.contents(of: secret)
      #expect(
        Set(files.keys) == ["agent-name", "cluster-name", "kubeconfig", "tls.crt", "tls.key"])
      let text = String(decoding: try #require(files["kubeconfig"]), as: UTF8.self)
      let kubeconfig = try YAML.decode(text)
      #expect(kubeconfig["current-context"] == "default-context")
      #expect(kubeconfig["users"]?[0]?.at("user", "client-key") == "tls.key")
    }
  }

  @Test("A cluster that existed before keeps its empty list of URLs")
  func existingCluster() async throws {
    try await TestFleet.run { fleet in
      _ = try await fleet.hubClient.create(
        .managedClusters,
        [
          "apiVersion": "cluster.open-cluster-management.io/v1", "kind": "ManagedCluster",
          "metadata": ["name": "c1"], "spec": ["hubAcceptsClient": true],
        ], nil)
      let cluster = try await fleet.register()
      #expect(cluster.at("spec", "managedClusterClientConfigs") == nil)
    }
  }

  @Test("Ten requests of a cluster stop its agent from making more, until some are deleted")
  func tooManyRequests() async throws {
    try await TestFleet.run { fleet in
      let hub = fleet.hubClient
      let pair = try AgentKeyPair(commonName: "x", organizations: ["y"])
      for index in 0..<CertificateDriver.threshold {
        _ = try await hub.create(
          .certificateSigningRequests,
          [
            "apiVersion": "certificates.k8s.io/v1", "kind": "CertificateSigningRequest",
            "metadata": [
              "name": .string("stale-\(index)"), "labels": [OCM.clusterNameLabel: "c1"],
            ],
            "spec": [
              "request": .string(Data(pair.request).base64EncodedString()),
              "signerName": .string(SigningController.signerName), "usages": ["client auth"],
            ],
          ], nil)
      }
      try await fleet.installAgent(fleet.installation())
      try await hub.until(.managedClusters, "c1")
      try await Task.sleep(for: .milliseconds(600))
      let present = try await hub.items(.certificateSigningRequests)
      #expect(present.allSatisfy { $0.objectName.hasPrefix("stale-") })
      try await hub.delete(.certificateSigningRequests, "stale-0", nil)
      let name = try await fleet.newRequestName()
      #expect(name.hasPrefix("c1-"))
    }
  }
}

extension TestFleet {
  /// The name of the first request that the agent itself made.
  func newRequestName() async throws -> String {
    for await event in hubClient.watch(.certificateSigningRequests, nil)
    where event.object.at("metadata", "generateName")?.string == "\(Self.cluster)-" {
      return event.object.objectName
    }
    throw CancellationError()
  }
}
