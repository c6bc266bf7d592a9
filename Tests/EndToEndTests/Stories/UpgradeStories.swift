import Foundation
import Testing

/// Agents are moved to another release, one first, and nothing else of them changes.
@Suite(
  "Upgrading agents", .serialized,
  .clusters(3, flags: ["--hub-prepared", "--unpullable", "registry.invalid/"]),
  .enabled(if: Clusters.have(2), "it takes two managed clusters"))
struct UpgradeStories {
  let clusters: Clusters
  /// The clusters' names; in the sandbox they are the servers' own.
  private let names: [String]
  /// The time in which a release that cannot be pulled is found out.
  private let soon: String

  init() throws {
    let clusters = try Clusters.required()
    self.clusters = clusters
    names = clusters.managed.indices
      .map { clusters.isLive ? Story.clusterName() : "cluster\($0 + 1)" }.sorted()
    soon = clusters.isLive ? "30s" : "6s"
  }

  @Test("One first, then the others; every option stays; a broken release stops at the first one")
  func upgrade() async throws {
    let access = ["--cluster-kubeconfig", clusters.folder.path + "/{name}.kubeconfig"]
    for (name, kubeconfig) in zip(names, clusters.managed) {
      if clusters.isLive {
        try FileManager.default.copyItem(
          atPath: kubeconfig, toPath: clusters.folder.path + "/\(name).kubeconfig")
      }
      try await clusters.done(Story.importing(name, kubeconfig) + importing(release: "1.2.0"))
    }
    let before = try await klusterlets()

    let seen = try clusters.requests().count
    let upgrade = ["upgrade", "--agents"] + names + access
    let events = clusters.folder.appending(path: "canary.jsonl")
    let broken = try await clusters.mcctl(
      upgrade + [
        "--image-registry", "registry.invalid/ocm", "--cluster-timeout", soon, "--parallel", "8",
        "--max-failures", "2", "--events", events.path,
      ])
    // None has succeeded, and the one that was tried has run out of time.
    #expect(broken.status == 5, "\(broken)")
    for word in [names[0], "ImagePullBackOff", "\(names[0]), has not come through"] {
      #expect((broken.stdout + broken.stderr).contains(word), "\(word) is missing: \(broken)")
    }
    let told = try String(contentsOf: events, encoding: .utf8).split(separator: "\n")
      .filter { $0.contains("\"event\":\"row\"") && $0.contains("\"state\":\"skipped\"") }
    #expect(told.count == names.count - 1, "\(told)")
    // Not even read: nothing of mcctl has reached the others.
    let asked = try clusters.requests().dropFirst(seen).filter {
      $0.userAgent.hasPrefix("mcctl/") && $0.server != "hub" && $0.server != "cluster1"
    }
    #expect(asked.isEmpty, "\(asked)")
    #expect(try await Array(klusterlets().dropFirst()) == Array(before.dropFirst()))

    let planned = try await clusters.mcctl(
      upgrade + ["--dry-run=diff"])
    #expect(planned.status == 2, "\(planned)")
    #expect(
      planned.stdout.contains("\(Self.registry)/registration-operator:v1.3.1"), "\(planned)")

    let done = try await clusters.mcctl(
      upgrade + ["--image-registry", Self.registry, "--parallel", "2"])
    #expect(done.status == 0, "\(done)")
    for name in names {
      #expect(done.stdout.contains("agent of \(name) upgraded"), "\(done)")
    }
    // Nothing but the images has changed.
    let after = try await klusterlets()
    #expect(
      after == before.map { $0.replacing(":v1.2.0", with: ":v1.3.1") }, "\(after) \(before)")

    // What an upgrade has patched is mcctl's own: an import that says otherwise takes no force.
    let last = names.count - 1
    let back = try await clusters.mcctl(
      Story.importing(names[last], clusters.managed[last]) + importing(release: "1.2.0"))
    #expect(back.status == 0, "\(back)")
    #expect(try await klusterlets()[last] == before[last])
    let forth = try await clusters.mcctl(upgrade + ["--image-registry", Self.registry])
    #expect(forth.status == 0, "\(forth)")
    #expect(try await klusterlets() == after)

    let again = try await clusters.mcctl(
      clusters.isLive ? upgrade : ["upgrade", "--agents", "-l", "!nothing"] + access)
    #expect(again.status == 0 && again.stdout.contains("unchanged"), "\(again)")

    try await refused(access)
    for (name, kubeconfig) in zip(names, clusters.managed) {
      try await clusters.done(Story.deleting(name, kubeconfig))
    }
  }

  /// Releases that do not fit, and the agent of another cluster.
  private func refused(_ access: [String]) async throws {
    for (release, words) in [
      ("1.2.0", "newer than 1.2.0"), ("1.4.0", "newer than the hub's 1.3.1"),
    ] {
      let refused = try await clusters.mcctl(
        ["upgrade", "--agents", names[0], "--ocm-version", release] + access)
      #expect(refused.status == 3, "\(refused)")
      #expect(refused.stderr.contains(words), "\(refused)")
      #expect(refused.stderr.contains("upgrade.version-skew"), "\(refused)")
    }
    let context = try await clusters.must(clusters.managed[1], "config", "current-context")
      .trimmingCharacters(in: .whitespacesAndNewlines)
    let other = try await clusters.mcctl(
      ["upgrade", "--agents", names[0], "--cluster-kubeconfig", clusters.managed[1]])
    #expect(other.status == 3 && other.stderr.contains("context \(context)"), "\(other)")
  }

  @Test("An import that ends while the agent still rolls out is gone on with by the same command")
  func rollout() async throws {
    let importing = Story.importing(names[0], clusters.first)
    let good = importing + self.importing(release: "1.3.1")
    let first = try await clusters.mcctl(good)
    try #require(first.status == 0, "\(first)")
    let broken =
      importing + self.importing(release: "1.3.1", registry: "registry.invalid/ocm")
      + ["--timeout", clusters.isLive ? "30s" : "20s"]
    for _ in 1...2 {
      let late = try await clusters.mcctl(broken)
      #expect(late.status == 5 && late.stderr.contains("ImagePullBackOff"), "\(late)")
    }
    let repaired = try await clusters.mcctl(good)
    #expect(repaired.status == 0, "\(repaired)")
    let again = try await clusters.mcctl(good)
    #expect(again.stdout.contains("unchanged"), "\(again)")
    try await clusters.done(Story.deleting(names[0], clusters.first))
  }

  /// Where images are; real nodes pull what is there to be pulled.
  private static let registry =
    Clusters.areLive ? "quay.io/open-cluster-management" : "mirror.example/ocm"
  /// A label that nodes have.
  private static let nodes = Clusters.areLive ? "kubernetes.io/os=linux" : "disk=fast"

  private func importing(release: String, registry: String = Self.registry) -> [String] {
    [
      "--ocm-version", release, "--image-registry", registry, "--node-selector",
      Self.nodes, "--feature-gate", "RawFeedbackJsonString=true",
    ]
  }

  /// The specifications of all agents.
  private func klusterlets() async throws -> [String] {
    var found: [String] = []
    for kubeconfig in clusters.managed {
      let outcome = try await clusters.kubectl(
        kubeconfig, "get", "klusterlet", "klusterlet", "-o", "jsonpath={.spec}")
      try #require(outcome.status == 0, "\(outcome)")
      found.append(outcome.stdout)
    }
    return found
  }
}
