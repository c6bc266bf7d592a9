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
        Story.importing(name, kubeconfig) + [
          "--ocm-version", "1.2.0", "--image-registry", "mirror.example/ocm", "--node-selector",
          "disk=fast", "--feature-gate", "RawFeedbackJsonString=true",
        ])
      try #require(imported.status == 0, "\(imported)")
    }
    let before = try await klusterlets()

    let upgrade = ["upgrade", "--agents"] + names + access
    let broken = try await clusters.mcctl(
      upgrade + ["--image-registry", "registry.invalid/ocm", "--cluster-timeout", "4s"])
    #expect(broken.status == 6 || broken.status == 5, "\(broken)")
    for word in ["cluster1", "ImagePullBackOff", "has not come through"] {
      #expect((broken.stdout + broken.stderr).contains(word), "\(word) is missing: \(broken)")
    }
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
