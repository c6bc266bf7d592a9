import Foundation
import Testing

/// A pod on the managed cluster tries the way to the hub before anything is written.
@Suite(
  "Probe", .serialized,
  .clusters(1, flags: ["--hub-prepared", "--unpullable", "registry.invalid/"]))
struct ProbeStories {
  let clusters: Clusters

  init() throws {
    clusters = try .required()
  }

  @Test("The way is good: the cluster is imported, and no pod is left")
  func good() async throws {
    let name = Story.clusterName()
    let imported = try await clusters.mcctl(Story.importing(name, clusters.first) + ["--probe"])
    #expect(imported.status == 0, "\(imported)")
    #expect(try await pods() == "")
    let deleted = try await clusters.mcctl(Story.deleting(name, clusters.first))
    #expect(deleted.status == 0, "\(deleted)")
  }

  @Test("The way is not good: why is said, nothing is registered, and no pod is left")
  func bad() async throws {
    let foreign = try Data(base64Encoded: await Authority.own(in: clusters.folder)) ?? Data()
    let other = clusters.folder.appending(path: "another-ca.crt")
    try foreign.write(to: other)
    for (extra, words) in [
      (["--hub-url", "https://127.0.0.1:9"], ["finds nothing that listens", "--hub-url"]),
      (["--hub-url", "https://nowhere.invalid:6443"], ["does not resolve", "--hub-host-alias"]),
      (
        ["--hub-url", "https://127.0.0.1:9", "--probe-image", "registry.invalid/curl:1"],
        ["ImagePull", "--probe-image"]
      ),
    ] {
      let name = Story.clusterName()
      let refused = try await clusters.mcctl(
        Story.importing(name, clusters.first) + ["--probe"] + extra)
      #expect(refused.status == 3, "\(refused)")
      for word in words + ["import.probe-failed"] {
        #expect(refused.stderr.contains(word), "\(word) is missing: \(refused)")
      }
      #expect(try await pods() == "")
      let record = try await clusters.kubectl(clusters.hub, "get", "managedcluster", name)
      #expect(record.status != 0, "\(record)")
    }
    try await Refusal(
      "an authority that did not sign the hub's certificate", status: 3,
      says: ["could not verify the hub", "import.hub-url-unverified"]
    ) { clusters in
      Story.importing(Story.clusterName(), clusters.first) + [
        "--probe", "--hub-ca-file", other.path,
      ]
    }.check(clusters)
  }

  @Test("Stopped while the pod runs, mcctl takes it away")
  func interrupted() async throws {
    let silent = try RunningProgram("python3", ["-c", Self.silence])
    defer { silent.signal(SIGTERM) }
    let isListening = await silent.wait(within: 20) { $0.stdout.contains("\n") }
    try #require(isListening)
    let port = silent.stdout.split(separator: "\n").first.map(String.init) ?? ""
    // A real pod has a loopback of its own; there, one that no node takes stands for one that waits.
    let waiting =
      clusters.isLive
      ? ["--node-selector", "mcctl.dev/nowhere=here"]
      : ["--hub-url", "https://127.0.0.1:\(port)"]
    let program = try RunningProgram(
      "mcctl", Story.importing(Story.clusterName(), clusters.first) + ["--probe"] + waiting,
      environment: ["KUBECONFIG": clusters.hub], folder: clusters.folder)
    let isThere = try await Story.eventually(within: 20) { try await pods() != "" }
    #expect(isThere)
    program.signal(SIGINT)
    let outcome = await program.end(within: 10)
    #expect(outcome.status == 130, "\(outcome)")
    #expect(try await pods() == "", "\(outcome)")
  }

  /// A server that takes connections, and says nothing.
  private static let silence = """
    import socket, time
    s = socket.socket(); s.bind(('127.0.0.1', 0)); s.listen()
    print(s.getsockname()[1], flush=True); time.sleep(60)
    """

  /// Names of probes' pods and Secrets.
  private func pods() async throws -> String {
    try await clusters.kubectl(
      clusters.first, "get", "pods,secrets", "-A", "-o", "name", "-l", "mcctl.dev/probe"
    ).stdout
  }
}
