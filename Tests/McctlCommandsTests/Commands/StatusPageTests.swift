import Documents
import Testing

@testable import McctlCommands

@Suite("The page of one cluster")
struct StatusPageTests {
  private static let works =
    "/apis/work.open-cluster-management.io/v1/namespaces/edge-7/manifestworks"
  private static let addOns =
    "/apis/addon.open-cluster-management.io/v1alpha1/namespaces/edge-7/managedclusteraddons"
  private static let lease =
    "/apis/coordination.k8s.io/v1/namespaces/edge-7/leases/managed-cluster-lease"

  /// A hub with one cluster that has everything there is to show.
  static func hub(_ change: (inout Value) -> Void = { _ in }) -> FakeCluster {
    let hub = ReadingCommandTests.hub()
    var cluster = Samples.managedCluster("edge-7")
    cluster.set(
      "example.com/Backup,example.com/Storage", at: "metadata", "annotations",
      "mcctl.dev/readiness-gates")
    var conditions = cluster.at("status", "conditions")?.array ?? []
    conditions.append([
      "type": "example.com/Backup", "status": "True", "reason": "Done", "message": "",
      "lastTransitionTime": "2026-11-22T11:30:00Z",
    ])
    cluster.set(.array(conditions), at: "status", "conditions")
    cluster.set(["cpu": "64", "memory": "263856256Ki", "pods": "1100"], at: "status", "capacity")
    cluster.set(
      ["cpu": "60", "memory": "253856256Ki", "pods": "1100"], at: "status", "allocatable")
    cluster.set(
      [["name": "product.open-cluster-management.io", "value": "ACK"]], at: "status",
      "clusterClaims")
    change(&cluster)
    hub.answer(ReadingCommandTests.api + "/edge-7", with: cluster)
    hub.answer(
      lease,
      with: [
        "metadata": ["name": "managed-cluster-lease", "namespace": "edge-7"],
        "spec": ["renewTime": "2026-11-22T11:59:30.000000Z"],
      ])
    hub.answer(
      works,
      with: Samples.list([
        [
          "metadata": ["name": "app", "namespace": "edge-7"],
          "status": [
            "conditions": [
              ["type": "Applied", "status": "False", "reason": "R", "message": "no such namespace"]
            ]
          ],
        ]
      ]))
    hub.answer(
      addOns,
      with: Samples.list([
        [
          "metadata": ["name": "gateway", "namespace": "edge-7"],
          "status": ["conditions": [["type": "Available", "status": "True", "reason": "R"]]],
        ]
      ]))
    hub.answer(
      "/apis/operator.open-cluster-management.io/v1/clustermanagers",
      with: Samples.list([
        [
          "metadata": ["name": "cluster-manager"],
          "spec": ["registrationImagePullSpec": "quay.io/ocm/registration:v1.3.1"],
        ]
      ]))
    hub.answer(
      "/version",
      with: ["major": "1", "minor": "36", "gitVersion": "v1.36.0", "platform": "linux/amd64"])
    return hub
  }

  private func run(_ hub: FakeCluster, _ words: String...) async throws -> Trial.Result {
    let kubeconfig = try KubeconfigFile()
    return await Trial(clusters: ["hub": hub])
      .run(["status", "edge-7"] + words + ["--kubeconfig", kubeconfig.path])
  }

  @Test(
    "reads from the top: what holds it back and the command, then what leads to it, then the rest")
  func page() async throws {
    let result = try await run(Self.hub())
    #expect(result.status == 0)
    try Golden.compare(result.output, with: "status/page.txt")
    let hub = Self.hub()
    _ = try await run(hub)
    #expect(hub.writes.isEmpty)
  }

  @Test("has fixed fields for scripts")
  func document() async throws {
    try Golden.compare(try await run(Self.hub(), "-o", "json").output, with: "status/page.json")
  }

  @Test("what may not be read is noted, and the rest is shown")
  func degraded() async throws {
    let hub = Self.hub()
    for path in [Self.works, Self.addOns, Self.lease] {
      hub.answer(
        path,
        with: [
          "kind": "Status", "apiVersion": "v1", "status": "Failure", "reason": "Forbidden",
          "code": 403, "message": "no",
        ], status: 403)
    }
    let result = try await run(hub)
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("edge-7  not registered: ReadinessGateNotReported"))
    #expect(
      result.output.contains(
        "works: may not list manifestworks.work.open-cluster-management.io in namespace edge-7"))
    #expect(result.output.contains("the lease: may not get Lease edge-7/managed-cluster-lease"))
  }

  @Test("fits 80 columns of a terminal")
  func narrow() async throws {
    let kubeconfig = try KubeconfigFile()
    var trial = Trial(clusters: ["hub": Self.hub()])
    trial.isTerminal = true
    let result = await trial.run(
      "status", "edge-7", "--kubeconfig", kubeconfig.path, "--color", "never")
    let long = result.output.split(separator: "\n").filter { $0.count > 80 && !$0.contains("->") }
    #expect(long.isEmpty)
  }
}
