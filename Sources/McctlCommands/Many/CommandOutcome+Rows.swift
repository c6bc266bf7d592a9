import Documents
import Terminal
import Workflows

extension CommandOutcome {
  /// Several as one. `-o json` has `{"kind": "List", "items": […], "summary": {…}}` with an item for each row,
  /// in their order.
  ///
  /// The status is 0 when nothing is missing, 6 when some of it is, and when all failed what they failed of.
  init(_ rows: [ResultRow<CommandOutcome>], human: HumanForm? = nil) {
    let outcomes = rows.compactMap(\.product)
    var document = ListDocument.of(rows.map { row in row.document(\.document) })
    document["summary"] = RowCount(rows).document
    self.init(
      document: document, human: human ?? .text(rows.map(Self.text).joined()),
      names: outcomes.flatMap(\.names), status: Self.status(rows),
      failures: rows.flatMap { row in row.failure.map { [$0] } ?? row.product?.failures ?? [] })
    if outcomes.contains(where: { $0.eventDocument != nil }) {
      var masked = ListDocument.of(
        rows.map { row in row.document { $0.eventDocument ?? $0.document } })
      masked["summary"] = RowCount(rows).document
      eventDocument = masked
    }
  }

  /// What is told of a row that succeeded.
  var telling: ManyRun.Telling {
    let shown = eventDocument ?? document
    let word = shown["outcome"]?.string
    let isPlan = word == nil && shown["steps"] != nil
    return ManyRun.Telling(word: word ?? (isPlan ? "planned" : "done"), document: shown)
  }

  private static func status(_ rows: [ResultRow<CommandOutcome>]) -> ExitStatus {
    let outcomes = rows.compactMap(\.product)
    guard outcomes.count < rows.count else {
      return outcomes.map(\.status).first { $0 != .done } ?? .done
    }
    guard outcomes.isEmpty else { return .partial }
    // Nothing was even begun: the command's time was up, or it was stopped, which the caller tells apart.
    let kinds = Set(rows.compactMap(\.failure?.status))
    guard !kinds.isEmpty else { return .timedOut }
    return kinds.count == 1 ? kinds.first ?? .failed : .failed
  }

  private static func text(_ row: ResultRow<CommandOutcome>) -> String {
    switch row.ending {
    case .done(let outcome): if case .text(let text) = outcome.human { text } else { "" }
    case .failed(let failure): "\(row.name) failed: \(failure.what.singleLine)\n"
    case .skipped(let reason): "\(row.name) skipped: \(reason)\n"
    }
  }
}

/// How many of several ended how.
struct RowCount: Sendable {
  /// The words of those that succeeded, in the order in which they first occur, with their number.
  private(set) var words: [(word: String, count: Int)] = []
  private(set) var failed = 0
  private(set) var skipped = 0

  init(_ rows: [ResultRow<CommandOutcome>]) {
    for row in rows {
      switch row.ending {
      case .done(let outcome): count(outcome.telling.word)
      case .failed: failed += 1
      case .skipped: skipped += 1
      }
    }
  }

  private mutating func count(_ word: String) {
    if let index = words.firstIndex(where: { $0.word == word }) {
      words[index].count += 1
    } else {
      words.append((word, 1))
    }
  }

  /// `{"total", "succeeded", "failed", "skipped"}`.
  var document: Value {
    let succeeded = words.reduce(0) { $0 + $1.count }
    return [
      "total": .integer(succeeded + failed + skipped), "succeeded": .integer(succeeded),
      "failed": .integer(failed), "skipped": .integer(skipped),
    ]
  }

  /// "195 registered, 4 failed, 1 skipped".
  var sentence: String {
    let parts =
      words.map { "\($0.count) \($0.word)" } + (failed > 0 ? ["\(failed) failed"] : [])
      + (skipped > 0 ? ["\(skipped) skipped"] : [])
    return parts.joined(separator: ", ")
  }
}
