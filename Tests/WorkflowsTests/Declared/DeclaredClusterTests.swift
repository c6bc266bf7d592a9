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

  private static func secret(
    _ wanted: String?, applied: String? = nil, change: ClusterChange? = nil, target: String? = nil
  ) -> Value {
    var data: [(String, Value)] = []
    let texts = [
      ("specification", wanted), ("applied", applied), ("target", target),
      ("change", change.map { YAML.text($0.document) }),
      ("changes", change.map { "\($0.number)" }),
    ]
    for (key, text) in texts {
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

  private func work(
    _ wanted: String, _ applied: String?, change: ClusterChange? = nil, target: String? = nil,
    isCreated: Bool = true
  ) -> DeclaredWork {
    DeclaredCluster.decide(
      Self.cluster(isCreated: isCreated),
      Self.secret(wanted, applied: applied, change: change, target: target)
    ).work
  }

  @Test("nothing where all is as it is declared, whatever the text looks like")
  func nothing() {
    #expect(work(Self.specification(), Self.specification()) == .nothing)
    #expect(work(Self.specification() + "# as it was\n", Self.specification()) == .nothing)
    let elsewhere = Self.specification() + "  ssh: {user: robot}\n"
    #expect(work(elsewhere, Self.specification()) == .nothing)
  }

  private func described(_ work: DeclaredWork) -> (addresses: [String?], labels: Value?)? {
    guard case .create(let document) = work else { return nil }
    return (
      DescriptionDifference.hosts(document).map { $0["address"]?.string },
      document.at("spec", "import", "labels")
    )
  }

  @Test("created, as long as it is not made or not registered as it is declared")
  func create() throws {
    let fresh = try #require(described(work(Self.specification(), nil)))
    #expect(fresh.addresses == ["10.0.0.11", "10.0.0.21"])
    // What was begun is brought to its end first, whatever else is declared by now.
    let more = Self.specification("b", nodes: ["10.0.0.22"])
    let rest = work(more, Self.specification(), isCreated: false)
    #expect(try #require(described(rest)).addresses == ["10.0.0.11", "10.0.0.21"])
    let labelled = Self.specification() + "  import: {labels: {tier: gold}}\n"
    let registered = work(labelled, Self.specification())
    #expect(try #require(described(registered)).labels == ["tier": "gold"])
  }

  @Test("scaled before it is moved to another image, and each without the other")
  func change() throws {
    let more = Self.specification("b", nodes: ["10.0.0.21", "10.0.0.22"])
    guard case .scale(let scale) = work(more, Self.specification()) else {
      return #expect(Bool(false), "not scaled")
    }
    #expect(scale.change.added == ["10.0.0.22"] && scale.change.removed.isEmpty)
    #expect(scale.document.at("spec", "image", "name") == "r.example/a:1")
    let fewer = work(Self.specification(nodes: []), Self.specification())
    #expect(fewer.leaving == ["10.0.0.21"] && fewer.text.contains("remove 10.0.0.21"))
    guard case .upgrade(let upgrade) = work(Self.specification("b"), Self.specification()) else {
      return #expect(Bool(false), "not upgraded")
    }
    #expect(upgrade.document.at("spec", "image", "name") == "r.example/b:1")
    #expect(upgrade.change.formerImage == "r.example/a:1")
  }

  @Test("a change that is under way goes on, to what is declared by now where it can")
  func underWay() throws {
    var joining = ClusterChange(.scale, number: 1)
    joining.added = ["10.0.0.22"]
    let target = Self.specification(nodes: ["10.0.0.21", "10.0.0.22"])
    func scaled(_ wanted: String) -> ScaleChange? {
      let work = work(wanted, Self.specification(), change: joining, target: target)
      return if case .scale(let scale) = work { scale } else { nil }
    }
    let same = try #require(scaled(target))
    #expect(same.change == joining)
    let other = try #require(scaled(Self.specification(nodes: ["10.0.0.21", "10.0.0.23"])))
    #expect(other.change.added == ["10.0.0.23"] && other.change.removedAddresses == ["10.0.0.22"])
    // Another image is for the next pass.
    let later = try #require(scaled(Self.specification("b", nodes: ["10.0.0.21", "10.0.0.22"])))
    #expect(later.change == joining)
    #expect(later.document.at("spec", "image", "name") == "r.example/a:1")
    // What cannot be changed does not keep what was begun from its end.
    let impossible = target + "  dataRoot: /elsewhere\n"
    #expect(try #require(scaled(impossible)).change == joining)

    var moving = ClusterChange(.upgrade, number: 2)
    moving.formerImage = "r.example/a:1"
    let back = work(
      Self.specification(nodes: []), Self.specification(), change: moving,
      target: Self.specification("b"))
    guard case .upgrade(let upgrade) = back else { return #expect(Bool(false), "\(back)") }
    #expect(upgrade.change.isRollback)
    #expect(DescriptionDifference.hosts(upgrade.document).count == 2)
  }

  private func reason(_ work: DeclaredWork) -> String {
    if case .refused(let reason) = work { reason } else { "not refused: \(work)" }
  }

  @Test("refused without a description, and when the first master would go")
  func refused() {
    let cluster = Self.cluster()
    #expect(reason(DeclaredCluster.decide(cluster, nil).work).contains("no Secret"))
    #expect(reason(DeclaredCluster.decide(cluster, Self.secret(nil)).work).contains("no key"))
    #expect(reason(work("kind: Pod", nil)).contains("mcctl-cluster"))
    let other = Self.specification().replacing("10.0.0.11", with: "10.0.0.12")
    #expect(reason(work(other, Self.specification())).contains("first master"))
    let network = Self.specification() + "  network: {podCIDR: [10.9.0.0/16]}\n"
    #expect(reason(work(network, Self.specification())).contains("spec.network"))
  }

  @Test("destroyed only when the annotation has the cluster's name")
  func destroy() {
    let secret = Self.secret(Self.specification(), applied: Self.specification())
    func decide(_ text: String?, isDeleting: Bool) -> DeclaredWork {
      let annotations = text.map { [Names.Annotation.destroy: $0] } ?? [:]
      return DeclaredCluster.decide(Self.cluster(annotations, isDeleting: isDeleting), secret).work
    }
    #expect(decide("c1", isDeleting: false) == .destroy)
    #expect(decide("c1", isDeleting: true) == .destroy)
    #expect(reason(decide("true", isDeleting: false)).contains("has to say \"c1\""))
    #expect(reason(decide(nil, isDeleting: true)).contains("nothing is destroyed"))
  }
}
