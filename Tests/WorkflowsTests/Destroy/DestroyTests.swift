import Documents
import FoundationEssentials
import KubernetesClient
import OpenClusterManagement
import Testing

@testable import Workflows

@Suite("Destroying clusters: what the hub says")
struct DestroyTests {
  private let pair = Pair()

  init() { pair.hub.serve(.events) }

  private func put(record annotations: [String: String], isJoined: Bool = true) {
    var value = record(isJoined: isJoined)
    for (key, text) in annotations { value.set(.string(text), at: "metadata", "annotations", key) }
    pair.hub.put(.managedClusters, value)
    pair.hub.put(
      .namespaces,
      ["metadata": ["name": "c1", "uid": "ns-uid", "labels": [Names.Label.clusterName: "c1"]]])
  }

  private func putOrigin() {
    let text = "{apiVersion: mcctl.dev/v1, kind: Cluster}"
    pair.hub.put(
      .secrets,
      [
        "metadata": ["name": "mcctl-cluster", "namespace": "c1"],
        "data": ["specification": .string(Data(text.utf8).base64EncodedString())],
      ])
  }

  /// What the hub says, in a word.
  private func target() async throws -> String {
    switch try await DestroyTarget.read("c1", on: pair.clusters.hub) {
    case .machines(_, let needsCluster): needsCluster ? "machines, cluster" : "machines"
    case .clean: "clean"
    case .absent: "absent"
    }
  }

  @Test("a cluster that joined is reached first, unless its agent is gone")
  func machines() async throws {
    putOrigin()
    put(record: [:])
    #expect(try await target() == "machines, cluster")
    put(record: [:], isJoined: false)
    #expect(try await target() == "machines")
    put(record: [Names.Annotation.agentRemoved: "true"])
    #expect(try await target() == "machines")
  }

  @Test("one whose machines were cleaned needs them no more")
  func clean() async throws {
    putOrigin()
    put(record: [Names.Annotation.machinesRemoved: "true"])
    #expect(try await target() == "clean")
  }

  @Test("one of which there is no trace is absent, one that mcctl has not created is refused")
  func others() async throws {
    #expect(try await target() == "absent")
    put(record: [:])
    let error = await #expect(throws: WorkflowError.self) { try await target() }
    #expect(error?.id == .deleteNotCreated && error?.category == .refused)
  }

  @Test("when the machines are clean, only the hub is left, and nobody is asked for the cluster")
  func rest() async throws {
    put(record: [Names.Annotation.machinesRemoved: "true"])
    putOrigin()
    var request = UnregisterRequest(name: "c1")
    // The namespace's contents are looked at by discovery, which these clusters do not have.
    request.namespace = .purge
    let destroy = Destroy(
      DestroyRequest(
        unregistering: request, site: nil, lostHosts: []))
    let plan = try await pair.runner(.plan).prepare(destroy, on: Clusters(hub: pair.clusters.hub))
    #expect(plan.summaries.map(\.id).suffix(3) == ["origin", "namespace", "record"])
    #expect(plan.warnings.isEmpty)
    let origin = try #require(plan.summaries.first { $0.id == "origin" })
    #expect(origin.changes.map(\.object.name) == ["mcctl-cluster"])
  }

  @Test("a plain deletion of a created cluster says that its machines go on")
  func plainDeletion() async throws {
    put(record: [:])
    putOrigin()
    pair.managed.put(.klusterlets, klusterlet())
    var request = UnregisterRequest(name: "c1")
    request.namespace = .purge
    let plan = try await pair.runner(.plan).prepare(Unregister(request), on: pair.clusters)
    #expect(
      plan.warnings.contains { $0.contains("its machines go on") && $0.contains("--destroy") })
    let namespace = try #require(plan.summaries.first { $0.id == "namespace" })
    #expect(namespace.changes.first?.note?.contains("its machines go on") == true)
  }
}
