import Foundation
import Testing

/// Agents are moved to another release, one first, and nothing else of them changes.
@Suite(
  "Upgrading agents", .serialized,
  .clusters(3, flags: ["--hub-prepared", "--unpullable", "registry.invalid/"]),
  .enabled(if: !Clusters.areLive, "it takes releases that a live cluster does not run"))
struct UpgradeStories {
  let clusters: Clusters

  init() throws {
    clusters = try .required()
  }

  @Test("One first, then the others; every option stays; a broken release stops at the first one")
  func upgrade() async throws {
    let names = (1...3).map { "cluster\($0)" }
    let access = ["--cluster-kubeconfig", clusters.folder.path + "/{name}.kubeconfig"]
    for (name, kubeconfig) in zip(names, clusters.managed) {
      let imported = try await clusters.mcctl(
        Story.importing(name, kubeconfig) + importing(release: "1.2.0"))
      try #require(imported.status == 0, "\(imported)")
    }
    let before = try await klusterlets()

    let seen = try clusters.requests().count
    let upgrade = ["upgrade", "--agents"] + names + access
    let events = clusters.folder.appending(path: "canary.jsonl")
    let broken = try await clusters.mcctl(
      upgrade + [
        "--image-registry", "registry.invalid/ocm", "--cluster-timeout", "4s", "--parallel", "8",
        "--max-failures", "2", "--events", events.path,
      ])
    // None has succeeded, and the one that was tried has run out of time.
    #expect(broken.status == 5, "\(broken)")
    for word in ["cluster1", "ImagePullBackOff", "cluster1, has not come through"] {
      #expect((broken.stdout + broken.stderr).contains(word), "\(word) is missing: \(broken)")
    }
    let told = try String(contentsOf: events, encoding: .utf8).split(separator: "\n")
      .filter { $0.contains("\"event\":\"row\"") && $0.contains("\"state\":\"skipped\"") }
    #expect(told.count == 2, "\(told)")
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
      planned.stdout.contains("mirror.example/ocm/registration-operator:v1.3.1"), "\(planned)")

    let done = try await clusters.mcctl(
      upgrade + ["--image-registry", "mirror.example/ocm", "--parallel", "2"])
    #expect(done.status == 0, "\(done)")
    for name in names {
      #expect(done.stdout.contains("agent of \(name) upgraded"), "\(done)")
    }
    // Nothing but the images has changed.
    let after = try await klusterlets()
    #expect(
      after == before.map { $0.replacing(":v1.2.0", with: ":v1.3.1") }, "\(after) \(before)")

    // What an upgrade has patched is mcctl's own: an import that says otherwise takes no force.
    let back = try await clusters.mcctl(
      Story.importing(names[2], clusters.managed[2]) + importing(release: "1.2.0"))
    #expect(back.status == 0, "\(back)")
    #expect(try await klusterlets()[2] == before[2])
    let forth = try await clusters.mcctl(upgrade + ["--image-registry", "mirror.example/ocm"])
    #expect(forth.status == 0, "\(forth)")
    #expect(try await klusterlets() == after)

    let again = try await clusters.mcctl(
      ["upgrade", "--agents", "-l", "!nothing"] + access)
    #expect(again.status == 0 && again.stdout.contains("unchanged"), "\(again)")

    for (release, words) in [
      ("1.2.0", "newer than 1.2.0"), ("1.4.0", "newer than the hub's 1.3.1"),
    ] {
      let refused = try await clusters.mcctl(
        ["upgrade", "--agents", "cluster1", "--ocm-version", release] + access)
      #expect(refused.status == 3, "\(refused)")
      #expect(refused.stderr.contains(words), "\(refused)")
      #expect(refused.stderr.contains("upgrade.version-skew"), "\(refused)")
    }
    let other = try await clusters.mcctl(
      ["upgrade", "--agents", "cluster1", "--cluster-kubeconfig", clusters.managed[1]])
    #expect(other.status == 3 && other.stderr.contains("context cluster2"), "\(other)")
  }

  @Test("An import that ends while the agent still rolls out is gone on with by the same command")
  func rollout() async throws {
    let importing = Story.importing("cluster1", clusters.first)
    let good = importing + self.importing(release: "1.3.1")
    let first = try await clusters.mcctl(good)
    try #require(first.status == 0, "\(first)")
    let broken =
      importing + self.importing(release: "1.3.1", registry: "registry.invalid/ocm")
      + ["--timeout", "20s"]
    for _ in 1...2 {
      let late = try await clusters.mcctl(broken)
      #expect(late.status == 5 && late.stderr.contains("ImagePullBackOff"), "\(late)")
    }
    let repaired = try await clusters.mcctl(good)
    #expect(repaired.status == 0, "\(repaired)")
    let again = try await clusters.mcctl(good)
    #expect(again.stdout.contains("unchanged"), "\(again)")
  }

  private func importing(release: String, registry: String = "mirror.example/ocm") -> [String] {
    [
      "--ocm-version", release, "--image-registry", registry, "--node-selector",
      "disk=fast", "--feature-gate", "RawFeedbackJsonString=true",
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
