import Documents
import KubernetesClient
import OpenClusterManagement
import Testing

@testable import Workflows

/// The pod that tries the way to the hub, and what its status means.
@Suite struct HubProbeTests {
  private func pod(_ state: Value, phase: String = "Pending") -> Value {
    ["status": ["phase": .string(phase), "containerStatuses": [["state": state]]]]
  }

  private func ended(_ code: Int, _ message: String = "curl: (x) words") -> HubProbeVerdict {
    HubProbeVerdict(
      pod(["terminated": ["exitCode": .integer(code), "message": .string(message)]]))
  }

  @Test(arguments: [
    (6, HubProbeVerdict.Cause.nameNotResolved), (7, .refused), (28, .timedOut),
    (60, .certificateRefused), (35, .certificateRefused), (97, .proxy), (127, .image), (9, .other),
  ])
  func tellsWhy(code: Int, cause: HubProbeVerdict.Cause) {
    #expect(ended(code) == .failed(cause, "curl: (x) words (curl exit \(code))"))
  }

  @Test func isThroughOrWaits() {
    #expect(ended(0, "") == .reached)
    #expect(
      HubProbeVerdict(pod(["waiting": ["reason": "ImagePullBackOff", "message": "no"]]))
        == .failed(.image, "ImagePullBackOff: no"))
    #expect(
      HubProbeVerdict(pod(["waiting": ["reason": "ContainerCreating"]]))
        == .running("ContainerCreating"))
    #expect(HubProbeVerdict(["status": ["phase": "Pending"]]) == .running("it has not started yet"))
  }

  /// It shows the hub nothing but that it is there, and nobody else anything at all.
  @Test func carriesNoCredential() throws {
    var agent = AgentSettings()
    agent.hubHostAlias = AgentOptions.HostAlias(hostname: "hub", ip: "10.0.0.1")
    let hub = try ClusterEndpoint(
      url: "https://hub:6443", certificateAuthorities: Array("PEM".utf8), source: .given)
    let probe = HubProbe(cluster: "c1", hub: hub, image: "curl:1", agent: agent)
    #expect(probe.objects.map(\.type.kind) == ["Pod"])
    let pod = probe.objects[0].value
    #expect(pod.at("spec", "automountServiceAccountToken")?.bool == false)
    #expect(pod.at("spec", "hostAliases")?[0]?["ip"]?.string == "10.0.0.1")
    let command = pod.at("spec", "containers")?[0]?["command"]?.array?.compactMap(\.string) ?? []
    #expect(command.last == "https://hub:6443/version" && command.contains("--cacert"))
    agent.operatorOptions.pullCredentials = Array("{}".utf8)
    let pulling = HubProbe(cluster: "c1", hub: hub, image: "curl:1", agent: agent)
    #expect(pulling.objects.map(\.type.kind) == ["Secret", "Pod"])
  }
}
