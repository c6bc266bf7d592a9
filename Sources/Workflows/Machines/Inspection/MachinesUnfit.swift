/// Machines are not as they have to be: nothing has been changed on them.
struct MachinesUnfit: WorkflowFailure {
  /// `create.machines-unfit`, or `change.machines-unfit` where a cluster stands already.
  let id: ErrorID
  /// The checks that failed.
  let failed: [CheckResult]

  /// Lines that are told; the rest is counted.
  private static let told = 10

  var category: ExitCategory { .refused }
  var what: String {
    failed.count == 1
      ? "a check of the machines failed" : "\(failed.count) checks of the machines failed"
  }
  var why: String? {
    let lines = failed.prefix(Self.told).map { result in
      let details = result.verdict.details.prefix(3).joined(separator: ", ")
      return "\(result.subject ?? ""): \(result.article.id): \(result.verdict.message)"
        + (details.isEmpty ? "" : " (\(details))")
    }
    let more = failed.count - lines.count
    return (lines + (more > 0 ? ["and \(more) more"] : [])).joined(separator: "\n")
  }
  var next: [String] {
    var seen: Set<String> = []
    let remedies = failed.flatMap { result in
      result.verdict.next.isEmpty ? result.article.remedies : result.verdict.next
    }.filter { seen.insert($0).inserted }
    let ids = Set(failed.map(\.article.id)).sorted()
    return remedies.prefix(8) + [
      "mcctl explain \(ids[0])",
      "or leave out what does not matter: the same command with --ignore \(ids.joined(separator: ","))",
    ]
  }
}
