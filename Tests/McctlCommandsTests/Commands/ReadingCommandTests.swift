import Documents
import Testing

@testable import McctlCommands

@Suite("Commands that read")
struct ReadingCommandTests {
  static let api = "/apis/cluster.open-cluster-management.io/v1/managedclusters"

  static func hub() -> FakeCluster {
    let hub = FakeCluster()
    hub.answer("/apis/certificates.k8s.io/v1/certificatesigningrequests", with: Samples.list([]))
    hub.answer(
      api,
      with: Samples.list([
        Samples.managedCluster("edge-7"), Samples.managedCluster("edge-8", isRegistered: false),
      ]))
    hub.answer(api + "/edge-7", with: Samples.managedCluster("edge-7"))
    return hub
  }

  func run(_ words: String..., hub: FakeCluster = hub()) async throws -> Trial.Result {
    let kubeconfig = try KubeconfigFile()
    let trial = Trial(clusters: ["hub": hub])
    return await trial.run(words + ["--kubeconfig", kubeconfig.path])
  }

  @Test("status as a table")
  func table() async throws {
    let result = try await run("status")
    #expect(result.status == 0)
    try Golden.compare(result.output, with: "status/table.txt")
    #expect(result.error == "")
  }

  @Test("status as a wide table")
  func wide() async throws {
    let hub = Self.hub()
    hub.answer("/apis/coordination.k8s.io/v1/leases", with: Samples.list([]))
    let result = try await run("status", "-o", "wide", hub: hub)
    try Golden.compare(result.output, with: "status/wide.txt")
  }

  @Test("the fields of status are fixed")
  func fields() async throws {
    let result = try await run("status", "edge-7", "-o", "json")
    let document = try JSON.decode(result.output)
    #expect(
      Set(document.object?.keys.map { $0 } ?? []) == [
        "name", "registered", "accepted", "joined", "deleting", "caBundle", "available", "version",
        "clusterSet", "url", "created", "gates", "pendingRequests", "phase", "requirements",
        "conditions", "heartbeat", "agent", "hub", "platform", "origin", "finalizers", "notes",
      ])
    let row = try await run("status", "-o", "json")
    #expect(
      Set(try JSON.decode(row.output).at("items")?[0]?.object?.keys.map { $0 } ?? []) == [
        "name", "registered", "accepted", "joined", "deleting", "caBundle", "available", "version",
        "clusterSet", "url", "created", "gates", "pendingRequests",
      ])
    try Golden.compare(result.output, with: "status/edge-7.json")
  }

  @Test("status by name and by path")
  func otherFormats() async throws {
    let names = try await run("status", "-o", "name")
    #expect(
      names.output == """
        managedcluster.cluster.open-cluster-management.io/edge-7
        managedcluster.cluster.open-cluster-management.io/edge-8

        """)
    let path = try await run("status", "-o", "jsonpath={.items[?(@.registered==true)].name}")
    #expect(path.output == "edge-7")
  }

  @Test(
    "only those that are not registered, in another order, with a line of summary on a terminal")
  func selection() async throws {
    let waiting = try await run("status", "--not-registered", "-o", "name")
    #expect(waiting.output == "managedcluster.cluster.open-cluster-management.io/edge-8\n")
    let sorted = try await run(
      "status", "--sort-by", "registered", "-o", "jsonpath={.items[*].name}")
    #expect(sorted.output == "edge-8 edge-7")
    let kubeconfig = try KubeconfigFile()
    var trial = Trial(clusters: ["hub": Self.hub()])
    trial.isTerminal = true
    let seen = await trial.run("status", "--kubeconfig", kubeconfig.path, "--color", "never")
    #expect(seen.error == "1 of 2 clusters registered; 1 NotAccepted\n")
    #expect(seen.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    let wrong = try await run("status", "--sort-by", "colour")
    #expect(wrong.status == 64)
  }

  @Test("a cluster that does not exist is told, and those that do are shown")
  func missing() async throws {
    let result = try await run("status", "edge-7", "edge-9")
    #expect(result.status == 8)
    #expect(result.output.contains("edge-7"))
    #expect(result.error.contains("there is no cluster edge-9 on the hub"))
    #expect(result.error.contains("hub (context hub, https://hub.example:6443)"))
  }

  @Test("the quick list shows the server's table, and wide what the server keeps for it")
  func clusters() async throws {
    let hub = FakeCluster()
    hub.answer(Self.api, with: Samples.table(["edge-7", "edge-8"]))
    let table = try await run("get", "clusters", hub: hub)
    #expect(
      table.output == """
        NAME     HUB ACCEPTED   AGE
        edge-7   true           2h
        edge-8   true           2h

        """)
    let wide = try await run("get", "clusters", "-o", "wide", "--no-headers", hub: hub)
    #expect(wide.output.hasPrefix("edge-7   true   2h   https://edge-7.example\n"))
    #expect(hub.requests.allSatisfy { $0.path.contains("resourceVersion=0") })
    #expect(hub.requests.allSatisfy { $0.path.contains("includeObject=None") })
    _ = try await run("get", "clusters", "--consistent", hub: hub)
    #expect(hub.requests.last?.path.contains("resourceVersion=0") == false)
  }

  @Test("a cluster without Open Cluster Management is no hub")
  func noHub() async throws {
    let result = try await run("status", hub: FakeCluster())
    #expect(result.status == 3)
    #expect(result.error.contains("hub.ocm-missing"))
    #expect(result.error.contains("mcctl init --context hub"))
  }

  @Test("version asks the hub only when told to")
  func version() async throws {
    let hub = FakeCluster()
    hub.answer(
      "/version",
      with: [
        "major": "1", "minor": "36", "gitVersion": "v1.36.0", "platform": "linux/amd64",
      ])
    let alone = try await run("version", hub: hub)
    #expect(hub.requests.isEmpty)
    #expect(alone.output == "mcctl \(ProgramVersion.current) (\(ProgramVersion.platform))\n")
    let both = try await run("version", "--hub", "-o", "json", hub: hub)
    #expect(try JSON.decode(both.output).at("hub", "kubernetes") == "v1.36.0")
  }
}
