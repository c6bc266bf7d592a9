import Documents
import KubernetesClient
import OpenClusterManagement
import Testing

@testable import Workflows

@Suite struct AgentRestartTests {
  private let pair = Pair()
  private let namespace = "open-cluster-management-agent"

  init() {
    pair.managed.put(.klusterlets, klusterlet())
  }

  private func putDeployment(_ name: String, at time: String) {
    pair.managed.put(
      .deployments,
      [
        "apiVersion": "apps/v1", "kind": "Deployment",
        "metadata": [
          "name": .string(name), "namespace": .string(namespace), "uid": .string("\(name)-uid"),
          "creationTimestamp": .string(time),
        ],
      ])
  }

  private func putBootstrap(at time: String, manager: String = "mcctl") {
    var secret = kubeconfigSecret(
      "bootstrap-hub-kubeconfig", server: "https://hub.example:6443")
    secret.set(
      [["manager": .string(manager), "operation": "Apply", "time": .string(time)]],
      at: "metadata", "managedFields")
    pair.managed.put(.secrets, secret)
  }

  private func step(rewrites: Bool) async throws -> Step? {
    let context = pair.context()
    let managed = try #require(context.managed)
    let location = try #require(context.managedLocation("c1"))
    return try await AgentRestart(
      klusterlet: "klusterlet", namespace: namespace, reader: managed, location: location
    ).step(rewrites: rewrites)
  }

  /// An import that was killed right after it had written the credential.
  @Test func findsTheDeploymentThatIsOlderThanTheCredential() async throws {
    putBootstrap(at: "2026-11-22T20:03:14Z")
    pair.managed.put(
      .leases,
      ["metadata": ["name": "registration-agent-lock", "namespace": .string(namespace)]])
    putDeployment("klusterlet-registration-agent", at: "2026-11-22T20:03:13Z")
    putDeployment("klusterlet-work-agent", at: "2026-11-22T19:00:00Z")
    let changes = try await step(rewrites: false)?.summary.changes
    #expect(
      changes?.map(\.object.name) == ["klusterlet-registration-agent", "registration-agent-lock"])
    #expect(changes?.allSatisfy { $0.action == .delete } == true)
  }

  /// The operator made it after the credential was there.
  @Test func leavesAnAgentAloneThatStartedWithTheCredential() async throws {
    putBootstrap(at: "2026-11-22T20:03:14Z")
    putDeployment("klusterlet-agent", at: "2026-11-22T20:03:14Z")
    #expect(try await step(rewrites: false) == nil)
  }

  @Test func leavesAnAgentAloneWhoseCredentialAnotherToolWrote() async throws {
    putBootstrap(at: "2026-11-22T20:03:14Z", manager: "kubectl")
    putDeployment("klusterlet-agent", at: "2026-11-22T20:03:13Z")
    #expect(try await step(rewrites: false) == nil)
  }

  @Test func hasNoStepWhereNoAgentRuns() async throws {
    putBootstrap(at: "2026-11-22T20:03:14Z")
    #expect(try await step(rewrites: true) == nil)
  }

  /// The plan of an import with a new credential says that the agent is restarted.
  @Test func importRestartsAnAgentThatRuns() async throws {
    putDeployment("klusterlet-agent", at: "2026-11-22T20:03:13Z")
    let plan = try await pair.runner(.plan).prepare(
      Import(ImportRequest(name: "c1")), on: pair.clusters)
    let ids = plan.summaries.map(\.id)
    let (agent, restart) = (ids.firstIndex(of: "agent"), ids.firstIndex(of: "restart"))
    #expect(try #require(agent) + 1 == restart)
    #expect(
      plan.changes.contains { $0.object.name == "klusterlet-agent" && $0.action == .delete })
  }
}
