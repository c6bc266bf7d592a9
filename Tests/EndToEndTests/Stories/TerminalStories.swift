import Foundation
import Testing

/// What a person sees: on a terminal, in a log, and through a pipe.
@Suite("Terminal and streams", .serialized, .clusters(1, flags: ["--hub-prepared"]))
struct TerminalStories {
  let clusters: Clusters

  init() throws {
    clusters = try .required()
  }

  @Test("A live checklist of 80 columns on a terminal, the result below it")
  func checklist() async throws {
    let name = Story.clusterName()
    let run = try await clusters.mcctlOnTerminal(Story.importing(name, clusters.first))
    #expect(run.status == 0, "\(run.shown)")
    #expect(run.shown.contains("\u{1B}[32m✔"), "nothing is green: \(run.shown)")
    #expect(run.lines.contains { $0.hasPrefix("✔ record \(name) on the hub") })
    #expect(run.lines.contains { $0.hasPrefix("· accept \(name)") }, "what is to come is not shown")
    #expect(run.lines.last == "cluster \(name) registered")
    let drawn = run.lines.filter { "✔·⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏".contains($0.first ?? " ") }
    #expect(drawn.allSatisfy { $0.count <= 80 }, "\(drawn.filter { $0.count > 80 })")
    // The cursor that a frame hides is shown again.
    #expect(run.shown.ranges(of: "\u{1B}[?25l").count == run.shown.ranges(of: "\u{1B}[?25h").count)

    let narrow = try await clusters.mcctlOnTerminal(["status", name], columns: 40)
    #expect(narrow.lines.contains { $0.hasPrefix(name) }, "\(narrow.shown)")
    let deleted = try await clusters.mcctlOnTerminal(
      Story.deleting(name, clusters.first), environment: ["NO_COLOR": "1"])
    #expect(deleted.status == 0, "\(deleted.shown)")
    #expect(deleted.shown.contains("✔ remove the record of \(name)"))
    #expect(deleted.shown.firstMatch(of: /\u{1B}\[[0-9;]*m/) == nil, "\(deleted.shown)")
  }

  @Test("Without a capable terminal: plain lines, and not one control sequence")
  func plain() async throws {
    let dumb = try await clusters.mcctlOnTerminal(
      ["init", "--dry-run"], environment: ["TERM": "dumb"])
    #expect(dumb.status == 0 && !dumb.shown.contains("\u{1B}"), "\(dumb.shown)")

    let name = Story.clusterName()
    let piped = try await clusters.mcctl(Story.importing(name, clusters.first))
    #expect(piped.stdout == "cluster \(name) registered\n", "\(piped)")
    #expect(!piped.stderr.contains("\u{1B}") && !piped.stderr.contains("\r"), "\(piped)")
    let done = piped.stderr.split(separator: "\n").filter { $0.contains("done (") }
    #expect(
      done.contains { $0.firstMatch(of: /^\[\d+s\] .*: accept .*: done \(\d/) != nil }, "\(piped)")
    let deleted = try await clusters.mcctl(Story.deleting(name, clusters.first) + ["--quiet"])
    #expect(deleted.stdout == "cluster \(name) removed\n", "\(deleted)")
  }

  @Test("A question on a terminal is answered with the cluster's name, and Ctrl-C is an answer")
  func question() async throws {
    let name = Story.clusterName()
    let imported = try await clusters.mcctl(Story.importing(name, clusters.first))
    try #require(imported.status == 0, "\(imported)")
    let before = try clusters.writes().count
    let delete = ["delete", name, "--cluster-kubeconfig", clusters.first]
    let stopped = try await clusters.mcctlOnTerminal(
      delete, interruptAt: "Type \(name) to delete it: ")
    #expect(stopped.status == 130 && stopped.seconds < 1, "\(stopped.shown)")
    #expect(stopped.shown.contains("This will vanish:"), "\(stopped.shown)")
    #expect(try clusters.writes().count == before)
    let deleted = try await clusters.mcctl(Story.deleting(name, clusters.first))
    #expect(deleted.status == 0, "\(deleted)")
  }

  @Test("A reader that has seen enough, and a standard output that is closed")
  func closedOutput() async throws {
    let mcctl = try Program.path("mcctl").path
    for (line, statuses) in [
      ("get clusters -o json | head -c 1; exit ${PIPESTATUS[0]}", [0]),
      ("help import | head -1; exit ${PIPESTATUS[0]}", [0]),
      ("get clusters 2>&1 >&-", [0, 1]),
    ] as [(String, Set<Int32>)] {
      let outcome = try await Program.run(
        "bash", ["-c", "\(mcctl) \(line)"], environment: ["KUBECONFIG": clusters.hub],
        folder: clusters.folder)
      #expect(statuses.contains(outcome.status), "\(outcome)")
      #expect(!outcome.stderr.contains("error"), "\(outcome)")
    }
    let full = try await Program.run(
      "bash", ["-c", "\(mcctl) version >/dev/full"], folder: clusters.folder)
    #expect(full.status == 1 && full.stderr.contains("No space left on device"), "\(full)")
  }
}
