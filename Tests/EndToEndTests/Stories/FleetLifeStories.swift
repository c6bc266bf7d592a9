import Foundation
import Testing

/// The life of a fleet of two clusters, from its file: small enough for real ones.
@Suite(
  "Life of a fleet", .serialized, .clusters(2, flags: ["--hub-prepared"]),
  .enabled(if: Clusters.have(2), "it takes two managed clusters"))
struct FleetLifeStories {
  let clusters: Clusters

  init() throws {
    clusters = try .required()
  }

  /// A fleet file for clusters by name and the file of their kubeconfig.
  private func fleet(_ members: [(name: String, kubeconfig: String)], region: String) throws
    -> String
  {
    let entries = members.map { "  - {name: \($0.name), kubeconfig: {file: \($0.kubeconfig)}}" }
    return try clusters.file(
      "fleet.yaml",
      """
      apiVersion: mcctl.dev/v1
      kind: Fleet
      spec:
        hub: {allowLoopback: true}
        defaults: {labels: {region: \(region)}}
        clusters:
      \(entries.joined(separator: "\n"))
      """)
  }

  private func outcomes(_ outcome: Outcome) throws -> [String: String] {
    let items = try #require(try Story.json(outcome)["items"] as? [[String: Any]])
    return Dictionary(
      items.map { ($0["name"] as? String ?? "", $0["outcome"] as? String ?? "") },
      uniquingKeysWith: { first, _ in first })
  }

  @Test("One of two cannot be reached; repaired, retried, changed, found unchanged, taken out")
  func life() async throws {
    let names = [Story.clusterName(), Story.clusterName()]
    try await clusters.leavingNothing(on: clusters.managed) {
      var draft = try await KubeconfigDraft(of: clusters.managed[1], clusters: clusters)
      draft.server = "https://127.0.0.1:1"
      let dead = try draft.write("dead", in: clusters.folder)
      var file = try fleet([(names[0], clusters.first), (names[1], dead)], region: "north")
      let first = try await clusters.mcctl("import", "-f", file, "-o", "json")
      #expect(first.status == 6, "\(first)")
      #expect(
        try outcomes(first) == [names[0]: "registered", names[1]: "failed"], "\(first)")

      let whole = zip(names, clusters.managed).map { (name: $0, kubeconfig: $1) }
      file = try fleet(whole, region: "north")
      let result = try clusters.file("result.json", first.stdout)
      let retried = try await clusters.mcctl(
        "import", "-f", file, "--retry-failed", result, "-o", "json")
      #expect(retried.status == 0, "\(retried)")
      #expect(try outcomes(retried) == [names[1]: "registered"], "\(retried)")
      try await clusters.done(["diff", "-f", file])

      file = try fleet(whole, region: "south")
      let differs = try await clusters.mcctl("diff", "-f", file)
      #expect(differs.status == 2 && differs.stdout.contains("region"), "\(differs)")
      try await clusters.done(["import", "-f", file])
      try await clusters.done(["diff", "-f", file])
      let again = try await clusters.done(["import", "-f", file, "-o", "json"])
      #expect(try outcomes(again) == [names[0]: "unchanged", names[1]: "unchanged"], "\(again)")

      for (name, kubeconfig) in whole {
        try await clusters.done(Story.deleting(name, kubeconfig))
      }
    }
  }
}
