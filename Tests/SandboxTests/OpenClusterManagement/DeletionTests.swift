import Documents
import Foundation
import Testing

@testable import Sandbox

/// What happens when clusters, agents and hubs are taken away.
@Suite(.timeLimit(.minutes(5)))
struct DeletionTests {
  private func addon(_ name: String, priority: Int? = nil, finalizer: String? = nil) -> Value {
    var metadata: Value = ["name": .string(name)]
    if let priority {
      metadata["annotations"] = [OCM.cleanupPriority: .string(String(priority))]
    }
    if let finalizer { metadata["finalizers"] = [.string(finalizer)] }
    return [
      "apiVersion": "addon.open-cluster-management.io/v1alpha1", "kind": "ManagedClusterAddOn",
      "metadata": metadata, "spec": [:],
    ]
  }

  private func work(_ name: String) -> Value {
    [
      "apiVersion": "work.open-cluster-management.io/v1", "kind": "ManifestWork",
      "metadata": ["name": .string(name)],
      "spec": [
        "workload": [
          "manifests": [
            [
              "apiVersion": "v1", "kind": "ConfigMap",
              "metadata": ["name": .string(name), "namespace": "default"],
            ]
          ]
        ]
      ],
    ]
  }

  @Test("A deleted cluster goes as on a real hub: addons, works, then itself; the rest stays")
  func clusterDeletion() async throws {
    try await TestFleet.run { fleet in
      try await fleet.register()
      let hub = fleet.hubClient
      _ = try await hub.create(.manifestWorks, work("hello"), "c1")
      try await hub.until(.manifestWorks, "hello", "c1") { $0.hasCondition("Applied", .yes) }
      _ = try await hub.create(
        .managedClusterAddOns, addon("demo", finalizer: "example.com/addon-cleanup"), "c1")
      try await hub.addFinalizers(["example.com/user-cleanup"], to: .managedClusters, "c1")
      try await hub.delete(.managedClusters, "c1", nil)

      let waiting = try await hub.until(.managedClusters, "c1") {
        $0.condition(ClusterConditions.deleting) != nil
      }
      let recorded = HubRecording.body("18-deleting-addon-pending").condition("Deleting")
      #expect(waiting.condition("Deleting")?["message"] == recorded?["message"])
      #expect(waiting.condition("Deleting")?["reason"] == recorded?["reason"])
      try await hub.untilGone(
        .clusterRoles, "open-cluster-management:managedcluster:c1")
      try await hub.untilGone(
        .roleBindings, "open-cluster-management:managedcluster:c1:registration", "c1")
      #expect(try await hub.get(.manifestWorks, "hello", "c1").isTerminating == false)
      let binding = "open-cluster-management:managedcluster:c1:work"
      #expect(try await hub.get(.roleBindings, binding, "c1").isTerminating)

      try await hub.removeFinalizers(
        ["example.com/addon-cleanup"], from: .managedClusterAddOns, "demo", "c1")
      try await hub.untilGone(.manifestWorks, "hello", "c1")
      try await fleet.spokeClient.untilGone(.configMaps, "hello", "default")
      let last = try await hub.until(.managedClusters, "c1") {
        $0.finalizers == ["example.com/user-cleanup"]
      }
      #expect(last.condition("Deleting")?["reason"] == "NoResource")
      try await hub.untilGone(.roleBindings, binding, "c1")
      try await hub.removeFinalizers(
        ["example.com/user-cleanup"], from: .managedClusters, "c1")
      try await hub.untilGone(.managedClusters, "c1")
      #expect(try await hub.get(.namespaces, "c1", nil).isTerminating == false)
      #expect(try await hub.find(.leases, OCM.leaseName, "c1") != nil)
      #expect(try await hub.items(.certificateSigningRequests).count == 1)
    }
  }

  @Test("Addons are deleted in order of their cleanup priority")
  func cleanupPriority() async throws {
    try await TestFleet.run { fleet in
      let hub = fleet.hubClient
      _ = try await hub.create(.namespaces, ManifestBuilder.namespace("c2"), nil)
      _ = try await hub.create(
        .managedClusterAddOns, addon("first", finalizer: "example.com/hold"), "c2")
      _ = try await hub.create(.managedClusterAddOns, addon("last", priority: 50), "c2")
      _ = try await hub.create(
        .managedClusters,
        [
          "apiVersion": "cluster.open-cluster-management.io/v1", "kind": "ManagedCluster",
          "metadata": ["name": "c2"], "spec": ["hubAcceptsClient": false],
        ], nil)
      try await hub.until(.managedClusters, "c2") { !$0.finalizers.isEmpty }
      try await hub.delete(.managedClusters, "c2", nil)
      try await hub.until(.managedClusterAddOns, "first", "c2") { $0.isTerminating }
      try await hub.until(.managedClusters, "c2") {
        $0.condition("Deleting")?["message"]?.string?.contains("remaining count is 2") == true
      }
      #expect(try await hub.get(.managedClusterAddOns, "last", "c2").isTerminating == false)
      try await hub.removeFinalizers(
        ["example.com/hold"], from: .managedClusterAddOns, "first", "c2")
      try await hub.untilGone(.managedClusters, "c2")
      #expect(try await hub.items(.managedClusterAddOns, "c2").isEmpty)
    }
  }

  @Test("A deleted Klusterlet takes agents, permissions and namespaces along, not the definitions")
  func klusterletDeletion() async throws {
    try await TestFleet.run { fleet in
      try await fleet.register()
      let spoke = fleet.spokeClient
      _ = try await fleet.hubClient.create(.manifestWorks, work("kept"), "c1")
      try await fleet.hubClient.until(.manifestWorks, "kept", "c1") {
        $0.hasCondition("Applied", .yes)
      }
      try await spoke.delete(.klusterlets, "klusterlet", nil)
      try await spoke.untilGone(.klusterlets, "klusterlet")
      try await spoke.untilGone(.namespaces, OCM.agentNamespace)
      try await spoke.untilGone(.namespaces, OCM.addonNamespace)
      let records = try await spoke.items(.appliedManifestWorks)
      #expect(records.count == 1)
      #expect(records.first?.finalizers.isEmpty == true)
      #expect(try await spoke.find(.configMaps, "kept", "default") != nil)
      let roles = try await spoke.items(.clusterRoles)
        .filter { $0.label(OCM.createdByKlusterlet) != nil }
      #expect(roles.isEmpty)
      #expect(try await spoke.find(.deployments, "klusterlet", OCM.operatorNamespace) != nil)
    }
  }

  @Test("Without its operator a Klusterlet stays for ever")
  func operatorGone() async throws {
    try await TestFleet.run { fleet in
      try await fleet.register()
      let spoke = fleet.spokeClient
      try await spoke.delete(.deployments, "klusterlet", OCM.operatorNamespace)
      try await TestFleet.untilEmpty(spoke, OCM.operatorNamespace)
      try await spoke.delete(.klusterlets, "klusterlet", nil)
      try await Task.sleep(for: .milliseconds(800))
      #expect(try await spoke.get(.klusterlets, "klusterlet", nil).isTerminating)
    }
  }

  @Test("A cluster deleted on the hub alone is not asked for again by its agent")
  func hubOnlyDeletion() async throws {
    try await TestFleet.run { fleet in
      try await fleet.register()
      let hub = fleet.hubClient
      try await hub.delete(.managedClusters, "c1", nil)
      try await hub.untilGone(.managedClusters, "c1")
      let secret = try await fleet.spokeClient.get(.secrets, OCM.hubSecret, OCM.agentNamespace)
      try await Task.sleep(for: .seconds(1))
      #expect(try await hub.find(.managedClusters, "c1") == nil)
      #expect(try await hub.items(.certificateSigningRequests).count == 1)
      #expect(
        try await fleet.spokeClient.get(.secrets, OCM.hubSecret, OCM.agentNamespace)["data"]
          == secret["data"])
    }
  }

  @Test("A deleted ClusterManager takes the hub along, and every cluster with it")
  func hubDeletion() async throws {
    try await TestFleet.run { fleet in
      let hub = fleet.hubClient
      try await hub.delete(.clusterManagers, PreparedHub.clusterManagerName, nil)
      try await hub.untilGone(.clusterManagers, PreparedHub.clusterManagerName)
      try await hub.untilGone(.namespaces, OCM.hubNamespace)
      for definition in HubDefinitions.all {
        try await hub.untilGone(.customResourceDefinitions, definition.name)
      }
    }
  }
}
