import Foundation
import Testing

/// Clusters that only reach out: a bundle is made, carried there, and applied with nothing but its own
/// scripts and kubectl, in the plainest shell there is.
@Suite("Join bundles", .serialized, .clusters(1))
struct BundleStories {
  let clusters: Clusters

  init() async throws {
    clusters = try Clusters.required()
    try await Story.prepareHub(clusters)
  }

  @Test("Made offline, applied by join.sh: registered; leave.sh leaves nothing behind")
  func offline() async throws {
    let name = Story.clusterName()
    let before = try await Inventory.take(clusters.first, clusters: clusters)
    let token = try await clusters.mcctl("token", "create", name, "-o", "jsonpath={.token}")
    try #require(token.status == 0, "\(token)")
    let bundle = clusters.folder.appending(path: name).path
    let made = try await clusters.mcctl(
      [
        "import", name, "--mode", "manual", "--offline", "--hub-token-file", "-", "-o", bundle,
        "--allow-loopback", "--hub-server", try await clusters.serverURL(clusters.hub),
        "--hub-ca-file", try await clusters.authority(clusters.hub, "hub"),
      ], environment: ["KUBECONFIG": "/nonexistent"], input: token.stdout)
    try #require(made.status == 0, "\(made)")

    let joined = try await clusters.script(bundle, "join.sh", "--no-wait")
    try #require(joined.status == 0, "\(joined)")
    let accepted = try await clusters.mcctl("accept", name, "--wait-for-request", "--wait")
    try #require(accepted.status == 0, "\(accepted)")
    #expect(accepted.stdout.contains("accepted and registered"))
    let seen = try await clusters.script(bundle, "join.sh")
    #expect(seen.status == 0, "\(seen)")
    #expect(seen.stdout.contains("\"\(name)\" is registered with"))

    let left = try await clusters.script(bundle, "leave.sh", "--yes")
    #expect(left.status == 0, "\(left)")
    let after = try await Inventory.take(clusters.first, clusters: clusters)
    #expect(after.added(since: before) == [])
    let again = try await clusters.script(bundle, "leave.sh", "--yes")
    #expect(again.status == 0, "\(again)")
    let deleted = try await clusters.mcctl("delete", name, "--hub-only", "--yes")
    #expect(deleted.status == 0, "\(deleted)")
  }

  @Test("The hub waits for the bundle, verifies, accepts, and takes the credential back")
  func waiting() async throws {
    let name = Story.clusterName()
    let archive = clusters.folder.appending(path: "\(name).tar.gz").path
    let hub = try RunningProgram(
      "mcctl",
      [
        "import", name, "--mode", "manual", "-o", archive, "--wait", "--allow-loopback",
        "--label", "site=far", "--gate", "example.com/Ready", "--token-ttl", "2h",
        "--timeout", "90s",
      ], environment: ["KUBECONFIG": clusters.hub], folder: clusters.folder)
    let isMade = await hub.wait(within: 60) { _ in
      FileManager.default.fileExists(atPath: archive)
    }
    try #require(isMade, "\(hub.stderr)")
    let secret = try await clusters.kubectl(
      clusters.hub, "get", "secret", "-n", name, "\(name)-import", "-o", "jsonpath={.data}")
    #expect(secret.stdout.contains("crds.yaml") && secret.stdout.contains("import.yaml"))

    let unpacked = try await Program.run("tar", ["-xzf", archive], folder: clusters.folder)
    try #require(unpacked.status == 0, "\(unpacked)")
    let joined = try await clusters.script(
      clusters.folder.appending(path: name).path, "join.sh", "--timeout", "90")
    #expect(joined.status == 0, "\(joined)")
    let opened = try await clusters.kubectl(
      clusters.hub, "patch", "managedcluster", name, "--subresource=status", "--type=json", "-p",
      Self.gateOpen)
    #expect(opened.status == 0, "\(opened)")
    let outcome = await hub.end(within: 120)
    #expect(outcome.status == 0, "\(outcome)")
    #expect(outcome.stdout.contains("cluster \(name) registered"))

    let label = try await clusters.kubectl(
      clusters.hub, "get", "managedcluster", name, "-o", "jsonpath={.metadata.labels.site}")
    #expect(label.stdout == "far")
    let tokens = try await clusters.mcctl("token", "list", "-o", "name")
    #expect(!tokens.stdout.contains(name))
    let spent = try await clusters.kubectl(
      clusters.hub, "get", "secret", "-n", name, "\(name)-import", "--ignore-not-found")
    #expect(spent.stdout == "")
    let deleted = try await clusters.mcctl(Story.deleting(name, clusters.first))
    #expect(deleted.status == 0, "\(deleted)")
  }

  private static let gateOpen = """
    [{"op": "add", "path": "/status/conditions/-", "value": {"type": "example.com/Ready", "status": "True",
      "reason": "Test", "message": "", "lastTransitionTime": "2026-01-01T00:00:00Z"}}]
    """

  @Test("status --wait-for registered lets a cluster in that has a bundle, and no other")
  func statusWaits() async throws {
    let name = Story.clusterName()
    let bundle = clusters.folder.appending(path: name).path
    let made = try await clusters.mcctl(
      "import", name, "--mode", "manual", "-o", bundle, "--allow-loopback")
    try #require(made.status == 0, "\(made)")
    let page = try await clusters.mcctl("status", name)
    #expect(page.stdout.contains("no request of its agent to join is on the hub"), "\(page)")
    #expect(page.stdout.contains("-> sh join.sh, in its bundle, on the cluster"), "\(page)")
    let joined = try await clusters.script(bundle, "join.sh", "--no-wait")
    try #require(joined.status == 0, "\(joined)")
    let status = try await clusters.mcctl(
      "status", name, "--wait-for", "registered", "--timeout", "60s")
    #expect(status.status == 0, "\(status)")
    let left = try await clusters.script(bundle, "leave.sh", "--yes")
    #expect(left.status == 0, "\(left)")
    let deleted = try await clusters.mcctl("delete", name, "--hub-only", "--yes")
    #expect(deleted.status == 0, "\(deleted)")
  }

  @Test("verify asks bundle, hub and cluster; a revoked credential is found out")
  func verify() async throws {
    let name = Story.clusterName()
    let bundle = clusters.folder.appending(path: "\(name).tgz").path
    let made = try await clusters.mcctl(
      "import", name, "--mode", "manual", "-o", bundle, "--allow-loopback", "-v8")
    try #require(made.status == 0, "\(made)")
    let good = try await clusters.mcctl(
      "bundle", "verify", bundle, "--kubeconfig", clusters.hub, "--cluster-kubeconfig",
      clusters.first)
    #expect(good.status == 0, "\(good)")
    for id in ["bundle.files", "hub.certificate", "hub.credential", "cluster.manifests"] {
      #expect(good.stdout.contains(id))
    }
    let revoked = try await clusters.mcctl("token", "revoke", name)
    #expect(revoked.status == 0, "\(revoked)")
    let bad = try await clusters.mcctl("bundle", "verify", bundle, "--kubeconfig", clusters.hub)
    #expect(bad.status == 3, "\(bad)")
    #expect(bad.stderr.contains("bundle.check-failed"))

    let inspected = try await clusters.mcctl("bundle", "inspect", bundle, "-o", "json")
    #expect(try Story.json(inspected)["cluster"] as? String == name)
    for text in [made.stdout, made.stderr, good.stderr, inspected.stdout] {
      #expect(!text.contains("eyJ"), "a token is shown")
    }
    let deleted = try await clusters.mcctl("delete", name, "--hub-only", "--yes")
    #expect(deleted.status == 0, "\(deleted)")
  }

  @Test("A bundle whose credential was revoked: join.sh and the checks say so")
  func revoked() async throws {
    let name = Story.clusterName()
    let bundle = clusters.folder.appending(path: name).path
    try await clusters.done(
      ["import", name, "--mode", "manual", "-o", bundle, "--allow-loopback"])
    try await clusters.done(["token", "revoke", name])
    let joined = try await clusters.script(bundle, "join.sh", "--timeout", "30")
    #expect(joined.status == 5, "\(joined)")
    #expect(joined.stdout.contains("does not take the credential"), "\(joined)")
    #expect(joined.stderr.contains("mcctl import \(name) --mode manual"), "\(joined)")
    #expect(!joined.stderr.contains("{"), "\(joined)")
    let checked = try await clusters.mcctl(
      "check", "cluster", name, "--cluster-kubeconfig", clusters.first)
    #expect(checked.status == 3, "\(checked)")
    #expect(checked.stdout.contains("the hub refuses the join credential"), "\(checked)")

    let left = try await clusters.script(bundle, "leave.sh", "--yes")
    #expect(left.status == 0, "\(left)")
    try await clusters.done(["delete", name, "--hub-only", "--yes"])
  }

  @Test("Killed while it makes many, it leaves whole bundles only, and goes on when run again")
  func killed() async throws {
    let folder = clusters.folder.appending(path: "many")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try "planted.token".write(
      to: folder.appending(path: "token"), atomically: true, encoding: .utf8)
    let fleet = folder.appending(path: "fleet.yaml")
    let names = (0..<200).map { "  - name: c\($0)" }.joined(separator: "\n")
    try """
    apiVersion: mcctl.dev/v1
    kind: Fleet
    spec:
      hub: {url: "https://hub.example:6443", caFile: \(try await clusters.authority(clusters.hub, "hub"))}
      defaults: {mode: manual, token: {file: token}}
      clusters:
    \(names)
    """.write(to: fleet, atomically: true, encoding: .utf8)
    let bundles = folder.appending(path: "bundles").path
    let words = ["bundle", "create", "-f", fleet.path, "-o", bundles, "--offline", "-v8"]
    let present = { (try? FileManager.default.contentsOfDirectory(atPath: bundles)) ?? [] }

    let first = try RunningProgram("mcctl", words, folder: clusters.folder)
    _ = await first.wait(within: 60) { _ in present().count > 40 }
    first.signal(SIGKILL)
    _ = await first.end(within: 10)
    for name in present().filter({ !$0.hasPrefix(".") }).prefix(20) {
      let verified = try await clusters.mcctl("bundle", "verify", "\(bundles)/\(name)")
      #expect(verified.status == 0, "\(verified)")
    }
    let second = try await clusters.mcctl(words)
    #expect(second.status == 0, "\(second)")
    #expect(present().sorted() == (0..<200).map { "c\($0)" }.sorted())
    #expect(!(second.stdout + second.stderr).contains("planted"))

    // The end is that of a run that nobody killed.
    let whole = folder.appending(path: "whole").path
    let undisturbed = try await clusters.mcctl(
      ["bundle", "create", "-f", fleet.path, "-o", whole, "--offline"])
    try #require(undisturbed.status == 0, "\(undisturbed)")
    let compared = try await Program.run("diff", ["-r", bundles, whole], folder: folder)
    #expect(compared.status == 0, "\(compared)")
  }

  @Test("A dry run of an import by bundle writes nothing, neither on the hub nor here")
  func dryRun() async throws {
    let name = Story.clusterName()
    let before = try clusters.writes().count
    for mode in ["client", "diff", "server"] {
      let bundle = clusters.folder.appending(path: "\(name)-\(mode)").path
      let planned = try await clusters.mcctl(
        "import", name, "--mode", "manual", "-o", bundle, "--allow-loopback", "--dry-run=\(mode)")
      #expect([0, 2].contains(planned.status), "\(planned)")
      #expect(!FileManager.default.fileExists(atPath: bundle))
    }
    #expect(try clusters.writes().count == before)
  }
}

extension Clusters {
  /// Runs a script of a bundle on the first managed cluster, in dash.
  func script(_ bundle: String, _ name: String, _ arguments: String...) async throws -> Outcome {
    try await Program.run(
      "dash", ["\(bundle)/\(name)", "--kubeconfig", first] + arguments,
      environment: ["HOME": folder.path], folder: folder)
  }
}
