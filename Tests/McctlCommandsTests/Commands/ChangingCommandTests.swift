import ArgumentParser
import Documents
import OpenClusterManagement
import Testing
import Workflows

@testable import McctlCommands

@Suite("Commands that change something")
struct ChangingCommandTests {
  @Test(
    "deleting without a terminal and without --yes is refused at once, and nobody is asked",
    arguments: [
      ["delete", "edge-7"], ["delete", "clusters", "edge-7", "--hub-only"],
      ["delete", "works", "web", "--cluster", "edge-7"],
    ])
  func refused(words: [String]) async throws {
    let kubeconfig = try KubeconfigFile()
    let hub = FakeCluster()
    let trial = Trial(clusters: ["hub": hub])
    let result = await trial.run(words + ["--kubeconfig", kubeconfig.path])
    #expect(result.status == 3)
    #expect(result.error.contains("confirmation.needed"))
    #expect(result.error.contains("--yes"))
    #expect(result.error.contains("hub = hub (https://hub.example:6443)\n"))
    #expect(hub.requests.isEmpty)
  }

  @Test("on a terminal the name has to be typed", arguments: [["wrong"], []])
  func declined(answers: [String]) async throws {
    let kubeconfig = try KubeconfigFile()
    let hub = Self.hubWithWork()
    let trial = Trial(answers: answers, isTerminal: true, clusters: ["hub": hub])
    let result = await trial.run(
      "delete", "works", "web", "--cluster", "edge-7", "--kubeconfig", kubeconfig.path)
    #expect(result.status == 3)
    #expect(result.error.contains("This will vanish:"))
    #expect(result.error.contains("ManifestWork edge-7/web"))
    #expect(result.error.contains("Type web to delete it:"))
    #expect(result.error.contains("confirmation.declined"))
    #expect(hub.writes.isEmpty)
  }

  /// A hub with one work, which the caller may do anything with.
  private static func hubWithWork() -> FakeCluster {
    let hub = FakeCluster()
    hub.answer(
      "/apis/work.open-cluster-management.io/v1/namespaces/edge-7/manifestworks/web",
      with: [
        "apiVersion": "work.open-cluster-management.io/v1", "kind": "ManifestWork",
        "metadata": ["name": "web", "namespace": "edge-7", "uid": "u", "resourceVersion": "1"],
        "spec": ["workload": ["manifests": []]],
      ])
    hub.answer("/apis/authorization.k8s.io", with: ["status": ["allowed": true]], status: 201)
    return hub
  }

  @Test("what vanishes is shown before it goes, also when nobody is asked")
  func agreedBeforehand() async throws {
    let kubeconfig = try KubeconfigFile()
    let hub = Self.hubWithWork()
    let words = [
      "delete", "works", "web", "--cluster", "edge-7", "--yes", "--no-wait", "--kubeconfig",
      kubeconfig.path,
    ]
    let result = await Trial(clusters: ["hub": hub]).run(words)
    let list = try #require(result.error.ranges(of: "This will vanish:").first)
    let step = try #require(result.error.ranges(of: "[0s]").first)
    #expect(list.lowerBound < step.lowerBound)
    #expect(result.error.contains("delete        ManifestWork edge-7/web"))
    #expect(!result.error.contains("Type web"))
    #expect(!hub.writes.isEmpty)

    let dry = await Trial(clusters: ["hub": Self.hubWithWork()]).run(words + ["--dry-run"])
    #expect(!dry.error.contains("This will vanish:"))
  }

  @Test("every changing command says which hub it acts on, even when quiet")
  func announced() async throws {
    let kubeconfig = try KubeconfigFile()
    for words in [
      ["init"], ["import", "edge-7", "--cluster-context", "edge-7"], ["accept", "edge-7"],
      ["delete", "edge-7", "--yes"], ["token", "create", "edge-7"], ["token", "revoke", "edge-7"],
      ["delete", "works", "w", "--cluster", "edge-7", "--yes"], ["gate", "add", "edge-7", "A"],
      ["gate", "remove", "edge-7", "A"], ["gate", "set", "edge-7", "A", "--status", "True"],
    ] {
      let trial = Trial(clusters: ["hub": FakeCluster(), "edge-7": FakeCluster()])
      let result = await trial.run(words + ["-q", "--kubeconfig", kubeconfig.path])
      #expect(result.error.hasPrefix("hub = hub (https://hub.example:6443)\n"), "\(words)")
      #expect(result.output == "", "\(words)")
    }
  }

  @Test("a dry run of no command writes anything", arguments: ["client", "diff"])
  func dryRun(mode: String) async throws {
    let kubeconfig = try KubeconfigFile()
    for words in [
      ["init"], ["import", "edge-7", "--cluster-context", "edge-7"], ["accept", "edge-7"],
      ["delete", "edge-7"], ["token", "create", "edge-7"], ["token", "revoke", "edge-7"],
      ["delete", "works", "w", "--cluster", "edge-7"], ["gate", "add", "edge-7", "A"],
      ["gate", "remove", "edge-7", "A"], ["gate", "set", "edge-7", "A", "--status", "True"],
    ] {
      let (hub, cluster) = (ReadingCommandTests.hub(), FakeCluster())
      let trial = Trial(clusters: ["hub": hub, "edge-7": cluster])
      _ = await trial.run(words + ["--dry-run=\(mode)", "--kubeconfig", kubeconfig.path])
      #expect(hub.writes.isEmpty && cluster.writes.isEmpty, "\(words)")
    }
  }

  @Test("files that flags name are read before anything is asked")
  func unreadableFile() async throws {
    let kubeconfig = try KubeconfigFile()
    let trial = Trial()
    let result = await trial.run(
      "init", "--image-pull-secret", "/nonexistent", "--kubeconfig", kubeconfig.path)
    #expect(result.status == 1)
    #expect(result.error.contains("input.unreadable"))
    #expect(result.error.contains("--image-pull-secret"))
    #expect(result.error.contains("no such file"))
  }

  @Test("flags become the request")
  func importRequest() async throws {
    let parsed = try await Mcctl.asyncParseAsRoot([
      "import", "edge-7", "--cluster-context", "e", "--label", "a=b", "--label", "c=", "--gate",
      "Ready", "--clusterset", "prod", "--hub-url", "https://h:1", "--allow-loopback",
      "--ocm-version", "v1.2.0", "--image-registry", "r.local/ocm/", "--agent-mode", "Default",
      "--toleration", "gpu=yes:NoSchedule", "--feature-gate", "ClusterClaim=false", "--move",
      "--no-accept", "--no-wait", "--credential-validity", "2h", "--resource-limit", "memory=1Gi",
    ])
    let request = try #require(parsed as? ImportCommand).request()
    #expect(request.labels == ["a": "b", "c": ""])
    #expect(request.readinessGates == ["Ready"])
    #expect(request.clusterSet == "prod")
    #expect(request.hubURL == "https://h:1")
    #expect(request.allowsLoopback && request.move && !request.accepts && !request.waits)
    #expect(request.agent.mode == .default)
    #expect(request.agent.operatorOptions.images.registry == "r.local/ocm")
    #expect(request.agent.operatorOptions.images.version.description == "1.2.0")
    #expect(request.agent.operatorOptions.placement.tolerations.first?.value == "yes")
    #expect(request.credentialValidity == .seconds(7200))
  }
}
