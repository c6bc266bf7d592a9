import Foundation
import Testing

/// Many clusters in one command: `MCCTL_FLEET` says how many (10 unless set, 200 for the measurement in
/// docs/performance.md); five of them are broken, each in another way.
@Suite(
  "Fleets", .serialized, .clusters(FleetSize.all, flags: ["--hub-prepared"]),
  .enabled(if: !Clusters.areLive, "a fleet takes a sandbox"))
struct FleetStories {
  static let broken = ["credential", "dead", "elsewhere", "rights", "slow"]

  let clusters: Clusters

  init() throws {
    clusters = try .required()
  }

  /// A fleet file for clusters by name and the file of their kubeconfig.
  private func fleet(_ file: String, _ members: [(String, String)]) throws -> String {
    let entries = members.map { "  - {name: \($0.0), kubeconfig: {file: \($0.1)}}" }
    return try clusters.file(
      file,
      """
      apiVersion: mcctl.dev/v1
      kind: Fleet
      spec:
        hub: {allowLoopback: true}
        defaults: {labels: {region: north}}
        clusters:
      \(entries.joined(separator: "\n"))
      """)
  }

  private func outcomes(_ outcome: Outcome) throws -> [(name: String, word: String, id: String?)] {
    let items = try #require(try Story.json(outcome)["items"] as? [[String: Any]])
    return items.map { item in
      (
        item["name"] as? String ?? "", item["outcome"] as? String ?? "",
        (item["error"] as? [String: Any])?["id"] as? String
      )
    }
  }

  @Test(
    "Five broken in five ways: the others are registered, each has its reason; repaired and retried, all are"
  )
  func brokenAndRepaired() async throws {
    let good = clusters.managed.dropFirst(5).enumerated().map { ("ok-\($0)", $1) }
    let whole = Array(clusters.managed.prefix(5))
    let other = try await anotherHub(whole[2])
    let files = [
      try await draft("credential", whole[0]) { $0.authenticate(token: "not-the-token") },
      try await draft("dead", whole[1]) { $0.server = "https://127.0.0.1:1" },
      try await draft("elsewhere", whole[2]) { _ in },
      try await withoutRights(whole[3]),
      try await draft("slow", whole[4]) { _ in },
    ]
    let members = zip(Self.broken, files).map { ($0, $1) } + good
    let fleet = try fleet("fleet.yaml", members)
    let limit = FleetSize.all > 20 ? "10m" : "45s"
    var first: Outcome?
    try await clusters.withFaults(whole[4], "latency=900000") {
      first = try await clusters.mcctl(
        [
          "import", "-f", fleet, "-o", "json", "--cluster-timeout", limit, "--timeout", "60m",
          "--request-timeout", "2m",
        ], timeout: 3600)
    }
    let run = try #require(first)
    #expect(run.status == 6, "\(run)")
    let rows = try outcomes(run)
    #expect(rows.map(\.name) == members.map(\.0))
    let failed = rows.filter { $0.word == "failed" }
    #expect(failed.map(\.name) == Self.broken, "\(run)")
    let ids = failed.map { $0.id ?? "" }
    #expect(ids[0] == "access.unauthorized", "\(run)")
    #expect(ids[1] == "cluster.unreachable", "\(run)")
    #expect(ids[2] == "import.joined-other-hub", "\(run)")
    #expect(["access.forbidden", "access.not-permitted"].contains(ids[3]), "\(run)")
    #expect(["wait.timed-out", "cluster.request-timed-out"].contains(ids[4]), "\(run)")
    #expect(run.stderr.contains("\(good.count) registered, 5 failed in "), "\(run)")

    for (name, kubeconfig) in zip(Self.broken, whole) {
      _ = try await draft(name, kubeconfig) { _ in }
    }
    let result = try clusters.file("result.json", run.stdout)
    let retried = try await clusters.mcctl(
      [
        "import", "-f", fleet, "--retry-failed", result, "--move", "-o", "json", "--timeout", "20m",
      ], timeout: 1200)
    #expect(retried.status == 0, "\(retried)")
    #expect(try outcomes(retried).map(\.name) == Self.broken)
    #expect(try outcomes(retried).allSatisfy { $0.word == "registered" }, "\(retried)")
    let drift = try await clusters.mcctl("diff", "-f", fleet)
    #expect(drift.status == 0, "\(drift)")
    await Sandbox.stop(other)

    let labelled = try await clusters.kubectl(
      clusters.hub, "label", "managedcluster", "dead", "region=south", "--overwrite")
    #expect(labelled.status == 0, "\(labelled)")
    let differs = try await clusters.mcctl("diff", "-f", fleet)
    #expect(differs.status == 2, "\(differs)")
    #expect(differs.stdout.contains("labels[region]"), "\(differs)")
  }

  @Test("Killed in the middle, its events tell what was done; the rest is done by them")
  func killed() async throws {
    let members = clusters.managed.prefix(6).enumerated().map { ("k-\($0)", $1) }
    // They are registered under other names if the story before has run: taken over by deleting those first.
    for name in Self.broken + ["ok-0"] {
      _ = try await clusters.mcctl("delete", name, "--hub-only", "--yes", "--ignore-not-found")
    }
    let fleet = try fleet("killed.yaml", Array(members))
    let events = clusters.folder.appending(path: "killed.jsonl").path
    let first = try RunningProgram(
      "mcctl", ["import", "-f", fleet, "--parallel", "2", "--events", events],
      environment: ["KUBECONFIG": clusters.hub], folder: clusters.folder)
    let isUnderWay = await first.wait(within: 300) { $0.stderr.contains(": registered") }
    try #require(isUnderWay, "\(first.stderr)")
    first.signal(SIGKILL)
    _ = await first.end(within: 10)

    let second = try await clusters.mcctl(
      ["import", "-f", fleet, "--retry-failed", events, "-o", "json"], timeout: 600)
    #expect(second.status == 0, "\(second)")
    let rest = try outcomes(second)
    #expect(rest.count < members.count && !rest.isEmpty, "\(second)")
    let third = try await clusters.mcctl(["import", "-f", fleet, "-o", "json"], timeout: 600)
    #expect(third.status == 0, "\(third)")
    #expect(try outcomes(third).map(\.word) == members.map { _ in "unchanged" }, "\(third)")
  }

  private func draft(
    _ name: String, _ kubeconfig: String, _ change: (inout KubeconfigDraft) -> Void
  ) async throws -> String {
    var draft = try await KubeconfigDraft(of: kubeconfig, clusters: clusters)
    change(&draft)
    return try draft.write(name, in: clusters.folder)
  }

  /// A kubeconfig of an account that may do nothing.
  private func withoutRights(_ kubeconfig: String) async throws -> String {
    let made = try await clusters.kubectl(
      kubeconfig, "create", "serviceaccount", "nobody", "-n", "default")
    try #require(made.status == 0, "\(made)")
    let token = try await clusters.kubectl(
      kubeconfig, "create", "token", "nobody", "-n", "default", "--duration", "2h")
    try #require(token.status == 0, "\(token)")
    return try await draft("rights", kubeconfig) {
      $0.authenticate(token: token.stdout.trimmingCharacters(in: .whitespacesAndNewlines))
    }
  }

  /// Another hub that has the cluster already.
  private func anotherHub(_ kubeconfig: String) async throws -> RunningProgram {
    let folder = clusters.folder.appending(path: "other")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let sandbox = try await Sandbox.start(in: folder, clusters: 0, flags: ["--hub-prepared"])
    let imported = try await clusters.mcctl(
      Story.importing("theirs", kubeconfig)
        + ["--kubeconfig", folder.appending(path: "hub.kubeconfig").path])
    try #require(imported.status == 0, "\(imported)")
    return sandbox
  }
}

/// How many managed clusters a fleet of the stories has.
enum FleetSize {
  static let all = ProcessInfo.processInfo.environment["MCCTL_FLEET"].flatMap(Int.init) ?? 10
}
