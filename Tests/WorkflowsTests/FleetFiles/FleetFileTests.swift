import Documents
import FoundationEssentials
import KubernetesClient
import OpenClusterManagement
import Testing

@testable import Workflows

@Suite("Fleet files")
struct FleetFileTests {
  private typealias File = Workflows.Fleet

  private func read(_ text: String) throws(DocumentError) -> File {
    try File(parsing: Array(text.utf8), source: "fleet.yaml")
  }

  private func failure(_ text: String) -> String? {
    (#expect(throws: DocumentError.self) { try read(text) })?.description
  }

  private func fleet(_ specification: String) -> String {
    "apiVersion: mcctl.dev/v1\nkind: Fleet\nspec:\n\(specification)\n"
  }

  @Test("say what holds for all, and each cluster what is different")
  func defaults() throws {
    let fleet = try read(
      fleet(
        """
          hub: {url: "https://hub.example:6443", caFile: ca.crt}
          defaults:
            mode: manual
            labels: {region: north, stage: test}
            gates: [example.com/Ready]
            agent: {imageRegistry: registry.local/ocm, nodeSelector: {a: "1"}}
            token: {file: token}
          clusters:
          - name: c1
          - name: c2
            mode: auto
            labels: {stage: live}
            gates: []
            agent: {nodeSelector: {b: "2"}, featureGates: {ClusterClaim: false}}
            token: ${TOKEN_C2}
            tokenTTL: 12h
        """))
    let (first, second) = (fleet.clusters[0], fleet.clusters[1])
    #expect(fleet.hub.url == "https://hub.example:6443")
    #expect(first.mode == .manual && second.mode == .auto)
    #expect(second.labels == ["region": "north", "stage": "live"])
    #expect(first.gates == ["example.com/Ready"] && second.gates == [])
    #expect(second.agent.imageRegistry == "registry.local/ocm")
    #expect(second.agent.nodeSelector == ["a": "1", "b": "2"])
    #expect(second.agent.featureGates == ["ClusterClaim=false"])
    #expect(first.token == .file("token") && second.token == .environment("TOKEN_C2"))
    #expect(second.tokenTTL == .seconds(43_200))
  }

  @Test("A member that nobody knows is refused with its place")
  func unknown() {
    let error = failure(fleet("  clusters:\n  - name: c1\n    lables: {a: b}"))
    #expect(error?.hasPrefix("fleet.yaml:6:5: .spec.clusters[0].lables is unknown") == true)
    #expect(failure("apiVersion: mcctl.dev/v1\nkind: Fleet\nspec: {clusters: []}\nx: 1") != nil)
  }

  @Test("A name that is used twice is refused with both places")
  func duplicates() {
    let error = failure(fleet("  clusters:\n  - name: c1\n  - name: c2\n  - name: c1"))
    #expect(error?.hasPrefix("fleet.yaml:7:5:") == true)
    #expect(error?.contains("first in line 5") == true)
    #expect(failure(fleet("  clusters:\n  - name: c1\n    name: c2")) != nil)
  }

  @Test(
    "What is missing or of the wrong type is refused",
    arguments: [
      "  clusters:\n  - labels: {a: b}", "  clusters: {}", "  clusters:\n  - name: 7",
      "  clusters:\n  - name: c1\n    gates: one", "  clusters:\n  - name: c1\n    mode: push",
      "  clusters:\n  - name: c1\n    labels: {a: 1}",
      "  clusters:\n  - name: c1\n    tokenTTL: 1 day",
      "  clusters:\n  - name: c1\n    agent: {featureGates: {X: maybe}}",
      "  hub: {hostAlias: {ip: 1.2.3.4}}\n  clusters: []", "  hub: {}",
    ])
  func wrong(specification: String) {
    #expect(failure(fleet(specification))?.hasPrefix("fleet.yaml:") == true)
  }

  @Test("Another version or kind is refused")
  func otherKinds() {
    #expect(failure("apiVersion: mcctl.dev/v2\nkind: Fleet\nspec: {clusters: []}") != nil)
    #expect(failure("apiVersion: mcctl.dev/v1\nkind: Other\nspec: {clusters: []}") != nil)
    #expect(failure("") != nil)
    #expect(failure(fleet("  clusters: []") + "---\n" + fleet("  clusters: []")) != nil)
  }

  @Test(
    "A secret that stands in the file is refused, and not repeated",
    arguments: ["planted-secret", "${A}planted-secret", "{value: planted-secret}", "${1planted}"])
  func inlineSecrets(secret: String) {
    let error = failure(fleet("  clusters:\n  - name: c1\n    token: \"\(secret)\""))
    #expect(error?.contains("must not stand here") == true)
    #expect(error?.contains("planted") == false)
  }

  @Test(
    "Nothing but secrets is had from the environment",
    arguments: [
      "labels: {region: \"${REGION}\"}", "clusterset: ${SET}", "gates: [a, \"${GATE}\"]",
    ])
  func variables(member: String) {
    let error = failure(fleet("  clusters:\n  - name: c1\n    \(member)"))
    #expect(error?.contains("only secrets are had from the environment") == true, "\(error ?? "")")
    #expect(error?.hasPrefix("fleet.yaml:6:") == true, "\(error ?? "")")
  }

  @Test("An alias bomb of 10 MiB is refused at once")
  func bomb() {
    var text = "apiVersion: mcctl.dev/v1\nkind: Fleet\na0: &a0 [x,x,x,x,x,x,x,x,x,x]\n"
    for level in 1...9 {
      let aliases = [String](repeating: "*a\(level - 1)", count: 10).joined(separator: ",")
      text += "a\(level): &a\(level) [\(aliases)]\n"
    }
    text += "# " + String(repeating: "y", count: 10 << 20)
    let start = ContinuousClock.now
    #expect(failure(text) != nil)
    #expect(start.duration(to: .now) < .seconds(30))
  }

  @Test("Ten thousand clusters are read in order")
  func many() throws {
    let clusters = (0..<10_000).map { "  - name: c\($0)" }.joined(separator: "\n")
    let fleet = try read(fleet("  defaults: {mode: manual}\n  clusters:\n\(clusters)"))
    #expect(fleet.clusters.count == 10_000)
    #expect(fleet.clusters.last?.name == "c9999")
  }
}
