import Documents
import FoundationEssentials
import KubernetesClient
import OpenClusterManagement
import Testing

@testable import Workflows

@Suite("Checks of a hub")
struct HubChecksTests {
  private let pair = Pair()

  init() {
    pair.hub.serve(
      .clusterManagers, .clusterManagementAddOns, .services, .validatingWebhookConfigurations,
      .mutatingWebhookConfigurations)
    pair.hub.put(
      .clusterManagers,
      [
        "metadata": ["name": "cluster-manager", "generation": 1],
        "spec": ["registrationImagePullSpec": "quay.io/ocm/registration:v1.3.1"],
        "status": [
          "conditions": .array(
            [
              ("Applied", "True"), ("Progressing", "False"), ("HubRegistrationDegraded", "False"),
              ("HubPlacementDegraded", "False"), ("ValidFeatureGates", "True"),
            ].map {
              ["type": .string($0), "status": .string($1), "reason": "Test", "message": "m"]
            })
        ],
      ])
    put("cluster-manager", in: "open-cluster-management")
    put("cluster-manager-registration-webhook", in: "open-cluster-management-hub")
  }

  private func put(
    _ deployment: String, in namespace: String, available: Int = 1, tag: String = "v1.3.1"
  ) {
    pair.hub.put(
      .deployments,
      [
        "metadata": ["name": .string(deployment), "namespace": .string(namespace)],
        "spec": [
          "replicas": 1, "selector": ["matchLabels": ["app": .string(deployment)]],
          "template": [
            "metadata": ["labels": ["app": .string(deployment)]],
            "spec": ["containers": [["image": .string("quay.io/ocm/operator:\(tag)")]]],
          ],
        ],
        "status": ["availableReplicas": .integer(available)],
      ])
  }

  private func levels() async throws -> [String: CheckResult] {
    let report = try await HubChecks(options: CheckOptions(now: { Pair.now }))
      .report(on: pair.clusters.hub)
    #expect(report.results.count == CheckCatalogue.hub.count)
    return Dictionary(uniqueKeysWithValues: report.results.map { ($0.article.id, $0) })
  }

  @Test("a sound hub has nothing that fails, and nothing is written")
  func sound() async throws {
    pair.hub.put(.managedClusters, record("a"))
    let results = try await levels()
    #expect(results.values.filter { $0.verdict.level == .fail }.map(\.article.id) == [])
    for id in [
      "hub.ocm.installed", "hub.ocm.operator", "hub.ocm.conditions", "hub.ocm.components",
      "hub.ocm.version", "hub.ocm.feature-gates", "fleet.reachable", "hub.requests",
    ] {
      #expect(results[id]?.verdict.level == .pass, "\(id): \(results[id]?.verdict.message ?? "")")
    }
    #expect(results["hub.webhooks.configured"]?.verdict.level == .warn)
    #expect(pair.hub.writes.isEmpty)
  }

  @Test("a component without pods, another release, a condition: each in its own check")
  func installation() async throws {
    put(
      "cluster-manager-registration-webhook", in: "open-cluster-management-hub", available: 0,
      tag: "v1.2.0")
    pair.hub.put(.validatingWebhookConfigurations, webhook(service: "registration"))
    pair.hub.put(
      .services,
      [
        "metadata": ["name": "registration", "namespace": "open-cluster-management-hub"],
        "spec": ["selector": ["app": "cluster-manager-registration-webhook"]],
      ])
    let results = try await levels()
    #expect(results["hub.ocm.components"]?.verdict.level == .fail)
    #expect(results["hub.ocm.version"]?.verdict.level == .warn)
    #expect(results["hub.webhooks.answering"]?.verdict.level == .fail)
    #expect(results["hub.webhooks.authority"]?.verdict.level == .fail)
  }

  private func webhook(service: String) -> Value {
    [
      "metadata": ["name": .string(HubWebhook.configurations[1])],
      "webhooks": [
        [
          "name": "x", "failurePolicy": "Fail",
          "clientConfig": [
            "service": ["namespace": "open-cluster-management-hub", "name": .string(service)]
          ],
        ]
      ],
    ]
  }

  @Test("requests that pile up, stuck deletions, leftovers, gates, addresses")
  func fleet() async throws {
    pair.hub.put(.managedClusters, record("a", isDeleting: true))
    var gated = record("b")
    gated.set("Backup", at: "metadata", "annotations", Names.Annotation.readinessGates)
    pair.hub.put(.managedClusters, gated)
    for number in 0..<10 {
      var request = signingRequest("b-\(number)")
      request.set("b", at: "metadata", "labels", Names.Label.clusterName)
      pair.hub.put(.certificateSigningRequests, request)
    }
    pair.hub.put(
      .namespaces,
      ["metadata": ["name": "gone", "labels": [Names.Label.clusterName: "gone"]]])
    pair.hub.put(
      .clusterRoles,
      ["metadata": ["name": "of-gone", "labels": [Names.Label.clusterName: "gone"]]])
    pair.hub.put(
      .managedClusterAddOns,
      [
        "metadata": ["name": "x", "namespace": "b"],
        "status": [
          "conditions": [["type": "Available", "status": "False", "reason": "R", "message": "m"]]
        ],
      ])
    let results = try await levels()
    for (id, level, words) in [
      ("hub.requests", CheckLevel.fail, "b: 10 requests"), ("fleet.deleting", .warn, "a: "),
      ("fleet.gates", .warn, "b: Backup"), ("fleet.addresses", .warn, "b: no URL"),
      ("fleet.addons", .warn, "b/x: Available is False: m"),
      ("fleet.addon-versions", .warn, "b/x: the hub offers no such addon"),
      ("residue.namespaces", .warn, "gone"), ("residue.rbac", .warn, "gone: ClusterRole of-gone"),
    ] {
      let verdict = try #require(results[id]).verdict
      #expect(verdict.level == level, "\(id): \(verdict.message)")
      #expect(verdict.details.contains { $0.hasPrefix(words) }, "\(id): \(verdict.details)")
    }
  }

  @Test("rights that are missing are listed with the commands that need them")
  func rights() async throws {
    pair.hub.deny("delete managedclusters")
    let verdict = try #require(try await levels()["hub.rights"]).verdict
    #expect(verdict.level == .warn)
    #expect(
      verdict.details == [
        "delete: may not delete managedclusters.cluster.open-cluster-management.io"
      ])
  }

  @Test("a cluster that is no hub: one check fails, and those that need it are skipped")
  func noHub() async throws {
    let stranger = StaticCluster.kubernetes(uid: "x").access("plain", server: "https://plain")
    let report = try await HubChecks(options: CheckOptions(now: { Pair.now })).report(on: stranger)
    #expect(
      report.results.filter { $0.verdict.level == .fail }.map(\.article.id) == ["hub.ocm.installed"]
    )
    #expect(report.count(.skip) > 15)
    #expect(report.worst == .fail)
  }
}
