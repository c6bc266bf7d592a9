import Documents
import Foundation
import Testing

@testable import Sandbox

@Suite(.timeLimit(.minutes(5)))
struct ControllerTests {
  private let cluster = FakeCluster()
  private let pace = Pace()

  private var catalog: KindCatalog { KindCatalog(client: cluster, builtIn: FakeCluster.builtIn) }

  private func namespace(_ name: String) async throws {
    _ = try await cluster.create(.namespaces, ManifestBuilder.namespace(name), nil)
  }

  private func configMap(
    _ name: String, finalizers: [String] = [], owners: [Value] = []
  ) async throws -> Value {
    var metadata: Value = ["name": .string(name)]
    if !finalizers.isEmpty { metadata["finalizers"] = Value(finalizers) }
    if !owners.isEmpty { metadata["ownerReferences"] = .array(owners) }
    return try await cluster.create(
      .configMaps, ["apiVersion": "v1", "kind": "ConfigMap", "metadata": metadata], "ns")
  }

  private func owner(_ object: Value, blocks: Bool = false) -> Value {
    [
      "apiVersion": object["apiVersion"] ?? "", "kind": object["kind"] ?? "",
      "name": .string(object.objectName), "uid": .string(object.objectUID),
      "blockOwnerDeletion": .bool(blocks),
    ]
  }

  @Test("A namespace waits for finalizers in it, says so, and goes when they are gone")
  func namespaceTermination() async throws {
    try await namespace("ns")
    _ = try await configMap("plain")
    _ = try await configMap("held", finalizers: ["example.com/hold"])
    let controller = NamespaceTermination(client: cluster, catalog: catalog, pace: pace)
      .controller(logger: .quiet)
    try await running({ await controller.run() }) {
      try await cluster.delete(.namespaces, "ns", nil)
      let waiting = try await cluster.until(.namespaces, "ns") {
        $0.hasCondition("NamespaceFinalizersRemaining", .yes)
      }
      #expect(
        waiting.condition("NamespaceFinalizersRemaining")?["message"]?.string
          == "Some content in the namespace has finalizers remaining: "
          + "example.com/hold in 1 resource instances")
      #expect(waiting.hasCondition("NamespaceContentRemaining", .yes))
      #expect(waiting.at("status", "phase") == "Terminating")
      try await cluster.untilGone(.configMaps, "plain", "ns")
      try await cluster.removeFinalizers(["example.com/hold"], from: .configMaps, "held", "ns")
      try await cluster.untilGone(.namespaces, "ns")
    }
  }

  @Test("Dependents go with their owner, and stay while another owner is left")
  func garbageCollection() async throws {
    try await namespace("ns")
    let first = try await configMap("first")
    let second = try await configMap("second")
    _ = try await configMap("one-owner", owners: [owner(first)])
    _ = try await configMap("two-owners", owners: [owner(first), owner(second)])
    _ = try await configMap(
      "stranger", owners: [["apiVersion": "nope/v1", "kind": "X", "name": "x", "uid": "u"]])
    let collector = GarbageCollector(
      client: cluster, catalog: catalog, pace: pace, logger: .quiet)
    try await running({ await collector.run() }) {
      try await cluster.delete(.configMaps, "first", "ns")
      try await cluster.untilGone(.configMaps, "one-owner", "ns")
      let kept = try await cluster.until(.configMaps, "two-owners", "ns") {
        $0.ownerReferences.count == 1
      }
      #expect(kept.ownerReferences[0]["name"] == "second")
      #expect(try await cluster.find(.configMaps, "stranger", "ns") != nil)
    }
  }

  @Test("An owner of another incarnation counts as absent")
  func absentOwner() async throws {
    try await namespace("ns")
    var reference = owner(try await configMap("owner"))
    reference["uid"] = "of-an-earlier-one"
    _ = try await configMap("dependent", owners: [reference])
    let collector = GarbageCollector(
      client: cluster, catalog: catalog, pace: pace, logger: .quiet)
    try await running({ await collector.run() }) {
      try await cluster.untilGone(.configMaps, "dependent", "ns")
    }
    #expect(try await cluster.find(.configMaps, "owner", "ns") != nil)
  }

  @Test("Foreground deletion waits for blocking dependents, orphaning lets them stay")
  func propagation() async throws {
    try await namespace("ns")
    let foreground = try await configMap(
      "foreground", finalizers: [PropagationFinalizer.foreground])
    _ = try await configMap(
      "blocking", finalizers: ["example.com/hold"], owners: [owner(foreground, blocks: true)])
    let orphaning = try await configMap("orphaning", finalizers: [PropagationFinalizer.orphan])
    _ = try await configMap("orphan", owners: [owner(orphaning)])
    let collector = GarbageCollector(
      client: cluster, catalog: catalog, pace: pace, logger: .quiet)
    try await running({ await collector.run() }) {
      try await cluster.delete(.configMaps, "foreground", "ns")
      try await cluster.delete(.configMaps, "orphaning", "ns")
      try await cluster.until(.configMaps, "blocking", "ns") { $0.isTerminating }
      #expect(try await cluster.find(.configMaps, "foreground", "ns") != nil)
      try await cluster.removeFinalizers(
        ["example.com/hold"], from: .configMaps, "blocking", "ns")
      try await cluster.untilGone(.configMaps, "foreground", "ns")
      try await cluster.untilGone(.configMaps, "orphaning", "ns")
      #expect(try await cluster.get(.configMaps, "orphan", "ns").ownerReferences.isEmpty)
    }
  }

  @Test("New namespaces get a ServiceAccount and the cluster's CA, again when deleted")
  func defaultServiceAccounts() async throws {
    let controller = DefaultServiceAccounts(
      client: cluster, rootCertificate: "PEM", pace: pace
    ).controller(logger: .quiet)
    try await running({ await controller.run() }) {
      try await namespace("ns")
      let map = try await cluster.until(.configMaps, "kube-root-ca.crt", "ns")
      #expect(map.at("data", "ca.crt") == "PEM")
      let first = try await cluster.until(.serviceAccounts, "default", "ns")
      try await cluster.delete(.serviceAccounts, "default", "ns")
      try await cluster.until(.serviceAccounts, "default", "ns") {
        $0.objectUID != first.objectUID
      }
    }
  }

  @Test("Aggregated roles take the rules of the roles they select")
  func aggregation() async throws {
    let rule = PolicyRule([""], ["pods"], ["get"]).document
    _ = try await cluster.create(
      .clusterRoles,
      [
        "apiVersion": "rbac.authorization.k8s.io/v1", "kind": "ClusterRole",
        "metadata": ["name": "all"], "rules": [],
        "aggregationRule": ["clusterRoleSelectors": [["matchLabels": ["part": "yes"]]]],
      ], nil)
    let controller = ClusterRoleAggregation(client: cluster, pace: pace)
      .controller(logger: .quiet)
    try await running({ await controller.run() }) {
      _ = try await cluster.create(
        .clusterRoles,
        ManifestBuilder.role(
          "one", labels: ["part": "yes"], rules: [PolicyRule([""], ["pods"], ["get"])]), nil)
      try await cluster.until(.clusterRoles, "all") { $0["rules"] == [rule] }
      try await cluster.delete(.clusterRoles, "one", nil)
      try await cluster.until(.clusterRoles, "all") { $0["rules"] == [] }
    }
  }
}
