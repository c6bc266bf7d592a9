import Foundation
import LoopbackHosts
import Testing

/// Several clusters that mcctl created are destroyed by one command.
@Suite(
  "Destroying clusters: several", .serialized, .enabled(if: MachineRoom.isPossible),
  .clusters(2, flags: ["--hub-prepared"]), .timeLimit(.minutes(5)))
struct ManyDestructionStories {
  let clusters: Clusters

  init() throws { clusters = try .required() }

  @Test("One that has a machine off stays as it is, the other goes wholly; by a selector, the rest")
  func oneOff() async throws {
    try await MachineRoom.with(clusters, kubeconfig: clusters.managed[0]) { whole in
      try await MachineRoom.with(clusters, kubeconfig: clusters.managed[1]) { other in
        try await other.leavingNothing {
          try await whole.leavingNothing {
            async let first: Void = whole.created()
            try await other.created()
            try await first
            other.node.stop()
            other.node.cut()
            try await mixed(whole, other)
            other.node.start()
            let rest = try await clusters.mcctl(
              ["delete", "-l", "region=north", "--destroy", "--yes"],
              environment: other.environment)
            #expect(rest.status == 0, "\(rest)")
            #expect(Self.outcomes(rest) == [other.name: "removed"], "\(rest)")
          }
        }
      }
    }
  }

  private func mixed(_ whole: MachineRoom, _ other: MachineRoom) async throws {
    let names = [whole.name, other.name]
    let mixed = try await clusters.mcctl(
      ["delete"] + names + ["--destroy", "--yes"], environment: whole.environment)
    #expect(mixed.status == 6, "\(mixed)")
    #expect(Self.outcomes(mixed) == [whole.name: "removed", other.name: "failed"], "\(mixed)")
    #expect(mixed.stdout.contains("\(other.node.address):"), "\(mixed)")
    #expect(whole.master.text("/var/lib/mcctl/clusters/\(whole.name)/claim.json") == nil)
    #expect(try other.calls().filter { $0.words.contains("delete") }.isEmpty)
    let status = try await clusters.mcctl("status", other.name, "--wait-for", "registered")
    #expect(status.status == 0, "\(status)")
  }

  /// The table's second column by the first.
  private static func outcomes(_ outcome: Outcome) -> [String: String] {
    let rows = outcome.stdout.split(separator: "\n").dropFirst()
      .map { $0.split(separator: " ", omittingEmptySubsequences: true).map(String.init) }
    return Dictionary(
      rows.filter { $0.count > 1 }.map { ($0[0], $0[1]) }, uniquingKeysWith: { $1 })
  }
}
