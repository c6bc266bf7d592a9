import FoundationEssentials
import KubernetesClient
import OpenClusterManagement
import Testing

@testable import Workflows

@Suite("Checks of a bundle")
struct BundleVerificationTests {
  private let samples: BundleSamples

  init() throws { samples = try BundleSamples() }

  private func states(
    _ path: String, now: Date = Pair.now
  ) throws -> [String: BundleCheck.State] {
    let checks = BundleVerification(try BundleReader(path: path).read(), now: { now }).checks()
    return Dictionary(uniqueKeysWithValues: checks.map { ($0.id, $0.state) })
  }

  @Test("pass for one that is as it was made")
  func passes() throws {
    let path = try samples.write(BundleSamples.bundle(), "c1")
    #expect(
      try states(path) == [
        "bundle.files": .pass, "bundle.manifests": .pass, "bundle.authorities": .pass,
        "bundle.expiry": .pass,
      ])
  }

  @Test("tell a credential that ends soon from one that has ended")
  func expiry() throws {
    let path = try samples.write(BundleSamples.bundle(), "c1")
    let end = Pair.now.addingTimeInterval(86_400)
    #expect(try states(path, now: end.addingTimeInterval(-60))["bundle.expiry"] == .warn)
    #expect(try states(path, now: end)["bundle.expiry"] == .fail)
  }

  @Test("fail for one whose manifests were exchanged for another cluster's, digests and all")
  func otherCluster() throws {
    let path = try samples.write(BundleSamples.bundle(), "c1")
    let other = try BundleSamples.bundle("c2")
    for file in other.files where file.path.hasPrefix("manifests/") {
      try Data(file.contents).write(to: URL(filePath: "\(path)/\(file.path)"))
    }
    let states = try states(path)
    #expect(states["bundle.files"] == .fail)
    #expect(states["bundle.manifests"] == .fail)
  }

  @Test("fail for one that trusts another authority than it says")
  func otherAuthority() throws {
    let path = try samples.write(BundleSamples.bundle(), "c1")
    var request = BundleSamples.request()
    request.hubCABundle = Array(TestAuthorities.two.utf8)
    let other = try OfflineBundle(request, now: { Pair.now }).bundle()
    let secrets = try #require(other.files.first { $0.path.hasSuffix("03-secrets.yaml") })
    try Data(secrets.contents).write(to: URL(filePath: "\(path)/manifests/03-secrets.yaml"))
    #expect(try states(path)["bundle.authorities"] == .fail)
  }

  @Test("ask the hub with what is in the bundle, and with nothing else")
  func hub() async throws {
    let path = try samples.write(BundleSamples.bundle(), "c1")
    let verification = BundleVerification(try BundleReader(path: path).read(), now: { Pair.now })
    let hub = StaticCluster.hub()
    let checks = await verification.checks(atHub: "https://10.0.0.1:6443") { config in
      #expect(config.server == "https://10.0.0.1:6443")
      #expect(
        AuthorityPin.pins(pem: config.tls.caBundle ?? []).map(\.text) == [TestAuthorities.onePin])
      #expect(!config.tls.skipsVerification)
      #expect(config.credential == .token(BundleSamples.request().token))
      return APIReader(transport: hub, config: config)
    }
    #expect(checks.map(\.state) == [.pass, .pass])
    hub.deny("create managedclusters")
    let denied = await verification.checks(atHub: "https://10.0.0.1:6443") {
      APIReader(transport: hub, config: $0)
    }
    #expect(denied.map(\.state) == [.pass, .fail])
  }

  @Test("send the manifests to the cluster, and keep nothing there")
  func dryRun() async throws {
    let path = try samples.write(BundleSamples.bundle(), "c1")
    let manifests = try BundleVerification(try BundleReader(path: path).read()).manifests()
    let pair = Pair()
    let clusters = Clusters(
      hub: pair.managed.access("c1", server: "https://c1.example"),
      managed: pair.managed.access("c1", server: "https://c1.example"))
    let result = try await pair.runner(.serverDryRun).run(BundleDryRun(manifests), on: clusters)
    #expect(result.report?.check.state == .pass)
    #expect(!pair.managed.writes.isEmpty)
    #expect(pair.managed.writes.allSatisfy { $0.query.contains("dryRun=All") })
  }
}
