import FoundationEssentials
import KubernetesClient
import OpenClusterManagement
import Testing

@testable import Workflows

@Suite("What a fleet file names")
struct FleetInputTests {
  private let samples: BundleSamples

  init() throws {
    samples = try BundleSamples()
    try Data(TestAuthorities.one.utf8).write(to: URL(filePath: "\(samples.folder)/ca.crt"))
  }

  private func inputs(_ environment: [String: String] = [:]) -> FleetInputs {
    FleetInputs(folder: samples.folder, environment: environment)
  }

  private func cluster(_ more: String = "") throws -> (FleetHub, FleetCluster) {
    let text = """
      apiVersion: mcctl.dev/v1
      kind: Fleet
      spec:
        hub: {url: "https://hub.example:6443", caFile: ca.crt}
        clusters:
        - name: c1
          mode: manual
          token: ${TOKEN}
          \(more)
      """
    let fleet = try Workflows.Fleet(parsing: Array(text.utf8), source: "fleet.yaml")
    return (fleet.hub, try #require(fleet.clusters.first))
  }

  @Test("becomes what an import and a bundle take")
  func requests() throws {
    let (hub, cluster) = try cluster(
      "agent: {ocmVersion: 1.2.0, imageRegistry: local/ocm, imageDigests: {registration-operator: \"sha256:12\"}}"
    )
    let online = try cluster.importRequest(hub, inputs())
    #expect(online.hubURL == "https://hub.example:6443")
    #expect(online.hubCABundle == Array(TestAuthorities.one.utf8))
    #expect(online.credentialValidity == .seconds(86_400))
    let images = online.agent.operatorOptions.images
    #expect(
      images.image(.registrationOperator) == "local/ocm/registration-operator:v1.2.0@sha256:12")
    let offline = try cluster.offlineRequest(
      hub, inputs(["TOKEN": "planted"]), toolVersion: "1.2.3")
    #expect(offline.token == Secret("planted"))
  }

  @Test("is missed by name, not by content")
  func missing() throws {
    let (hub, cluster) = try cluster()
    let unset = #expect(throws: WorkflowError.self) {
      try cluster.offlineRequest(hub, inputs(), toolVersion: "1.2.3")
    }
    #expect(unset?.id == .fleetInput)
    #expect(unset?.what.contains("TOKEN") == true)
    let (otherHub, other) = try self.cluster("caFile: nowhere.crt")
    let unreadable = #expect(throws: WorkflowError.self) {
      try other.importRequest(otherHub, inputs())
    }
    #expect(unreadable?.what.contains("nowhere.crt") == true)
  }

  @Test("is checked like flags are")
  func unusable() throws {
    for agent in [
      "{ocmVersion: newest}", "{featureGates: {Unknown: true}}", "{tolerations: [\"a:b:c\"]}",
      "{images: {nginx: x}}", "{limits: {memory: much}}",
    ] {
      let (hub, cluster) = try cluster("agent: \(agent)")
      let error = #expect(throws: WorkflowError.self) {
        try cluster.importRequest(hub, inputs())
      }
      #expect(error?.category == .usage, "\(agent)")
    }
  }
}
