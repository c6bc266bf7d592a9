import Documents
import Testing

@testable import KubernetesClient

@Suite struct ServerTests {
  @Test func whatIsNotReadyIsNamed() async throws {
    let text = "[+]ping ok\n[-]etcd failed: reason withheld\nreadyz check failed\n"
    let hub = TestHub(.text(text, status: 500))
    let readiness = try await hub.reader.ready()
    #expect(!readiness.isReady)
    #expect(
      readiness.failures == [
        Readiness.Check(name: "etcd", passed: false, detail: "failed: reason withheld")
      ])
    #expect(hub.requests.first?.path == "/readyz")
    #expect(hub.requests.first?.query.keys.contains("verbose") == true)
  }

  @Test func aGatewayInFrontIsNoReadiness() async {
    let hub = TestHub(.text("<html><title>502 Bad Gateway</title>", status: 502, type: "text/html"))
    #expect(await failure { try await hub.reader.ready() } == "server 502 -")
  }

  @Test func versionOfSomethingElse() async {
    let hub = TestHub(.json(#"{"name":"elasticsearch","token":"s3cr3t"}"#))
    let outcome = await failure { try await hub.reader.version() }
    #expect(outcome.hasPrefix("notKubernetes it sent"))
    #expect(!outcome.contains("s3cr3t"))
  }

  @Test func vendorsMinorVersion() {
    let version = ServerVersion([
      "major": "1", "minor": "28+", "gitVersion": "v1.28.3-aliyun.1", "platform": "linux/amd64",
    ])
    #expect(version?.minorNumber == 28)
  }

  @Test func reviewsAreSentAgainWhenTheyMustBe() async throws {
    let hub = TestHub(.json(#"{"kind":"SelfSubjectAccessReview","status":{"allowed":false}}"#))
    let decision = try await hub.reader.review(
      AccessAttributes("delete", .namespaces, name: "c1"))
    #expect(!decision.isAllowed)
    let request = try #require(hub.requests.first)
    #expect(request.isIdempotent)
    let attributes = try JSON.decode(request.text).at("spec", "resourceAttributes")
    #expect(
      attributes == [
        "verb": "delete", "group": "", "resource": "namespaces", "name": "c1",
      ])
  }

  @Test func discoveryFromRecordings() async throws {
    let aggregated = try Recording("apis-aggregated").answer
    let legacy = try Recording("api-legacy").answer
    let core = ScriptedTransport.Answer.json(
      #"{"kind":"APIResourceList","groupVersion":"v1","resources":["#
        + #"{"name":"secrets","singularName":"secret","namespaced":true,"kind":"Secret"},"#
        + #"{"name":"pods/log","namespaced":true,"kind":"Pod"}]}"#)
    let hub = TestHub { request, _ in
      switch request.path {
      case "/api": legacy
      case "/api/v1": core
      default: aggregated
      }
    }
    let discovery = try await hub.reader.discovery()
    #expect(discovery.serves(.secrets))
    #expect(!discovery.serves(.pods))
    #expect(discovery.serves(.managedClusters))
    #expect(discovery.serves(.clusterRoles))
    #expect(discovery.unavailable.isEmpty)
    let clusters = try #require(discovery.resource(named: "mcl"))
    #expect(clusters.type == .managedClusters)
    #expect(clusters.subresources == ["status"])
    #expect(clusters.verbs.contains("watch"))
    let deployment = discovery.resource(apiVersion: "apps/v1", kind: "Deployment")
    #expect(deployment?.type == .deployments)
    for word in ["deploy", "Deployment", "deployments.apps", "deployments.v1.apps"] {
      #expect(discovery.resource(named: word)?.type == .deployments)
    }
    #expect(discovery.resource(named: "deployments.v2.apps") == nil)
    #expect(discovery.resource(named: "") == nil)
  }

  @Test func discoveryOfOlderServers() async throws {
    let group = try Recording("apis-group").answer
    let hub = TestHub { request, _ in
      switch request.path {
      case "/api": .json(#"{"kind":"APIVersions","versions":["v1"]}"#)
      case "/api/v1": .json(#"{"kind":"APIResourceList","groupVersion":"v1","resources":[]}"#)
      case "/apis":
        .json(
          #"{"kind":"APIGroupList","groups":[{"name":"metrics.k8s.io","versions":[{"#
            + #""groupVersion":"metrics.k8s.io/v1beta1"}]},{"name":"x","versions":[{"#
            + #""groupVersion":"cluster.open-cluster-management.io/v1beta2"},{"#
            + #""groupVersion":"cluster.open-cluster-management.io/v1"}],"preferredVersion":{"#
            + #""groupVersion":"cluster.open-cluster-management.io/v1"}}]}"#)
      case "/apis/metrics.k8s.io/v1beta1": .text("service unavailable", status: 503)
      case "/apis/cluster.open-cluster-management.io/v1": group
      default:
        .json(
          #"{"kind":"APIResourceList","resources":["#
            + #"{"name":"managedclusters","kind":"ManagedCluster","shortNames":["mcl"]}],"#
            + #""groupVersion":"cluster.open-cluster-management.io/v1beta2"}"#)
      }
    }
    let discovery = try await hub.reader.discovery()
    #expect(discovery.unavailable == ["metrics.k8s.io/v1beta1"])
    let clusters = try #require(discovery.resource(named: "mcl"))
    #expect(clusters.type == .managedClusters)
    #expect(clusters.isPreferred)
    #expect(clusters.subresources == ["status"])
  }

  @Test func staleGroupsAreNamed() {
    let discovery: Value = [
      "items": [
        [
          "metadata": ["name": "metrics.k8s.io"],
          "versions": [["version": "v1beta1", "freshness": "Stale"]],
        ]
      ]
    ]
    #expect(AggregatedDiscovery.stale(discovery) == ["metrics.k8s.io/v1beta1"])
  }

  /// A patch of a Secret does not say that it is one, so what is logged of it must be masked whole.
  @Test func exchangesAboutSecretsAreMarked() async throws {
    let hub = TestHub { request, _ in
      #expect(Redaction.concernsSecrets == request.path.contains("secrets"))
      let text = #"{"kind":"X","data":{"kubeconfig":"c2VjcmV0"}}"#
      #expect(Redaction.masked(text).contains("c2VjcmV0") != request.path.contains("secrets"))
      return .json(text)
    }
    _ = try await hub.reader.get(.secrets, "a", namespace: "ns")
    _ = try await hub.reader.get(.configMaps, "a", namespace: "ns")
    #expect(hub.requests.count == 2)
  }
}
