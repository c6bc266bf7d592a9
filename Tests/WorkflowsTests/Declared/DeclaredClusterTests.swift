import Documents
import FoundationEssentials
import KubernetesClient
import OpenClusterManagement
import Testing

@testable import Workflows

@Suite("Declared clusters: what is to be done")
struct DeclaredClusterTests {
  private static func specification(
    _ image: String = "a", nodes: [String] = ["10.0.0.21"]
  ) -> String {
    let hosts = (["10.0.0.11"] + nodes).enumerated().map { index, address in
      "  - {address: \(address), roles: [\(index == 0 ? "master" : "node")]}\n"
    }
    return
      "apiVersion: mcctl.dev/v1\nkind: Cluster\nspec:\n  image: {name: \"r.example/\(image):1\"}\n  hosts:\n"
      + hosts.joined()
  }

  private static func secret(_ wanted: String?, applied: String? = nil) -> Value {
    var data: [(String, Value)] = []
    for (key, text) in [("specification", wanted), ("applied", applied)] {
      guard let text else { continue }
      data.append((key, .string(Data(text.utf8).base64EncodedString())))
    }
    return ["metadata": ["name": "mcctl-cluster"], "data": .object(Object(data))]
  }

  private static func cluster(
    _ annotations: [String: String] = [:], isDeleting: Bool = false, isCreated: Bool = true
  ) -> ManagedCluster {
    var value = record(isDeleting: isDeleting)
    for (key, text) in annotations { value.set(.string(text), at: "metadata", "annotations", key) }
    if isCreated { value.set("true", at: "metadata", "labels", Names.Label.created) }
    return ManagedCluster(value)
  }

  private func work(_ wanted: String, _ applied: String?) -> DeclaredWork {
    DeclaredCluster.decide(Self.cluster(), Self.secret(wanted, applied: applied))
  }

  @Test("nothing where all is as it is declared, whatever the text looks like")
  func nothing() {
    #expect(work(Self.specification(), Self.specification()) == .nothing)
    #expect(work(Self.specification() + "# as it was\n", Self.specification()) == .nothing)
  }

  @Test("created, as long as it is not made or not registered")
  func create() {
    #expect(work(Self.specification(), nil) == .create)
    let secret = Self.secret(Self.specification(), applied: Self.specification())
    #expect(DeclaredCluster.decide(Self.cluster(isCreated: false), secret) == .create)
  }

  @Test("scaled before it is moved to another image")
  func change() {
    let more = ["10.0.0.21", "10.0.0.22"]
    #expect(
      work(Self.specification("b", nodes: more), Self.specification())
        == .scale(adding: ["10.0.0.22"], removing: []))
    #expect(
      work(Self.specification(nodes: []), Self.specification())
        == .scale(adding: [], removing: ["10.0.0.21"]))
    #expect(
      work(Self.specification("b"), Self.specification()) == .upgrade(image: "r.example/b:1"))
  }

  private func reason(_ work: DeclaredWork) -> String {
    if case .refused(let reason) = work { reason } else { "not refused: \(work)" }
  }

  @Test("refused without a description, and when the first master would go")
  func refused() {
    let cluster = Self.cluster()
    #expect(reason(DeclaredCluster.decide(cluster, nil)).contains("no Secret"))
    #expect(reason(DeclaredCluster.decide(cluster, Self.secret(nil))).contains("no key"))
    #expect(reason(work("kind: Pod", nil)).contains("mcctl-cluster"))
    let other = Self.specification().replacing("10.0.0.11", with: "10.0.0.12")
    #expect(reason(work(other, Self.specification())).contains("first master"))
  }

  @Test("destroyed only when the annotation has the cluster's name")
  func destroy() {
    let secret = Self.secret(Self.specification(), applied: Self.specification())
    func decide(_ text: String?, isDeleting: Bool) -> DeclaredWork {
      let annotations = text.map { [Names.Annotation.destroy: $0] } ?? [:]
      return DeclaredCluster.decide(Self.cluster(annotations, isDeleting: isDeleting), secret)
    }
    #expect(decide("c1", isDeleting: false) == .destroy)
    #expect(decide("c1", isDeleting: true) == .destroy)
    #expect(reason(decide("true", isDeleting: false)).contains("has to say \"c1\""))
    #expect(reason(decide(nil, isDeleting: true)).contains("nothing is destroyed"))
  }
}
