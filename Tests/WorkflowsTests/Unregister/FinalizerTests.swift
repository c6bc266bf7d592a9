import Documents
import KubernetesClient
import OpenClusterManagement
import Testing

@testable import Workflows

@Suite struct FinalizerTests {
  private let object: Value = [
    "metadata": [
      "uid": "u", "finalizers": ["a.example/x", "open.example/y", "a.example/z"],
      "managedFields": [
        [
          "manager": "backup", "time": "2026-11-01T00:00:00Z",
          "fieldsV1": ["f:metadata": ["f:finalizers": ["v:\"a.example/z\"": [:]]]],
        ]
      ],
    ]
  ]

  /// Each removal is guarded by a test of its place; the last place comes first.
  @Test func takesOffExactlyWhatIsNamed() {
    let patch = FinalizerRemoval.patch(removing: ["a.example/x", "a.example/z"], from: object)
    #expect(
      patch == [
        ["op": "test", "path": "/metadata/uid", "value": "u"],
        ["op": "test", "path": "/metadata/finalizers/2", "value": "a.example/z"],
        ["op": "remove", "path": "/metadata/finalizers/2"],
        ["op": "test", "path": "/metadata/finalizers/0", "value": "a.example/x"],
        ["op": "remove", "path": "/metadata/finalizers/0"],
      ])
    #expect(FinalizerRemoval.patch(removing: ["b.example/x"], from: object).isEmpty)
  }

  @Test func knowsWhoPutThemThere() {
    #expect(
      object.finalizerHolders.map(\.description) == [
        "a.example/x", "open.example/y", "a.example/z (put there by backup)",
      ])
  }

  @Test(
    arguments: [
      (
        "Foreground", UnregisterRequest.WorksPolicy.delete, false, "takes ConfigMap default/a along"
      ),
      ("Orphan", .delete, false, "ConfigMap default/a stays on the cluster"),
      ("Foreground", .orphan, false, "ConfigMap default/a stays on the cluster"),
      ("Foreground", .delete, true, "ConfigMap default/a stays on the cluster"),
    ])
  func saysWhatBecomesOfAWorksObjects(
    deletion: String, policy: UnregisterRequest.WorksPolicy, hubOnly: Bool, note: String
  ) {
    let work = ManifestWork([
      "metadata": ["name": "w"],
      "spec": [
        "deleteOption": ["propagationPolicy": .string(deletion)],
        "workload": [
          "manifests": [["kind": "ConfigMap", "metadata": ["name": "a", "namespace": "default"]]]
        ],
      ],
    ])
    #expect(WorkPreview(work: work, policy: policy, hubOnly: hubOnly).note == note)
  }

  /// As long as the hub's controller runs, nothing of it is taken off in its place.
  @Test(arguments: [(nil, true), (0, true), (1, false)])
  func takesTheHubsFinalizersOffOnlyForNobody(pods: Int?, comesOff: Bool) async throws {
    let hub = StaticCluster.hub()
    if let pods {
      hub.put(
        .deployments,
        [
          "metadata": [
            "name": "cluster-manager-registration-controller",
            "namespace": "open-cluster-management-hub",
          ],
          "spec": ["replicas": 1], "status": ["availableReplicas": .integer(pods)],
        ])
    }
    let held = [Names.Finalizer.apiResourceCleanup, Names.Finalizer.resourceCleanup]
    let cluster = ManagedCluster(
      record(finalizers: ["example.com/x", Names.Finalizer.unregister] + held))
    let reader = hub.access("hub", server: "https://hub.example:6443").reader
    let orphaned = try await HubFinalizers(reader: reader).orphaned(on: cluster)
    #expect(orphaned == (comesOff ? held : []))
  }

  @Test(arguments: [(nil, true), ("2027-01-15T07:59:57Z", true), ("2027-01-15T07:59:59Z", false)])
  func anAgentThatSaidItWouldGoIsGoneWhenItIsSilent(renewed: String?, isOver: Bool) {
    let record = ManagedCluster([
      "spec": ["leaseDurationSeconds": 1],
      "status": ["clusterClaims": [["name": "leaving.mcctl.dev", "value": "true"]]],
    ])
    let lease = renewed.map { Lease(["spec": ["renewTime": .string($0)]]) }
    #expect(AgentDeparture(record: record, lease: lease).isOver(Pair.now) == isOver)
    #expect(!AgentDeparture(record: ManagedCluster([:]), lease: lease).isOver(Pair.now))
  }
}
