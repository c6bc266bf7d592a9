import Documents
import Foundation
import KubernetesClient
import Testing

@testable import OpenClusterManagement

@Suite("What an agent's manifests must keep to")
struct AgentManifestTests {
  private func options(_ mode: AgentMode, cluster: String = "c1") -> AgentOptions {
    var options = AgentOptions(clusterName: cluster, bootstrap: GoldenManifestTests.bootstrap)
    options.mode = mode
    options.managedKubeconfig = "apiVersion: v1"
    return options
  }

  @Test(
    "namespaces come before what is in them, the CRD before the Klusterlet",
    arguments: AgentMode.allCases)
  func order(_ mode: AgentMode) throws {
    let objects = try AgentManifests(options(mode)).objects()
    var namespaces: Set<String> = []
    for object in objects {
      if object.type == .namespaces { namespaces.insert(object.name) }
      if let namespace = object.namespace {
        #expect(namespaces.contains(namespace), "\(object.reference)")
      }
    }
    let types = objects.map(\.type)
    let definition = try #require(types.firstIndex(of: .customResourceDefinitions))
    #expect(definition < types.count - 1)
    #expect(types.last == .klusterlets)
    #expect(Set(objects.map(\.reference)).count == objects.count)
  }

  @Test("every object names its type, and carries mcctl's label", arguments: AgentMode.allCases)
  func metadata(_ mode: AgentMode) throws {
    for object in try AgentManifests(options(mode)).objects() + HubManifests(HubOptions()).objects()
    {
      #expect(object.value["apiVersion"]?.string == object.type.apiVersion)
      #expect(object.value["kind"]?.string == object.type.kind)
      #expect(object.type.isNamespaced == (object.namespace != nil))
      #expect(
        object.value.at("metadata", "labels", "app.kubernetes.io/managed-by")?.string == "mcctl")
    }
  }

  @Test("a Klusterlet read back says what was asked for", arguments: AgentMode.allCases)
  func readBack(_ mode: AgentMode) throws {
    let manifests = try AgentManifests(options(mode))
    let klusterlet = Klusterlet(manifests.klusterlet().value)
    #expect(klusterlet.clusterName == "c1")
    #expect(klusterlet.mode == mode)
    #expect(klusterlet.agentNamespace == manifests.names.agentNamespace)
    #expect(manifests.bootstrapSecret().namespace == klusterlet.agentNamespace)
  }

  @Test("hosted names stay within their limits and apart from each other")
  func longNames() {
    let long = String(repeating: "x", count: 62)
    let one = AgentNames(clusterName: long + "a", mode: .hosted)
    let other = AgentNames(clusterName: long + "b", mode: .hosted)
    for names in [one, other] {
      #expect(names.klusterlet.count == 63)
      #expect(names.managedNamespace.count == 57)
      #expect(names.managedNamespace.hasPrefix("open-cluster-management-"))
    }
    #expect(one.klusterlet != other.klusterlet)
    #expect(one.managedNamespace != other.managedNamespace)
    #expect(AgentNames(clusterName: "c1", mode: .hosted).klusterlet == "klusterlet-c1")
    #expect(AgentNames.shortened("ab-----------------", to: 12).hasPrefix("ab-"))
  }

  @Test("what a release or mode cannot do is refused")
  func refusals() {
    var old = options(.singleton)
    old.operatorOptions.images.version = OCMVersion(major: 0, minor: 11, patch: 0)
    #expect(
      throws: ManifestOptionError.modeNeedsVersion(.singleton, .init(major: 0, minor: 12, patch: 0))
    ) {
      try AgentManifests(old)
    }
    old.mode = .default
    #expect(throws: Never.self) { try AgentManifests(old) }
    var hosted = options(.hosted)
    hosted.managedKubeconfig = nil
    #expect(throws: ManifestOptionError.hostedNeedsKubeconfig(.hosted)) {
      try AgentManifests(hosted)
    }
  }

  @Test("operators before 0.13 may read all Secrets, later ones only their own")
  func secretRules() {
    func unnamed(_ version: OCMVersion) -> [String] {
      PolicyRule.klusterletOperator(for: version)
        .filter { $0.resources == ["secrets"] && $0.names.isEmpty }.flatMap(\.verbs)
    }
    #expect(unnamed(.standard) == ["create"])
    #expect(unnamed(OCMVersion(major: 0, minor: 12, patch: 0)).contains("list"))
  }

  @Test("the kubeconfig for joining embeds everything and holds both bundles")
  func kubeconfig() throws {
    var join = JoinKubeconfig(
      server: "https://hub:6443", certificateAuthorities: Array("HUB".utf8), token: Secret("t0ken"),
      proxyURL: "http://proxy:3128", proxyCertificateAuthorities: Array("PROXY\n".utf8))
    let value = try YAML.decode(join.text)
    let cluster = try #require(value["clusters"]?[0]?["cluster"])
    #expect(cluster["server"]?.string == "https://hub:6443")
    #expect(cluster["proxy-url"]?.string == "http://proxy:3128")
    let bundle = try #require(cluster["certificate-authority-data"]?.string)
    #expect(Data(base64Encoded: bundle) == Data("HUB\nPROXY\n".utf8))
    #expect(value["users"]?[0]?["user"]?["token"]?.string == "t0ken")
    #expect(value["current-context"]?.string == value["contexts"]?[0]?["name"]?.string)
    #expect(!"\(join)".contains("t0ken"))
    join.certificateAuthorities = nil
    join.proxyCertificateAuthorities = nil
    #expect(!join.text.contains("certificate-authority"))
  }
}
