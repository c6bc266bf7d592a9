import Documents
import KubernetesClient
import OpenClusterManagement
import Testing

@testable import Workflows

/// An agent is moved to another release by its images alone.
@Suite struct UpgradeTests {
  private let pair = Pair()

  private func deployment(_ name: String, image: String) -> Value {
    [
      "apiVersion": "apps/v1", "kind": "Deployment",
      "metadata": ["name": .string(name), "namespace": "open-cluster-management"],
      "spec": [
        "replicas": 3,
        "template": [
          "spec": [
            "priorityClassName": "high",
            "containers": [["name": .string(name), "image": .string(image), "args": ["--v=4"]]],
          ]
        ],
      ],
    ]
  }

  private func prepare(agent: String = "1.2.0", hub: String = "1.3.1") {
    pair.hub.put(.managedClusters, record())
    pair.hub.put(
      .deployments, deployment("cluster-manager", image: "q.io/ocm/registration-operator:v\(hub)"))
    pair.managed.put(
      .deployments, deployment("klusterlet", image: "m:5000/ocm/registration-operator:v\(agent)"))
    var own = klusterlet()
    own.set("m:5000/ocm/registration-operator:v\(agent)", at: "spec", "imagePullSpec")
    own.set("keep", at: "spec", "priorityClassName")
    pair.managed.put(.klusterlets, own)
  }

  private func upgrade(
    _ mode: RunMode = .persist, _ change: (inout UpgradeAgentRequest) -> Void = { _ in }
  ) async throws -> RunResult<UpgradeAgentReport> {
    var request = UpgradeAgentRequest(cluster: "c1")
    request.waits = false
    change(&request)
    return try await pair.runner(mode).run(UpgradeAgent(request), on: pair.clusters)
  }

  @Test func changesImagesAlone() async throws {
    prepare()
    let result = try await upgrade()
    #expect(result.report?.outcome == .applied)
    #expect(result.report?.from?.description == "1.2.0")
    let operatorNow = pair.managed.object(
      .deployments, "klusterlet", namespace: "open-cluster-management")
    let container = operatorNow?.at("spec", "template", "spec", "containers")?[0]
    #expect(container?["image"]?.string == "m:5000/ocm/registration-operator:v1.3.1")
    #expect(container?["args"]?[0]?.string == "--v=4")
    #expect(operatorNow?.at("spec", "replicas")?.int == 3)
    let agent = pair.managed.object(.klusterlets, "klusterlet")
    #expect(
      agent?.at("spec", "imagePullSpec")?.string == "m:5000/ocm/registration-operator:v1.3.1")
    #expect(agent?.at("spec", "priorityClassName")?.string == "keep")
    #expect(agent?.at("spec", "workImagePullSpec") == nil)
  }

  @Test func refusesToGoBackAndBeyondTheHub() async throws {
    prepare(agent: "1.3.1", hub: "1.3.1")
    for release in ["1.2.0", "1.4.0"] {
      let version = try OCMVersion(parsing: release)
      let error = await #expect(throws: WorkflowError.self) {
        try await upgrade { $0.version = version }
      }
      #expect(error?.id == .versionSkew && error?.category == .refused)
      let forced = try await upgrade(.plan) {
        $0.version = version
        $0.forces = true
      }
      #expect(forced.plan.hasDifferences)
    }
    #expect(pair.managed.writes.isEmpty)
  }

  /// A hosted agent runs on a cluster that is not the one of the record.
  @Test func movesAHostedAgentWhereItRuns() async throws {
    prepare()
    pair.hub.put(.managedClusters, record(identity: "another-uid"))
    var hosted = klusterlet()
    hosted.set("klusterlet-c1", at: "metadata", "name")
    hosted.set("Hosted", at: "spec", "deployOption", "mode")
    hosted.set("m:5000/ocm/registration:v1.2.0", at: "spec", "registrationImagePullSpec")
    // The host's own agent is another cluster's.
    pair.managed.put(.klusterlets, klusterlet("host"))
    pair.managed.put(.klusterlets, hosted)
    let result = try await upgrade()
    #expect(result.report?.outcome == .applied)
    let agent = pair.managed.object(.klusterlets, "klusterlet-c1")
    #expect(
      agent?.at("spec", "registrationImagePullSpec")?.string == "m:5000/ocm/registration:v1.3.1")
    #expect(pair.managed.object(.klusterlets, "klusterlet") == klusterlet("host"))
  }

  @Test func refusesAnotherCluster() async {
    prepare()
    pair.hub.put(.managedClusters, record(identity: "another-uid"))
    let error = await #expect(throws: WorkflowError.self) { try await upgrade() }
    #expect(error?.id == .identityConflict)
  }

  @Test func refusesADigestThatWouldStay() async throws {
    prepare()
    let image = "m/registration-operator@sha256:0123"
    pair.managed.put(.deployments, deployment("klusterlet", image: image))
    let error = await #expect(throws: WorkflowError.self) { try await upgrade() }
    #expect(error?.id == .imageByDigest)
  }

  @Test(
    arguments: [
      ("a/b:v1.3.1", "a/b", "1.3.1", nil), ("h:5000/b", "h:5000/b", nil, nil),
      ("h:5000/b:v1.2.0@sha256:1", "h:5000/b", "1.2.0", "sha256:1"), ("b:latest", "b", nil, nil),
    ] as [(String, String, String?, String?)])
  func takesImagesApart(reference: String, repository: String, version: String?, digest: String?) {
    let image = InstalledImage(reference)
    #expect(image.repository == repository && image.digest == digest)
    #expect(image.version?.description == version)
  }

  /// Old pods, new pods that do not come up, and a template nobody has looked at are no rollout.
  @Test func seesWhenARolloutIsThrough() {
    var through = deployment("klusterlet", image: "new")
    through.set(
      [
        "observedGeneration": 0, "replicas": 3, "updatedReplicas": 3, "availableReplicas": 3,
      ], at: "status")
    #expect(UpgradeRollout.obstacle(through, ["new"]) == nil)
    #expect(UpgradeRollout.obstacle(through, ["newer"]) != nil)
    for (field, value) in [("replicas", 4), ("updatedReplicas", 2), ("availableReplicas", 2)] {
      var other = through
      other.set(.integer(value), at: "status", field)
      #expect(UpgradeRollout.obstacle(other, ["new"]) != nil, "\(field)")
    }
    through.set(2, at: "metadata", "generation")
    #expect(UpgradeRollout.obstacle(through, ["new"]) != nil)
  }

  @Test func keepsRightsThatSomebodyAdded() throws {
    let added: Value = ["apiGroups": ["x"], "resources": ["y"], "verbs": ["get"]]
    let rules = KlusterletUpgrade.operatorRules(for: .standard, keeping: [added])
    #expect(rules.first == added && rules.count > 10)
    #expect(KlusterletUpgrade.operatorRules(for: .standard, keeping: rules) == rules)
  }
}
