import Documents
import FoundationEssentials
import KubernetesClient
import OpenClusterManagement
import Testing

@testable import Workflows

@Suite("Checks of a cluster")
struct ClusterChecksTests {
  private let pair = Pair()

  private func results(
    _ names: [String] = ["c1"], withCluster: Bool = true
  ) async throws -> [String: CheckVerdict] {
    let clusters = Clusters(
      hub: pair.clusters.hub, managed: withCluster ? pair.clusters.managed : nil)
    let report = try await ClusterChecks(names: names, options: CheckOptions(now: { Pair.now }))
      .report(on: clusters)
    #expect(report.results.count == CheckCatalogue.cluster.count * names.count)
    return Dictionary(
      report.results.map { ($0.article.id, $0.verdict) }, uniquingKeysWith: { first, _ in first })
  }

  @Test(
    "without a kubeconfig the hub's side is looked at, and the rest skipped with what is missing")
  func hubSide() async throws {
    pair.hub.put(.managedClusters, record())
    let results = try await results(withCluster: false)
    #expect(results["cluster.registered"]?.level == .pass)
    #expect(results["cluster.lease"]?.level == .fail)
    #expect(results["agent.api"]?.level == .skip)
    #expect(results["agent.klusterlet"]?.level == .skip)
    #expect(results["path.to-hub"]?.level == .skip)
    #expect(results["path.address"]?.level == .warn)
  }

  @Test(
    "without a Klusterlet the agent is missing, or hosted elsewhere when the hub hears from it",
    arguments: [(true, CheckLevel.skip), (false, .fail)])
  func hosted(isAvailable: Bool, level: CheckLevel) async throws {
    pair.hub.put(.managedClusters, record(isAvailable: isAvailable))
    let results = try await results()
    #expect(results["agent.definitions"]?.level == level)
    #expect(results["agent.operator"]?.level == .skip)
    #expect(results["agent.klusterlet"]?.level == .skip)
  }

  @Test("a name that the hub does not know fails once")
  func unknown() async throws {
    let results = try await results(["nope"], withCluster: false)
    #expect(results.filter { $0.value.level == .fail }.map(\.key) == ["cluster.record"])
  }

  @Test("what a blocker needs is in the command to go on with")
  func blocker() async throws {
    pair.hub.put(
      .managedClusters, record(isAccepted: false, isJoined: false, isAvailable: false))
    let verdict = try #require(try await results(withCluster: false)["cluster.registered"])
    #expect(verdict.level == .fail)
    #expect(verdict.next == ["mcctl accept c1 --context hub"])
  }

  private func putAgent(_ conditions: [(String, String, String)]) {
    var klusterlet = klusterlet()
    klusterlet.set(
      .array(
        conditions.map {
          ["type": .string($0.0), "status": .string($0.1), "reason": .string($0.2), "message": "m"]
        }), at: "status", "conditions")
    pair.managed.serve(.appliedManifestWorks, .clusterClaims)
    pair.managed.put(.klusterlets, klusterlet)
  }

  @Test(
    "each reason of HubConnectionDegraded has its remedy",
    arguments: [
      ("BootstrapSecretFunctional,HubKubeConfigSecretMissing", CheckLevel.warn, "mcctl accept c1"),
      ("BootstrapSecretFunctional,HubKubeConfigUnauthorized", .warn, "mcctl accept c1"),
      ("BootstrapSecretUnauthorized,HubKubeConfigSecretMissing", .fail, "mcctl import c1"),
      ("BootstrapSecretMissing,HubKubeConfigSecretMissing", .fail, "mcctl import c1"),
      ("BootstrapSecretFunctional,HubKubeConfigError", .fail, "mcctl import c1"),
      ("SomethingNew,Else", .fail, "kubectl"),
    ])
  func remedies(reason: String, level: CheckLevel, command: String) async throws {
    pair.hub.put(.managedClusters, record())
    putAgent([("Applied", "True", "A"), ("HubConnectionDegraded", "True", reason)])
    let verdict = try #require(try await results()["agent.klusterlet"])
    #expect(verdict.level == level, "\(verdict)")
    #expect(verdict.next.first?.contains(command) == true, "\(verdict.next)")
  }

  @Test("what the operator said before the agent was let in is no trouble")
  func oldWord() async throws {
    pair.hub.put(.managedClusters, record())
    let reason = "BootstrapSecretFunctional,HubKubeConfigSecretMissing"
    putAgent([("Applied", "True", "A"), ("HubConnectionDegraded", "True", reason)])
    var secret = kubeconfigSecret(
      "hub-kubeconfig-secret", server: "https://hub.example:6443", clusterName: "c1")
    let certificate = Data(TestAuthorities.one.utf8).base64EncodedString()
    secret.set(.string(certificate), at: "data", "tls.crt")
    pair.managed.put(.secrets, secret)
    let verdict = try #require(try await results()["agent.klusterlet"])
    #expect(verdict.level == .pass && verdict.next.isEmpty, "\(verdict)")
  }

  @Test("another cluster, another hub, another agent's works")
  func strangers() async throws {
    pair.hub.put(.managedClusters, record(identity: "other"))
    putAgent([("Applied", "True", "A")])
    pair.managed.put(
      .secrets, kubeconfigSecret("bootstrap-hub-kubeconfig", server: "https://elsewhere:6443"))
    pair.managed.put(
      .appliedManifestWorks,
      ["metadata": ["name": "old"], "spec": ["agentID": "somebody-else"]])
    var results = try await results()
    #expect(results["agent.identity"]?.level == .fail)
    #expect(results["agent.leftovers"]?.level == .warn)
    #expect(results["agent.leftovers"]?.message.contains("AppliedManifestWork old") == true)
    #expect(results["agent.certificate"]?.level == .fail)
    #expect(results["agent.operator"]?.level == .fail)
    pair.managed.put(.klusterlets, klusterlet(hub: "another-hub"))
    results = try await self.results()
    #expect(results["agent.leftovers"]?.level == .fail)
    #expect(results["agent.leftovers"]?.message.contains("https://elsewhere:6443") == true)
    #expect(pair.hub.writes.isEmpty && pair.managed.writes.isEmpty)
  }

  @Test(
    "how far agent and hub are apart",
    arguments: [
      ("1.3.1", "1.3.1", nil), ("1.3.0", "1.3.1", nil), ("1.1.0", "1.3.1", nil),
      ("1.0.0", "1.3.1", "3 minor releases behind the hub's 1.3.1"),
      ("1.4.0", "1.3.1", "newer than the hub's 1.3.1"),
      ("0.16.0", "1.0.0", "of an older series than the hub's 1.0.0"),
    ] as [(String, String, String?)])
  func skew(agent: String, hub: String, trouble: String?) throws {
    let skew = AgentSkew(agent: try OCMVersion(parsing: agent), hub: try OCMVersion(parsing: hub))
    #expect(skew.trouble == trouble)
  }

  @Test("versions out of images")
  func images() {
    #expect(ImageTag.tag("quay.io:5000/ocm/registration:v1.3.1") == "v1.3.1")
    #expect(ImageTag.tag("quay.io/ocm/registration:v1.3.1@sha256:0123") == "v1.3.1")
    #expect(ImageTag.tag("quay.io:5000/ocm/registration") == nil)
    #expect(ImageTag.version("quay.io/ocm/registration:latest") == nil)
  }
}
