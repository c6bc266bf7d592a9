import Foundation
import Testing

/// The managed cluster reaches the hub, and the hub does not reach the managed cluster.
@Suite(
  "One-way networks", .serialized, .clusters(1),
  .enabled(if: FarNetwork.isPossible, "needs root, iproute2 and Python"))
struct NetworkStories {
  let clusters: Clusters

  init() async throws {
    clusters = try Clusters.required()
    try await Story.prepareHub(clusters)
  }

  @Test("A bundle joins a cluster that only reaches out")
  func oneWay() async throws {
    let network = try await FarNetwork()
    let outcome: Result<Void, any Error>
    do {
      outcome = .success(try await join(through: network))
    } catch {
      outcome = .failure(error)
    }
    await network.remove()
    try outcome.get()
  }

  private func join(through network: FarNetwork) async throws {
    let name = Story.clusterName()
    let far = clusters.folder.appending(path: "far")
    try FileManager.default.createDirectory(at: far, withIntermediateDirectories: true)
    let sandbox = try await ready(
      network.words("mcctl-sandbox", ["--directory", far.path, "--clusters", "1"]))
    let relays = try await relays(network)
    let kubeconfig = far.appending(path: "cluster1.kubeconfig").path
    let unreached = try await clusters.kubectl(
      kubeconfig, "get", "--raw", "/version", "--request-timeout=5s")
    #expect(unreached.status != 0, "the hub's side reaches the cluster: \(unreached)")

    let bundle = clusters.folder.appending(path: name).path
    let made = try await clusters.mcctl(
      "import", name, "--mode", "manual", "-o", bundle, "--allow-loopback")
    try #require(made.status == 0, "\(made)")
    let joined = try await script(network, "\(bundle)/join.sh", kubeconfig, "--no-wait")
    try #require(joined.status == 0, "\(joined)")
    let status = try await clusters.mcctl(
      "status", name, "--wait-for", "registered", "--timeout", "90s")
    #expect(status.status == 0, "\(status)")
    let left = try await script(network, "\(bundle)/leave.sh", kubeconfig, "--yes")
    #expect(left.status == 0, "\(left)")
    let deleted = try await clusters.mcctl("delete", name, "--hub-only", "--yes")
    #expect(deleted.status == 0, "\(deleted)")
    for program in relays + [sandbox] {
      program.signal(SIGTERM)
      _ = await program.end(within: 5)
    }
  }

  /// Inside, the hub's own address leads to the hub: two relays carry it over the one link there is.
  private func relays(_ network: FarNetwork) async throws -> [RunningProgram] {
    let url = try #require(URL(string: try await clusters.serverURL(clusters.hub)))
    let hub = "127.0.0.1:\(try #require(url.port))"
    let link = "\(network.outside):\(try #require(url.port))"
    let script = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Support/relay.py").path
    let outer = try RunningProgram("python3", [script, link, hub])
    _ = await outer.wait(within: 10) { $0.stdout.contains("ready") }
    return [outer, try await ready(network.words("python3", [script, hub, link]))]
  }

  private func ready(_ words: [String]) async throws -> RunningProgram {
    let program = try RunningProgram("ip", words)
    let isReady = await program.wait(within: 30) { $0.stdout.contains("ready") }
    try #require(isReady, "\(program.stderr)")
    return program
  }

  private func script(
    _ network: FarNetwork, _ path: String, _ kubeconfig: String, _ more: String
  ) async throws -> Outcome {
    let words = try network.words("dash", [path, "--kubeconfig", kubeconfig, more])
    return try await Program.run("ip", words, environment: ["HOME": clusters.folder.path])
  }
}
