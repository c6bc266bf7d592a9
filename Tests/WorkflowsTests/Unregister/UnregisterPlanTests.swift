import Documents
import KubernetesClient
import OpenClusterManagement
import Testing

@testable import Workflows

@Suite struct UnregisterPlanTests {
  private let pair = Pair()

  init() {
    pair.hub.serve(.events)
  }

  private func plan(
    hubOnly: Bool = false, withManaged: Bool = true,
    _ change: (inout UnregisterRequest) -> Void = { _ in }
  ) async throws -> Plan<UnregisterReport> {
    var request = UnregisterRequest(name: "c1")
    request.hubOnly = hubOnly
    // The namespace's contents are looked at by discovery, which these clusters do not have.
    request.namespace = .purge
    change(&request)
    let clusters = withManaged ? pair.clusters : Clusters(hub: pair.clusters.hub)
    return try await pair.runner(.plan).prepare(Unregister(request), on: clusters)
  }

  private func failure(
    hubOnly: Bool = false, withManaged: Bool = true,
    _ change: (inout UnregisterRequest) -> Void = { _ in }
  ) async -> WorkflowError? {
    await #expect(throws: WorkflowError.self) {
      try await plan(hubOnly: hubOnly, withManaged: withManaged, change)
    }
  }

  private func putRegistered() {
    pair.hub.put(.managedClusters, record())
    pair.hub.put(
      .namespaces,
      [
        "metadata": [
          "name": "c1", "uid": "ns-uid", "labels": [Names.Label.clusterName: "c1"],
        ]
      ])
    pair.managed.put(.klusterlets, klusterlet())
  }

  @Test func goesThroughThePhasesInOrder() async throws {
    putRegistered()
    let plan = try await plan()
    #expect(
      plan.summaries.map(\.id) == [
        "hold", "mark", "users", "addons", "works", "agent", "operator", "sweep", "release",
        "leftovers", "namespace", "record",
      ])
    #expect(pair.hub.writes.isEmpty && pair.managed.writes.isEmpty)
  }

  /// The types of a hosted agent are on the managed cluster, and everything else of it is on the hub.
  @Test(arguments: [false, true])
  func takesTheTypesOfAHostedAgent(hasAgentOfItsOwn: Bool) async throws {
    pair.hub.put(.managedClusters, record())
    var hosted = klusterlet()
    hosted.set("klusterlet-c1", at: "metadata", "name")
    hosted.set("Hosted", at: "spec", "deployOption", "mode")
    pair.hub.put(.klusterlets, hosted)
    putDefinition("appliedmanifestworks.work.open-cluster-management.io")
    if hasAgentOfItsOwn { putDefinition("klusterlets.operator.open-cluster-management.io") }
    let changes = try await plan().summaries.first { $0.id == "types" }?.changes
    let expected =
      hasAgentOfItsOwn ? [] : ["appliedmanifestworks.work.open-cluster-management.io"]
    #expect(changes?.map(\.object.name) == expected)
    #expect(changes?.allSatisfy { $0.location.side == .managed } == true)
  }

  private func putDefinition(_ name: String) {
    pair.managed.put(.customResourceDefinitions, ["metadata": ["name": .string(name)]])
  }

  @Test func goesOnAfterTheRecordWasMarked() async throws {
    putRegistered()
    pair.hub.put(
      .managedClusters, record(finalizers: [Names.Finalizer.unregister], isDeleting: true))
    let plan = try await plan()
    #expect(plan.summaries.map(\.id).prefix(2) == ["users", "addons"])
    #expect(plan.warnings.isEmpty)
  }

  @Test func warnsWhenSomebodyElseDeletedTheRecord() async throws {
    putRegistered()
    pair.hub.put(.managedClusters, record(finalizers: ["a.example/b"], isDeleting: true))
    let warnings = try await plan().warnings
    #expect(warnings.contains { $0.contains("may vanish") })
    #expect(warnings.contains { $0.contains("a.example/b") })
  }

  @Test func knowsNoTrace() async throws {
    let error = await failure()
    #expect(error?.id == .deleteNotFound)
    #expect(error?.category == .notFound)
    let plan = try await plan { $0.ignoresNotFound = true }
    #expect(plan.steps.isEmpty)
  }

  @Test func needsTheClusterUnlessToldOtherwise() async throws {
    putRegistered()
    let error = await failure(withManaged: false)
    #expect(error?.id == .deleteNeedsCluster)
    #expect(error?.why?.contains("the agent and its operator") == true)
    let plan = try await plan(hubOnly: true, withManaged: false)
    #expect(!plan.summaries.map(\.id).contains("agent"))
    #expect(plan.warnings.contains { $0.contains("stays on c1") })
  }

  /// The tests' clock stands at 08:00 on that day.
  @Test(arguments: [("2027-01-15T07:54:00Z", true), ("2027-01-15T07:56:00Z", false)])
  func refusesWorksThatALostAgentHolds(renewed: String, isLost: Bool) async throws {
    putRegistered()
    pair.hub.put(
      .manifestWorks,
      [
        "metadata": [
          "name": "web", "namespace": "c1", "finalizers": [.string(Names.Finalizer.manifestWork)],
        ]
      ])
    pair.hub.put(
      .leases,
      [
        "metadata": ["name": .string(Names.Lease.managedCluster), "namespace": "c1"],
        "spec": ["renewTime": .string(renewed)],
      ])
    guard isLost else {
      #expect(try await plan(hubOnly: true, withManaged: false).summaries.count > 0)
      return
    }
    let error = await failure(hubOnly: true, withManaged: false)
    #expect(error?.id == .worksOrphaned)
    #expect(error?.category == .refused)
    #expect(error?.why?.contains(renewed) == true)
    #expect(error?.next.contains { $0.contains("--lost") } == true)
    let forced = try await plan(hubOnly: true, withManaged: false) { $0.forcesFinalizers = true }
    #expect(forced.summaries.contains { $0.id == "works" })
  }

  /// OCM leaves the right to works only until the cluster has none.
  @Test func keepsTheAgentsRightToWorks() async throws {
    putRegistered()
    for name in [Names.ClusterRole.registration, Names.ClusterRole.work] {
      pair.hub.put(
        .clusterRoles,
        ["metadata": ["name": .string(name)], "rules": [["resources": [.string(name)]]]])
    }
    let step = try await HoldSteps(
      record: ManagedCluster(record()), addOns: [], clusterUID: nil, hasNamespace: true,
      reconciler: pair.context(.planWithDiff).hubReconciler()
    ).hold()
    let role = step.summary.changes.first { $0.object.type == .roles }
    let text = role?.lines.map(\.marked).joined(separator: "\n") ?? ""
    #expect(text.contains(Names.ClusterRole.registration) && text.contains(Names.ClusterRole.work))
  }

  @Test func refusesAnotherCluster() async {
    putRegistered()
    pair.hub.put(.managedClusters, record(identity: "someone-else"))
    let error = await failure()
    #expect(error?.id == .deleteOtherCluster)
    #expect(error?.category == .refused)
  }

  @Test func refusesAnAgentOfAnotherName() async {
    putRegistered()
    pair.managed.put(.klusterlets, klusterlet("c2"))
    #expect(await failure()?.id == .deleteOtherCluster)
  }

  @Test func refusesAClusterThatNothingTiesToTheRecord() async {
    pair.hub.put(.managedClusters, record(identity: nil))
    #expect(await failure()?.id == .deleteOtherCluster)
  }

  @Test func removesAHostedAgentFromTheHub() async throws {
    putRegistered()
    pair.hub.put(
      .klusterlets,
      [
        "metadata": ["name": "klusterlet-c1", "uid": "hosted-uid"],
        "spec": ["clusterName": "c1", "deployOption": ["mode": "Hosted"]],
      ])
    let plan = try await plan()
    let agent = try #require(plan.summaries.first { $0.id == "agent" })
    #expect(agent.location.side == .hub)
    #expect(agent.changes.map(\.object.name) == ["klusterlet-c1"])
  }

  @Test func cleansTheAgentWhenTheRecordIsGoneAlready() async throws {
    pair.managed.put(.klusterlets, klusterlet())
    let ids = try await plan().summaries.map(\.id)
    #expect(ids.contains("agent"))
    #expect(!ids.contains("record"))
  }
}
