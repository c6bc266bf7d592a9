import Foundation
import Testing

/// An agent that slept until its certificate had expired, and whose bootstrap credential is dead.
@Suite(
  "Rejoining", .serialized,
  .clusters(2, flags: ["--hub-prepared", "--certificate-lifetime", "8"]))
struct RejoinStories {
  let clusters: Clusters

  init() throws {
    clusters = try .required()
  }

  @Test("import --rejoin repairs it, and the cluster is the same as before")
  func rejoin() async throws {
    let name = Story.clusterName()
    let imported = try await clusters.mcctl(Story.importing(name, clusters.first))
    try #require(imported.status == 0, "\(imported)")
    let record = try await uid(name)
    let before = try await certificate()

    try await scale("klusterlet", "open-cluster-management", 0)
    try await scale("klusterlet-agent", "open-cluster-management-agent", 0)
    try await loseCertificate()
    try await scale("klusterlet", "open-cluster-management", 1)
    try await scale("klusterlet-agent", "open-cluster-management-agent", 1)
    let isStuck = try await Story.eventually(within: clusters.isLive ? 120 : 20) {
      let condition = try await clusters.kubectl(
        clusters.first, "get", "klusterlet", "klusterlet", "-o",
        "jsonpath={.status.conditions[?(@.type==\"HubConnectionDegraded\")].reason}")
      return condition.stdout.contains("BootstrapSecretError")
        || condition.stdout.contains("BootstrapSecretUnauthorized")
    }
    #expect(isStuck, "the agent's bootstrap credential still works")

    let rejoined = try await clusters.mcctl(
      Story.importing(name, clusters.first) + ["--rejoin"])
    #expect(rejoined.status == 0, "\(rejoined)")
    #expect(rejoined.stdout.contains("registered"), "\(rejoined)")
    #expect(try await certificate() != before)
    #expect(try await uid(name) == record)
    let status = try await clusters.mcctl("status", name, "-o", "jsonpath={.registered}")
    #expect(status.stdout == "true", "\(status)")
    try await clusters.done(Story.deleting(name, clusters.first))
  }

  /// Waits until the certificate has expired; one of a real cluster lives for months, and is taken away.
  private func loseCertificate() async throws {
    guard clusters.isLive else { return try await Task.sleep(for: .seconds(9)) }
    let isSilent = try await Story.eventually(within: 60) {
      try await clusters.must(
        clusters.first, "get", "pods", "-n", "open-cluster-management-agent", "-o", "name") == ""
    }
    try #require(isSilent, "the agent's pods do not end")
    try await clusters.must(
      clusters.first, "delete", "secret", "hub-kubeconfig-secret", "-n",
      "open-cluster-management-agent")
  }

  @Test("Without an agent or a record there is nothing to rejoin")
  func nothing() async throws {
    try await Refusal(
      "nothing to rejoin", status: 3, says: ["cannot join again", "import.nothing-to-rejoin"]
    ) { clusters in
      Story.importing(Story.clusterName(), clusters.managed.last ?? clusters.first) + ["--rejoin"]
    }
    .check(clusters)
  }

  private func uid(_ name: String) async throws -> String {
    try await clusters.kubectl(
      clusters.hub, "get", "managedcluster", name, "-o", "jsonpath={.metadata.uid}"
    ).stdout
  }

  private func certificate() async throws -> String {
    try await clusters.kubectl(
      clusters.first, "get", "secret", "hub-kubeconfig-secret", "-n",
      "open-cluster-management-agent", "-o", "jsonpath={.data.tls\\.crt}"
    ).stdout
  }

  private func scale(_ deployment: String, _ namespace: String, _ count: Int) async throws {
    let outcome = try await clusters.kubectl(
      clusters.first, "-n", namespace, "scale", "deployment", deployment,
      "--replicas=\(count)")
    try #require(outcome.status == 0, "\(outcome)")
  }
}
