import Documents
import KubernetesClient
import OpenClusterManagement
import Testing

@testable import Workflows

/// What `init` waits for on a hub that worked before the change.
@Suite struct HubWaitTests {
  private let pair = Pair()

  private func put(observed: Int = 3, deployment updated: Int = 1) {
    let types: [ResourceType] = [
      .managedClusters, .managedClusterSets, .manifestWorks, .managedClusterAddOns,
    ]
    for type in types {
      pair.hub.put(
        .customResourceDefinitions,
        [
          "metadata": ["name": .string(type.qualifiedName)],
          "status": ["conditions": [["type": "Established", "status": "True"]]],
        ])
    }
    let conditions = [
      ("Applied", "True"), ("Progressing", "False"), ("HubRegistrationDegraded", "False"),
      ("HubPlacementDegraded", "False"),
    ]
    pair.hub.put(
      .clusterManagers,
      [
        "metadata": ["name": "cluster-manager", "generation": 3],
        "status": [
          "observedGeneration": .integer(observed),
          "conditions": .array(
            conditions.map { ["type": .string($0.0), "status": .string($0.1)] }),
        ],
      ])
    pair.hub.serve(.pods)
    for (namespace, name) in [
      ("open-cluster-management", "cluster-manager"),
      ("open-cluster-management-hub", "cluster-manager-registration-controller"),
    ] {
      pair.hub.put(
        .deployments,
        [
          "metadata": [
            "name": .string(name), "namespace": .string(namespace), "generation": 2,
          ],
          "spec": ["replicas": 1],
          "status": [
            "observedGeneration": 2, "replicas": 1, "readyReplicas": 1, "availableReplicas": 1,
            "updatedReplicas": .integer(namespace.hasSuffix("hub") ? updated : 1),
          ],
        ])
    }
  }

  private func wait(_ deadline: Deadline) async throws {
    let workflow = OneStep { planning in
      HubWait(reader: planning.hub, location: planning.hubLocation).step()
    }
    _ = try await PlanRunner(mode: .persist, deadline: deadline).run(workflow, on: pair.clusters)
  }

  @Test func endsWhenTheChangeIsRolledOut() async throws {
    put()
    try await wait(.after(.seconds(20)))
  }

  /// All conditions say what they said before the change: about the change they say nothing yet.
  @Test(arguments: [
    (2, 1, "not looked at the latest change"), (3, 0, "0 of 1 pods run the latest change"),
  ])
  func doesNotTakeTheHubOfBeforeForTheNewOne(
    observed: Int, updated: Int, words: String
  ) async throws {
    put(observed: observed, deployment: updated)
    // Shorter than a second, after which the pods are looked at, too.
    let error = await #expect(throws: WorkflowError.self) {
      try await wait(.after(.milliseconds(600)))
    }
    #expect(error?.id == .timedOut)
    let told = "\(error?.why ?? "") \(error?.what ?? "")"
    #expect(told.contains(words), "\(told)")
  }
}
