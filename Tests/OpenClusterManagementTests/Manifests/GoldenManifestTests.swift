import Documents
import KubernetesClient
import Testing

@testable import OpenClusterManagement

@Suite("Manifests, whole")
struct GoldenManifestTests {
  static let bootstrap = JoinKubeconfig(
    server: "https://hub.example.com:6443",
    certificateAuthorities: Array(
      "-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----\n".utf8),
    token: Secret("TOKEN"))

  static var plain: AgentOptions { AgentOptions(clusterName: "c1", bootstrap: bootstrap) }

  private func text(_ objects: [ManifestObject]) -> String { YAML.text(all: objects.map(\.value)) }

  @Test("an agent with mcctl's defaults")
  func agent() throws {
    var options = Self.plain
    options.clusterURL = "https://api.c1.example.com:6443"
    options.clusterIdentity = "11111111-2222-3333-4444-555555555555"
    options.hubIdentity = "66666666-7777-8888-9999-000000000000"
    try Golden.expect(text(AgentManifests(options).objects()), matches: "agent-singleton.yaml")
  }

  @Test("an agent with everything said")
  func agentWithOptions() throws {
    var options = Self.plain
    options.mode = .default
    options.bootstrap.proxyURL = "http://proxy.example.com:3128"
    options.operatorOptions = OperatorOptions(
      images: ImageSource(
        registry: "registry.example.com:5000/ocm/",
        version: OCMVersion(major: 1, minor: 2, patch: 0), pullPolicy: .always,
        overrides: [.work: "registry.example.com/work@sha256:0123"]),
      pullCredentials: Array(#"{"auths":{}}"#.utf8), replicas: 2,
      placement: NodePlacement(
        nodeSelector: ["role": "infra", "arch": "amd64"],
        tolerations: [.init(key: "infra", value: "yes", effect: "NoSchedule"), .init(key: nil)]),
      priorityClassName: "system-cluster-critical", logVerbosity: 4)
    options.featureGates = try FeatureGates(
      parsing: ["ClusterClaim=false", "RawFeedbackJsonString=true"],
      for: FeatureGates.Component.agent)
    options.resources = .quantities(requests: ["cpu": "10m", "memory": "64Mi"], limits: [:])
    options.certificateSeconds = 7200
    options.clusterAnnotations = ["agent.open-cluster-management.io/site": "north"]
    options.hubHostAlias = .init(hostname: "hub.example.com", ip: "10.0.0.1")
    try Golden.expect(text(AgentManifests(options).objects()), matches: "agent-default.yaml")
  }

  @Test("a hosted agent, without the operator that is shared")
  func hosted() throws {
    var options = Self.plain
    options.mode = .singletonHosted
    options.managedKubeconfig = "apiVersion: v1\nkind: Config\n"
    try Golden.expect(text(AgentManifests(options).agentObjects()), matches: "agent-hosted.yaml")
  }

  @Test("a hub with mcctl's defaults")
  func hub() throws {
    try Golden.expect(text(HubManifests(HubOptions()).objects()), matches: "hub.yaml")
  }

  @Test("a ClusterManager with everything said")
  func hubWithOptions() throws {
    var options = HubOptions()
    options.featureGates = try FeatureGates(
      parsing: [
        "ManagedClusterAutoApproval=true", "ManifestWorkReplicaSet=true", "AddonManagement=true",
        "PlacementDebugServer=false",
      ], for: FeatureGates.Component.hub)
    options.autoApprovedUsers = ["system:serviceaccount:a:b"]
    options.resources = .bestEffort
    options.operatorOptions.placement.nodeSelector = ["role": "infra"]
    try Golden.expect(
      text([HubManifests(options).clusterManager()]), matches: "cluster-manager.yaml")
  }

  @Test("the credential of one cluster")
  func joinCredential() throws {
    try Golden.expect(
      text(JoinCredential(clusterName: "c1").objects()), matches: "join-credential.yaml")
  }
}
