import Foundation
import Testing

/// Requests that make no sense, or that would not lead to a working cluster.
@Suite("Refused: requests", .serialized, .clusters(1, flags: ["--hub-prepared"]))
struct RequestRefusals {
  @Test("Names and addresses that cannot be", arguments: names)
  func name(_ refusal: Refusal) async throws {
    try await refusal.check(try .required())
  }

  @Test("Command lines that make no sense", arguments: flags)
  func flag(_ refusal: Refusal) async throws {
    try await refusal.check(try .required())
  }

  @Test("What does not exist, and questions that nobody can answer", arguments: missing)
  func isMissing(_ refusal: Refusal) async throws {
    try await refusal.check(try .required())
  }

  @Test("Every error says where to read more, and that can be read")
  func explained() async throws {
    let clusters = try Clusters.required()
    let outcome = try await clusters.mcctl("status", "--kubeconfig", "nowhere.yaml")
    let command = try #require(outcome.stderr.firstMatch(of: /\(mcctl (explain [a-z.-]+)\)/)).1
    let page = try await clusters.mcctl(command.split(separator: " ").map(String.init))
    #expect(page.status == 0 && page.stdout.contains("kubeconfig"), "\(page)")
  }

  static let names = [
    Refusal(
      "a name that is no DNS label", status: 64,
      says: ["cluster name \"Edge_7\" contains \"E\"", "next", "name.invalid-cluster"]
    ) { clusters in Story.importing("Edge_7", clusters.first) },
    Refusal(
      "a name of 64 characters", status: 64,
      says: ["has 64 characters; at most 63 are possible", "next", "name.invalid-cluster"]
    ) { clusters in Story.importing(String(repeating: "a", count: 64), clusters.first) },
    Refusal(
      "a loopback URL", status: 3,
      says: [
        "the agent could not reach the hub at https://127.0.0.1:6443", "--hub-url",
        "--allow-loopback", "import.loopback-url",
      ]
    ) { clusters in
      [
        "import", "edge-1", "--cluster-kubeconfig", clusters.first, "--hub-url",
        "https://127.0.0.1:6443",
      ]
    },
  ]

  static let flags = [
    Refusal(
      "an unknown command", status: 64,
      says: ["there is no command 'mcctl imprt'", "Did you mean 'mcctl import'?"]
    ) { _ in ["imprt"] },
    Refusal(
      "an unknown command of a group", status: 64,
      says: ["there is no command 'mcctl token creat'", "Did you mean 'mcctl token create'?"]
    ) { _ in ["token", "creat"] },
    Refusal(
      "an unknown flag", status: 64,
      says: ["Unknown option '--contxt'", "Did you mean '--context'?", "mcctl status --help"]
    ) { _ in ["status", "--contxt", "hub"] },
    Refusal("a duration that is none", status: 64, says: ["5x", "--timeout", "90s, 5m"]) { _ in
      ["status", "--timeout", "5x"]
    },
    Refusal("an output format that is none", status: 64, says: ["\"xml\"", "table, wide"]) { _ in
      ["status", "-o", "xml"]
    },
  ]

  static let missing = [
    Refusal(
      "status of a cluster that is not there", status: 8,
      says: ["there is no cluster nobody on the hub", "where", "mcctl get clusters"]
    ) { _ in ["status", "nobody"] },
    Refusal(
      "accepting a cluster that is not there", status: 8,
      says: ["there is no cluster nobody on the hub", "where", "hub.cluster-not-found"]
    ) { _ in ["accept", "nobody"] },
    Refusal(
      "deleting a cluster that is not there", status: 8,
      says: ["there is no trace of a cluster nobody", "where", "delete.not-found"]
    ) { _ in ["delete", "nobody", "--yes"] },
    Refusal(
      "deleting without a terminal and without --yes", status: 3,
      says: ["hub = ", "no terminal to ask on", "--yes", "--dry-run", "confirmation.needed"]
    ) { _ in ["delete", "nobody"] },
    Refusal(
      "a full disk for --events", status: 1,
      says: ["events cannot be written", "No space left on device", "events.unwritable"]
    ) { clusters in Story.importing("edge-1", clusters.first) + ["--events", "/dev/full"] },
    Refusal(
      "a file for a flag that is not there", status: 1,
      says: ["--image-pull-secret", "no such file", "input.unreadable"]
    ) { clusters in
      Story.importing("edge-1", clusters.first) + ["--image-pull-secret", "nowhere.json"]
    },
  ]
}
