import Foundation
import Testing

/// Signals in the middle of the work: it ends within a second, says where, and can be gone on with.
@Suite("Interruptions and events", .serialized, .clusters(1, flags: ["--hub-prepared"]))
struct InterruptionStories {
  let clusters: Clusters

  init() throws {
    clusters = try .required()
  }

  @Test("Ctrl-C in the middle of an import, then the same command again")
  func interrupted() async throws {
    let name = Story.clusterName()
    let run = try await clusters.mcctlOnTerminal(
      Story.importing(name, clusters.first), interruptAt: "the agent has not asked yet")
    #expect(run.status == 130 && run.seconds < 1, "\(run.seconds) \(run.shown)")
    let end = run.lines.suffix(12).joined(separator: "\n")
    for words in [
      "error: stopped by SIGINT", "it was at the step \"verify and approve the request",
      "record \(name) on the hub", "install the agent", "run the same command again",
      "run.interrupted",
    ] {
      #expect(end.contains(words), "\(words) is missing: \(end)")
    }
    for command in [Story.importing(name, clusters.first), Story.deleting(name, clusters.first)] {
      let outcome = try await clusters.mcctl(command)
      #expect(outcome.status == 0, "\(outcome)")
    }
  }

  @Test("SIGTERM in the middle of a delete: 143, and the events end with that")
  func terminated() async throws {
    let name = Story.clusterName()
    let imported = try await clusters.mcctl(Story.importing(name, clusters.first))
    try #require(imported.status == 0, "\(imported)")
    let events = clusters.folder.appending(path: "terminated.jsonl")
    let running = try RunningProgram(
      "mcctl", Story.deleting(name, clusters.first) + ["--events", events.path],
      environment: ["KUBECONFIG": clusters.hub], folder: clusters.folder)
    let isUnderWay = await running.wait(within: 30) { $0.stderr.contains(": done (") }
    try #require(isUnderWay, "\(running.stderr)")
    let start = Date()
    running.signal(SIGTERM)
    let outcome = await running.end(within: 10)
    #expect(outcome.status == 143 && Date().timeIntervalSince(start) < 1, "\(outcome)")
    #expect(outcome.stderr.contains("stopped by SIGTERM"), "\(outcome)")
    let last = try #require(try EventLine.read(events).last)
    #expect(last.event == "result" && last.exitCode == 143)

    let deleted = try await clusters.mcctl(Story.deleting(name, clusters.first))
    #expect(deleted.status == 0, "\(deleted)")
  }

  @Test("Events: a line each, of one version, from begin to result; alone on standard output")
  func events() async throws {
    let name = Story.clusterName()
    let imported = try await clusters.mcctl(
      Story.importing(name, clusters.first) + ["--events", "-", "--progress", "none"])
    #expect(imported.status == 0, "\(imported)")
    let lines = try EventLine.parse(imported.stdout)
    #expect(lines.allSatisfy { $0.v == 1 && $0.operation == "import" })
    #expect(lines.first?.event == "begin" && lines.last?.event == "result")
    #expect(lines.filter { $0.event == "result" }.count == 1)
    #expect(lines.last?.exitCode == 0)
    let kinds = Set(lines.map(\.event))
    #expect(kinds.isSuperset(of: ["planned", "started", "waitingOn", "done", "finished"]))
    #expect(!imported.stderr.contains(": done ("), "\(imported)")
    let deleted = try await clusters.mcctl(Story.deleting(name, clusters.first))
    #expect(deleted.status == 0, "\(deleted)")

    let refused = try await clusters.mcctl("status", "nobody", "--events", "-")
    let end = try #require(try EventLine.parse(refused.stdout).last)
    #expect(refused.status == 8 && end.event == "result" && end.exitCode == 8, "\(refused)")
    #expect(end.errors?.first?.id == "hub.cluster-not-found", "\(refused)")
  }

  @Test("A disk that fills up under --events stops the run before its next change")
  func fullDisk() async throws {
    let name = Story.clusterName()
    let importing = Story.importing(name, clusters.first)
    // The shell's limit on a file's size stands for a full disk: a write beyond it fails.
    let line = "trap '' XFSZ; ulimit -f 4; exec \"$0\" \"$@\" --events events.jsonl"
    let outcome = try await Program.run(
      "bash", ["-c", line, try Program.path("mcctl").path] + importing,
      environment: ["KUBECONFIG": clusters.hub], folder: clusters.folder)
    #expect(outcome.status == 1, "\(outcome)")
    #expect(outcome.stderr.contains("cannot be written"), "\(outcome)")
    #expect(outcome.stderr.contains("File too large"), "\(outcome)")
    for command in [importing, Story.deleting(name, clusters.first)] {
      let again = try await clusters.mcctl(command)
      #expect(again.status == 0, "\(again)")
    }
  }
}

/// One line of `--events`.
struct EventLine: Decodable {
  let v: Int
  let operation: String
  let event: String
  let exitCode: Int?
  let errors: [Failure]?

  struct Failure: Decodable {
    let id: String
  }

  static func parse(_ text: String) throws -> [EventLine] {
    try text.split(separator: "\n").map { line in
      try JSONDecoder().decode(EventLine.self, from: Data(line.utf8))
    }
  }

  static func read(_ file: URL) throws -> [EventLine] {
    try parse(String(contentsOf: file, encoding: .utf8))
  }
}
