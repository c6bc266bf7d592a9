import Documents
import Foundation
import Testing

@testable import Sandbox

/// The hub's webhooks, as writes over its API meet them.
@Suite(.timeLimit(.minutes(5)))
struct AdmissionTests {
  private func cluster(_ spec: Value = [:], labels: Value? = nil) -> Value {
    var metadata: Value = ["name": "c9"]
    metadata["labels"] = labels
    return [
      "apiVersion": "cluster.open-cluster-management.io/v1", "kind": "ManagedCluster",
      "metadata": metadata, "spec": spec,
    ]
  }

  /// The message with which a write is refused.
  private func refusal(_ write: () async throws -> Value) async throws -> String {
    do {
      _ = try await write()
    } catch let failure as APIFailure {
      return failure.message
    }
    throw NeverHappened(description: "the write was not refused")
  }

  @Test("URLs must be https, sets must be joined by right, and accepting needs a right of its own")
  func refusals() async throws {
    try await TestFleet.run { fleet in
      let admin = fleet.hubClient
      let urls: Value = ["managedClusterClientConfigs": [["url": "http://a"]]]
      let wrong = try await refusal { try await admin.create(.managedClusters, cluster(urls), nil) }
      #expect(
        wrong == "admission webhook \"managedclustervalidators.admission.cluster."
          + "open-cluster-management.io\" denied the request: "
          + "url \"http://a\" is invalid in client configs")

      try await admin.ensure(
        .clusterRoles,
        ManifestBuilder.role(
          "some", rules: [PolicyRule([ClusterDefinitions.group], ["managedclusters"], ["*"])]))
      try await admin.ensure(
        .clusterRoleBindings,
        ManifestBuilder.binding(
          "some", role: "some", subjects: [ManifestBuilder.groupSubject("some")]))
      let text = YAML.text(try fleet.hub.kubeconfig(user: "bob", groups: ["some"]))
      let bob = try RemoteClient(
        try HubKubeconfig(Array(text.utf8)), userAgent: "bob", retry: .seconds(1))
      let join = try await refusal {
        try await bob.create(.managedClusters, cluster(), nil)
      }
      #expect(join.contains("cannot add/remove a ManagedCluster to/from ManagedClusterSet"))
      _ = try await admin.create(.managedClusters, cluster(), nil)
      let accept = try await refusal {
        try await bob.patch(
          .managedClusters, "c9", nil, merge: ["spec": ["hubAcceptsClient": true]],
          subresource: nil)
      }
      #expect(accept.contains("user \"bob\" cannot update the HubAcceptsClient field"))
      bob.close()
    }
  }

  @Test("A cluster whose namespace is going cannot be accepted")
  func terminatingNamespace() async throws {
    try await TestFleet.run { fleet in
      let hub = fleet.hubClient
      _ = try await hub.create(.namespaces, ManifestBuilder.namespace("c9"), nil)
      _ = try await hub.create(
        .configMaps,
        [
          "apiVersion": "v1", "kind": "ConfigMap",
          "metadata": ["name": "held", "finalizers": ["example.com/hold"]],
        ], "c9")
      try await hub.delete(.namespaces, "c9", nil)
      let message = try await refusal {
        try await hub.create(.managedClusters, cluster(["hubAcceptsClient": true]), nil)
      }
      #expect(message.hasSuffix("cluster namespace \"c9\" is terminating"))
      try await hub.removeFinalizers(["example.com/hold"], from: .configMaps, "held", "c9")
    }
  }

  @Test("The times of taints are the hub's to set")
  func taints() async throws {
    try await TestFleet.run { fleet in
      let taint: Value = ["key": "example.com/t", "effect": "NoSelect"]
      let created = try await fleet.hubClient.create(
        .managedClusters, cluster(["taints": [taint]]), nil)
      #expect(created.at("spec", "taints")?[0]?["timeAdded"]?.string != nil)
      let message = try await refusal {
        var second = taint
        second["key"] = "example.com/u"
        second["timeAdded"] = "2020-01-01T00:00:00Z"
        let patch: Value = ["spec": ["taints": [second]]]
        return try await fleet.hubClient.patch(
          .managedClusters, "c9", nil, merge: patch, subresource: nil)
      }
      #expect(message.contains("not allowed to set TimeAdded of Taint"))
    }
  }

  @Test("With webhooks configured but not running, writes fail and reads do not")
  func webhooksDown() async throws {
    try await TestFleet.run { fleet in
      let hub = fleet.hubClient
      try await hub.delete(.deployments, "cluster-manager", OCM.operatorNamespace)
      try await TestFleet.untilEmpty(hub, OCM.operatorNamespace)
      try await hub.delete(.deployments, "cluster-manager-registration-webhook", OCM.hubNamespace)
      let message = try await refusal { try await hub.create(.managedClusters, cluster(), nil) }
      #expect(message.contains("failed calling webhook"))
      #expect(try await hub.list(.managedClusters, nil, labelSelector: nil).isEmpty)
    }
  }

  @Test(
    "Works are checked for size, names and duplicates",
    arguments: [
      ([], "manifests should not be empty"),
      ([["kind": "A", "metadata": [:]]], "name must be set in manifest"),
      (
        [
          ["apiVersion": "v1", "kind": "A", "metadata": ["name": "x"]],
          ["apiVersion": "v1", "kind": "A", "metadata": ["name": "x"]],
        ], "duplicate manifest for resource /x with resource type v1.A"
      ), ([["kind": "A", "metadata": ["name": "x"]]], nil),
    ] as [([Value], String?)])
  func works(manifests: [Value], problem: String?) {
    #expect(ManifestWorkAdmission.problem(manifests) == problem)
  }

  @Test("Manifests of more than 500 KiB are too much")
  func workSize() {
    let text = String(repeating: "x", count: ManifestWorkAdmission.limit)
    let manifest: Value = ["kind": "A", "metadata": ["name": "x"], "data": .string(text)]
    #expect(ManifestWorkAdmission.problem([manifest])?.contains("exceeds the 512000 limit") == true)
  }
}
