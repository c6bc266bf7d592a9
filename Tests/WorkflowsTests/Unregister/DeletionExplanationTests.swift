import Documents
import KubernetesClient
import OpenClusterManagement
import Testing

@testable import Workflows

/// What can hold a deletion back, each by itself: nothing else is named, and nothing is written.
@Suite struct DeletionExplanationTests {
  private let pair = Pair()
  private static let since: Value = "2026-11-22T20:03:14Z"

  init() {
    pair.hub.put(
      .managedClusters,
      record(finalizers: ["cluster.open-cluster-management.io/api-resource-cleanup"]))
  }

  private func blockers() async throws -> [DeletionBlocker] {
    let found = try await DeletionExplanation(name: "c1", now: { Pair.now })
      .findings(on: pair.clusters).blockers
    #expect(pair.hub.writes.isEmpty && pair.managed.writes.isEmpty)
    return found
  }

  private func only(_ kind: DeletionBlocker.Kind) async throws -> DeletionBlocker {
    let found = try await blockers()
    #expect(found.map(\.kind) == [kind], "\(found)")
    return try #require(found.first)
  }

  private func put(
    _ name: String, in namespace: String, on cluster: StaticCluster, available: Int = 0
  ) {
    cluster.put(
      .deployments,
      [
        "metadata": ["name": .string(name), "namespace": .string(namespace)],
        "spec": [
          "replicas": 1, "template": ["metadata": ["labels": ["app": .string(name)]]],
        ],
        "status": ["availableReplicas": .integer(available)],
      ])
  }

  @Test func anAddonThatHasWorkToDoFirst() async throws {
    var addOn: Value = [
      "metadata": [
        "name": "search", "namespace": "c1",
        "finalizers": ["addon.open-cluster-management.io/addon-pre-delete"],
      ]
    ]
    pair.hub.put(.managedClusterAddOns, addOn)
    // Until it is to go, that holds nothing.
    #expect(try await blockers().isEmpty)
    addOn.set(Self.since, at: "metadata", "deletionTimestamp")
    pair.hub.put(.managedClusterAddOns, addOn)
    let blocker = try await only(.addOn)
    #expect(blocker.object == "ManagedClusterAddOn c1/search")
    #expect(blocker.reason.contains("addon-pre-delete"))
    #expect(blocker.since != nil && blocker.who.contains("search"))
    #expect(blocker.command.contains("-n c1 get manifestworks -l"))
  }

  /// Nobody takes OCM's finalizer off the record when the hub's controller does not run, or is not there.
  @Test(arguments: [0, nil] as [Int?])
  func aHubWithoutItsController(available: Int?) async throws {
    pair.hub.put(
      .managedClusters,
      record(
        finalizers: ["cluster.open-cluster-management.io/api-resource-cleanup"], isDeleting: true))
    let (namespace, name) = (
      "open-cluster-management-hub", "cluster-manager-registration-controller"
    )
    if let available { put(name, in: namespace, on: pair.hub, available: available) }
    let blocker = try await only(.controller)
    #expect(blocker.object == "ManagedCluster c1" && blocker.since != nil)
    #expect(
      blocker.reason.hasSuffix(
        available == nil ? "which is not there" : "which has 0 of 1 pod available"))
    put(name, in: namespace, on: pair.hub, available: 1)
    #expect(try await blockers().isEmpty)
  }

  @Test func anAgentWithoutItsOperator() async throws {
    var agent = klusterlet()
    agent.set(Self.since, at: "metadata", "deletionTimestamp")
    pair.managed.put(.klusterlets, agent)
    let blocker = try await only(.controller)
    #expect(blocker.object == "Klusterlet klusterlet")
    #expect(blocker.reason.contains("Deployment open-cluster-management/klusterlet"))
    #expect(blocker.who == "the administrator of c1")
  }

  @Test func aConversionThatNobodyAnswers() async throws {
    pair.hub.serve(.validatingWebhookConfigurations, .mutatingWebhookConfigurations)
    pair.hub.put(
      .customResourceDefinitions,
      [
        "metadata": ["name": "manifestworks.work.open-cluster-management.io"],
        "spec": [
          "conversion": [
            "strategy": "Webhook",
            "webhook": [
              "clientConfig": ["service": ["namespace": "hooks", "name": "convert"]]
            ],
          ]
        ],
      ])
    pair.hub.serve(.services)
    let missing = try await only(.webhook)
    #expect(missing.reason.contains("there is no Service hooks/convert"))
    pair.hub.put(
      .services,
      [
        "metadata": ["name": "convert", "namespace": "hooks"],
        "spec": ["selector": ["app": "convert"]],
      ])
    put("convert", in: "hooks", on: pair.hub)
    let dead = try await only(.webhook)
    #expect(
      dead.object == "CustomResourceDefinition manifestworks.work.open-cluster-management.io")
    #expect(dead.reason.contains("converted between versions") && dead.reason.contains("0 of 1"))
    put("convert", in: "hooks", on: pair.hub, available: 1)
    #expect(try await blockers().isEmpty)
  }

  @Test func aNamespaceThatStaysTerminating() async throws {
    pair.hub.put(
      .namespaces,
      [
        "metadata": ["name": "c1", "deletionTimestamp": Self.since],
        "status": [
          "phase": "Terminating",
          "conditions": [
            [
              "type": "NamespaceFinalizersRemaining", "status": "True",
              "message": "Some content in the namespace has finalizers remaining: a.example/x",
            ]
          ],
        ],
      ])
    let blocker = try await only(.namespace)
    #expect(blocker.object == "Namespace c1" && blocker.since != nil)
    #expect(blocker.reason.contains("finalizers remaining: a.example/x"))
  }

  @Test func aWorkOfAnAgentThatIsSilent() async throws {
    pair.hub.put(
      .leases,
      [
        "metadata": ["name": "managed-cluster-lease", "namespace": "c1"],
        "spec": ["leaseDurationSeconds": 60, "renewTime": "2026-11-22T20:03:14.000000Z"],
      ])
    pair.hub.put(
      .manifestWorks,
      [
        "metadata": [
          "name": "app", "namespace": "c1", "deletionTimestamp": Self.since,
          "finalizers": ["cluster.open-cluster-management.io/manifest-work-cleanup"],
        ]
      ])
    let blocker = try await only(.work)
    #expect(blocker.object == "ManifestWork c1/app" && blocker.who == "the agent of c1")
    #expect(blocker.command == "mcctl delete c1 --lost")
  }
}
