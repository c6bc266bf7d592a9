import Documents
import FoundationEssentials
import KubernetesClient
import OpenClusterManagement
import Testing

@testable import Workflows

@Suite struct ImportPlanTests {
  private let pair = Pair()

  private func plan(
    _ change: (inout ImportRequest) -> Void = { _ in }
  ) async throws -> Plan<ImportReport> {
    var request = ImportRequest(name: "c1")
    change(&request)
    return try await pair.runner(.plan).prepare(Import(request), on: pair.clusters)
  }

  private func failure(
    _ change: (inout ImportRequest) -> Void = { _ in }
  ) async -> WorkflowError? {
    await #expect(throws: WorkflowError.self) { try await plan(change) }
  }

  @Test func listsEverythingForANewCluster() async throws {
    let plan = try await plan()
    #expect(
      plan.summaries.map(\.id) == [
        "record", "credential", "operator", "agent", "approve", "certificate", "accept",
        "registered", "connection", "revoke",
      ])
    #expect(plan.hasDifferences)
    #expect(pair.hub.writes.isEmpty && pair.managed.writes.isEmpty)
    let created = plan.changes.filter { $0.action == .create }.map(\.object.description)
    #expect(created.contains("ManagedCluster c1"))
    #expect(created.contains("Klusterlet klusterlet"))
    #expect(created.contains("Secret open-cluster-management-agent/bootstrap-hub-kubeconfig"))
  }

  @Test func writesNoTokenIntoAPlan() async throws {
    let runner = pair.runner(.planWithDiff)
    let plan = try await runner.prepare(
      Import(ImportRequest(name: "c1")), on: pair.clusters)
    let secret = try #require(
      plan.changes.first { $0.object.name == Names.Secret.bootstrapHubKubeconfig })
    let lines = secret.lines.map(\.text)
    #expect(lines.contains { $0.contains("kubeconfig:") && $0.contains(Masking.mask) })
    #expect(!JSON.text(plan.document).contains("LS0t"))
  }

  @Test func refusesNamesBeforeAnythingIsRead() async {
    for name in ["", "Upper", "a_b", "-a", String(repeating: "a", count: 64), "default"] {
      let error = await failure { $0.name = name }
      #expect(error?.id == .invalidClusterName)
      #expect(error?.category == .usage)
    }
  }

  @Test func refusesAHubWithoutOCM() async {
    let bare = StaticCluster.kubernetes(uid: "hub-uid")
    let clusters = Clusters(
      hub: bare.access("hub", server: "https://hub.example"), managed: pair.clusters.managed)
    let error = await #expect(throws: WorkflowError.self) {
      try await pair.runner(.persist).prepare(Import(ImportRequest(name: "c1")), on: clusters)
    }
    #expect(error?.id == .hubOCMMissing)
    #expect(error?.category == .refused)
  }

  @Test func refusesTheNameOfAnotherCluster() async {
    pair.hub.put(.managedClusters, record(identity: "someone-else"))
    let error = await failure()
    #expect(error?.id == .identityConflict)
    #expect(error?.why?.contains("someone-else") == true)
    #expect(error?.why?.contains("cluster-uid") == true)
  }

  @Test func refusesARecordThatAnUnknownClusterJoinedUnder() async {
    pair.hub.put(.managedClusters, record(identity: nil))
    #expect(await failure()?.id == .identityConflict)
  }

  @Test func takesARecordThatNobodyJoinedUnder() async throws {
    pair.hub.put(
      .managedClusters,
      record(identity: nil, isAccepted: false, isJoined: false, isAvailable: false))
    let plan = try await plan()
    #expect(plan.summaries.first?.changes.first?.action == .update)
  }

  @Test func refusesAClusterThatIsThereUnderAnotherName() async {
    pair.hub.put(.managedClusters, record("old-name"))
    let error = await failure()
    #expect(error?.id == .importedUnderOtherName)
    #expect(error?.what.contains("old-name") == true)
  }

  /// Of two imports at the same time the later one leaves a record, which is not in the way of the other's cluster.
  @Test func goesOnThoughASecondRecordIsOfTheSameCluster() async throws {
    pair.hub.put(.managedClusters, record("second"))
    pair.hub.put(.managedClusters, record())
    pair.managed.put(.klusterlets, klusterlet("c1"))
    pair.managed.put(
      .secrets,
      kubeconfigSecret(
        "hub-kubeconfig-secret", server: "https://hub.example:6443", clusterName: "c1"))
    let plan = try await plan()
    #expect(plan.warnings.contains { $0.contains("mcctl delete second --hub-only") })
  }

  @Test func takesAClusterOnOnceInARunOfMany() async throws {
    let claims = ClusterClaims()
    let runner = pair.runner(.plan)
    for _ in 1...2 {
      _ = try await runner.prepare(
        Import(ImportRequest(name: "c1"), claims: claims), on: pair.clusters)
    }
    let error = await #expect(throws: WorkflowError.self) {
      try await runner.prepare(
        Import(ImportRequest(name: "c2"), claims: claims), on: pair.clusters)
    }
    #expect(error?.id == .importedUnderOtherName)
    #expect(error?.what == "cannot import the cluster as c2: this run imports it as c1")
  }

  /// Which of two entries is looked at first is chance; the one that the hub knows goes on.
  @Test func aNameThatIsRefusedIsNotInTheWayOfTheRightOne() async throws {
    pair.hub.put(.managedClusters, record())
    pair.managed.put(.klusterlets, klusterlet("c1"))
    let claims = ClusterClaims()
    let runner = pair.runner(.plan)
    let error = await #expect(throws: WorkflowError.self) {
      try await runner.prepare(
        Import(ImportRequest(name: "c2"), claims: claims), on: pair.clusters)
    }
    #expect(error?.what == "cannot import the cluster as c2: it is on the hub as c1")
    _ = try await runner.prepare(
      Import(ImportRequest(name: "c1"), claims: claims), on: pair.clusters)
  }

  @Test func refusesAClusterOfAnotherHubUnlessItIsMoved() async throws {
    pair.managed.put(.klusterlets, klusterlet(hub: "other-hub-uid"))
    pair.managed.put(
      .secrets,
      kubeconfigSecret(
        "hub-kubeconfig-secret", server: "https://other.example", clusterName: "c1"))
    let error = await failure()
    #expect(error?.id == .joinedOtherHub)
    #expect(error?.why?.contains("https://other.example") == true)
    let plan = try await plan { $0.move = true }
    #expect(plan.summaries.map(\.id).contains("stale"))
  }

  /// Taken out of the hub alone, under its earlier name: only the agent still knows that.
  @Test func takesAClusterUnderAnotherNameOnceTheHubForgotTheFirst() async throws {
    pair.managed.put(.klusterlets, klusterlet("old-name"))
    pair.managed.put(
      .secrets,
      kubeconfigSecret(
        "hub-kubeconfig-secret", server: "https://hub.example:6443", clusterName: "old-name"))
    let plan = try await plan()
    #expect(plan.summaries.map(\.id).contains("former"))
    #expect(plan.warnings.contains { $0.contains("the agent runs as old-name") })

    pair.hub.put(.managedClusters, record("old-name", identity: nil))
    let error = await failure()
    #expect(error?.id == .importedUnderOtherName)
    #expect(error?.what.contains("old-name") == true)
  }

  @Test func refusesARecordThatIsGoing() async {
    pair.hub.put(.managedClusters, record(finalizers: ["a/b"], isDeleting: true))
    #expect(await failure()?.id == .beingDeleted)
  }

  @Test func refusesALoopbackAddressUnlessItIsAllowed() async throws {
    let error = await failure { $0.hubURL = "https://127.0.0.1:6443" }
    #expect(error?.id == .loopbackURL)
    #expect(error?.category == .refused)
  }

  @Test(arguments: ["http://hub.example", "hub.example:6443", ""])
  func refusesWhatIsNoURL(url: String) async {
    let error = await failure { $0.hubURL = url }
    #expect(error?.category == .usage)
  }

  @Test func needsTheManagedCluster() async {
    let clusters = Clusters(hub: pair.clusters.hub)
    let error = await #expect(throws: WorkflowError.self) {
      try await pair.runner(.persist).prepare(Import(ImportRequest(name: "c1")), on: clusters)
    }
    #expect(error?.id == .noManagedCluster)
  }

  /// A hosted agent runs on the hub, beside the hub's own components.
  @Test func installsAHostedAgentOnTheHub() async throws {
    let plan = try await plan {
      $0.agent.mode = .hosted
      $0.agent.managedKubeconfig = "apiVersion: v1"
    }
    let steps = plan.summaries.filter { ["operator", "agent"].contains($0.id) }
    #expect(steps.map(\.location.side) == [.hub, .hub])
    let names = steps.flatMap(\.changes).map(\.object.description)
    #expect(names.contains("Klusterlet klusterlet-c1"))
    #expect(names.contains("Secret klusterlet-c1/external-managed-kubeconfig"))
  }

  /// A second agent beside the first would register the same cluster and apply the same works.
  @Test func refusesAnAgentOnBothSides() async throws {
    pair.managed.put(.klusterlets, klusterlet())
    let hosting = await failure {
      $0.agent.mode = .hosted
      $0.agent.managedKubeconfig = "apiVersion: v1"
    }
    #expect(hosting?.id == .agentElsewhere)
    #expect(hosting?.next.first?.contains("--agent-mode Singleton") == true)

    let other = Pair()
    var hosted = klusterlet()
    hosted.set("klusterlet-c1", at: "metadata", "name")
    hosted.set("Hosted", at: "spec", "deployOption", "mode")
    other.hub.put(.klusterlets, hosted)
    let own = await #expect(throws: WorkflowError.self) {
      try await other.runner(.plan).prepare(Import(ImportRequest(name: "c1")), on: other.clusters)
    }
    #expect(own?.id == .agentElsewhere)
    #expect(own?.what.contains("on the hub") == true)
    #expect(other.hub.writes.isEmpty && other.managed.writes.isEmpty)
  }

  @Test func asksForTheRightsOfEveryStep() async {
    pair.hub.deny("approve signers", "update managedclusters")
    pair.managed.deny("create clusterroles")
    let error = await #expect(throws: WorkflowError.self) {
      try await pair.runner(.persist).prepare(
        Import(ImportRequest(name: "c1")), on: pair.clusters)
    }
    #expect(error?.id == .notPermitted)
    let why = error?.why ?? ""
    #expect(why.contains("hub: may not approve signers.certificates.k8s.io"))
    #expect(why.contains("hub: may not update managedclusters.register"))
    #expect(why.contains("managed: may not create clusterroles"))
  }
}
