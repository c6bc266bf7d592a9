import Documents
import Foundation
import Testing

@testable import Sandbox

/// Works on their way into a managed cluster and out again.
@Suite(.timeLimit(.minutes(5)))
struct WorkTests {
  private func configMap(_ name: String, _ data: Value = ["a": "b"]) -> Value {
    [
      "apiVersion": "v1", "kind": "ConfigMap",
      "metadata": ["name": .string(name), "namespace": "default"], "data": data,
    ]
  }

  private func work(_ name: String, _ manifests: [Value], _ spec: Value = [:]) -> Value {
    var spec = spec
    spec["workload"] = ["manifests": .array(manifests)]
    return [
      "apiVersion": "work.open-cluster-management.io/v1", "kind": "ManifestWork",
      "metadata": ["name": .string(name)], "spec": spec,
    ]
  }

  @Test("A work of which a part cannot be applied has the status of a recorded one")
  func partlyFailed() async throws {
    try await TestFleet.run { fleet in
      try await fleet.register()
      let thing: Value = [
        "apiVersion": "nope.example.com/v1", "kind": "Thing",
        "metadata": ["name": "x", "namespace": "default"],
      ]
      _ = try await fleet.hubClient.create(
        .manifestWorks, work("hello", [configMap("hello"), thing]), "c1")
      let applied = try await fleet.hubClient.until(.manifestWorks, "hello", "c1") {
        $0.condition("Available") != nil
      }
      let recorded = HubRecording.body("13-work-partially-failed")
      #expect(withoutTimes(applied["status"]) == withoutTimes(recorded["status"]))
      #expect(applied.finalizers == recorded.finalizers)

      let records = try await fleet.spokeClient.items(.appliedManifestWorks)
      let record = try #require(records.first)
      let klusterlet = try await fleet.spokeClient.get(.klusterlets, "klusterlet", nil)
      #expect(record.at("spec", "agentID")?.string == klusterlet.objectUID)
      #expect(record.at("spec", "hubHash")?.string == WorkReconciler.hash(of: fleet.hub.url))
      #expect(record.objectName == "\(WorkReconciler.hash(of: fleet.hub.url))-hello")
      #expect(record.finalizers == [OCM.appliedWorkFinalizer])
      #expect(record.at("status", "appliedResources") == nil)
      let map = try await fleet.spokeClient.get(.configMaps, "hello", "default")
      #expect(map.ownerReferences.first?["uid"]?.string == record.objectUID)
    }
  }

  @Test("Changes are applied, what is dropped is deleted, and the work takes its objects along")
  func lifeOfAWork() async throws {
    try await TestFleet.run { fleet in
      try await fleet.register()
      let hub = fleet.hubClient
      let spoke = fleet.spokeClient
      _ = try await hub.create(
        .manifestWorks, work("w", [configMap("one"), configMap("two")]), "c1")
      try await hub.until(.manifestWorks, "w", "c1") { $0.hasCondition("Available", .yes) }
      try await spoke.until(.configMaps, "two", "default")
      try await hub.modify(.manifestWorks, "w", "c1") { work in
        work.set([configMap("one", ["a": "c"])], at: "spec", "workload", "manifests")
      }
      try await spoke.until(.configMaps, "one", "default") { $0.at("data", "a") == "c" }
      try await spoke.untilGone(.configMaps, "two", "default")
      try await hub.until(.manifestWorks, "w", "c1") {
        $0.condition("Applied")?["observedGeneration"]?.int == $0.objectGeneration
      }
      try await hub.delete(.manifestWorks, "w", "c1")
      try await hub.untilGone(.manifestWorks, "w", "c1")
      #expect(try await spoke.find(.configMaps, "one", "default") == nil)
      #expect(try await spoke.items(.appliedManifestWorks).isEmpty)
    }
  }

  @Test("Objects of an orphaning work stay when it goes")
  func orphan() async throws {
    try await TestFleet.run { fleet in
      try await fleet.register()
      let spec: Value = ["deleteOption": ["propagationPolicy": "Orphan"]]
      _ = try await fleet.hubClient.create(
        .manifestWorks, work("w", [configMap("stays")], spec), "c1")
      try await fleet.hubClient.until(.manifestWorks, "w", "c1") {
        $0.hasCondition("Applied", .yes)
      }
      #expect(
        try await fleet.spokeClient.get(.configMaps, "stays", "default").ownerReferences.isEmpty)
      try await fleet.hubClient.delete(.manifestWorks, "w", "c1")
      try await fleet.hubClient.untilGone(.manifestWorks, "w", "c1")
      #expect(try await fleet.spokeClient.find(.configMaps, "stays", "default") != nil)
    }
  }

  @Test("What the agent may not touch fails in the API server's words; the rest is applied")
  func forbidden() async throws {
    try await TestFleet.run { fleet in
      try await fleet.register()
      let node: Value = ["apiVersion": "v1", "kind": "Node", "metadata": ["name": "n"]]
      _ = try await fleet.hubClient.create(
        .manifestWorks, work("w", [node, configMap("fine")]), "c1")
      let applied = try await fleet.hubClient.until(.manifestWorks, "w", "c1") {
        $0.hasCondition("Applied", .no)
      }
      let message = applied.at("status", "resourceStatus", "manifests")?[0]?["conditions"]?[0]?[
        "message"]?.string
      #expect(
        message?.contains(
          "User \"system:serviceaccount:open-cluster-management-agent:klusterlet-work-sa\"") == true
      )
      try await fleet.spokeClient.until(.configMaps, "fine", "default")
    }
  }

  @Test("Feedback of a Deployment follows its status")
  func feedback() async throws {
    try await TestFleet.run { fleet in
      try await fleet.register()
      let deployment = ManifestBuilder.deployment(
        ManifestBuilder.Workload(
          name: "web", namespace: "default", app: "web", container: "web", image: "web:1",
          serviceAccount: "default", arguments: []))
      let spec: Value = [
        "manifestConfigs": [
          [
            "resourceIdentifier": [
              "group": "apps", "resource": "deployments", "name": "web", "namespace": "default",
            ], "feedbackRules": [["type": "WellKnownStatus"]],
          ]
        ]
      ]
      _ = try await fleet.hubClient.create(.manifestWorks, work("w", [deployment], spec), "c1")
      let done = try await fleet.hubClient.until(.manifestWorks, "w", "c1", "feedback") {
        let feedback = $0.at("status", "resourceStatus", "manifests")?[0]?["statusFeedback"]
        return feedback?["values"]?.array?.count == 3
      }
      let values = done.at("status", "resourceStatus", "manifests")?[0]?.at(
        "statusFeedback", "values")
      #expect(
        values?[0] == ["fieldValue": ["integer": 1, "type": "Integer"], "name": "ReadyReplicas"])
    }
  }

  private func withoutTimes(_ value: Value?) -> Value {
    switch value {
    case .object(let members):
      .object(
        Object(
          members.filter { $0.key != "lastTransitionTime" }
            .map { ($0.key, withoutTimes($0.value)) }))
    case .array(let elements): .array(elements.map { withoutTimes($0) })
    default: value ?? .null
    }
  }
}
