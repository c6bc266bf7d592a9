public import Documents

/// A check that was made, and what came out.
public struct CheckResult: Sendable, Hashable {
  /// The check.
  public let article: CheckArticle
  /// The cluster it was about; nil for the hub.
  public let subject: String?
  /// What it found.
  public let verdict: CheckVerdict
  /// How long it took.
  public let duration: Duration

  /// States the outcome of a check.
  public init(
    _ article: CheckArticle, subject: String?, _ verdict: CheckVerdict, duration: Duration = .zero
  ) {
    self.article = article
    self.subject = subject
    self.verdict = verdict
    self.duration = duration
  }

  /// The machine form: `{"id", "category", "title", "subject", "level", "message", "details", "next"}`;
  /// its field names are API.
  public var document: Value {
    var value: Value = [
      "id": .string(article.id), "category": .string(article.category.rawValue),
      "title": .string(article.title),
    ]
    value["subject"] = subject.map(Value.string)
    value["level"] = .string(verdict.level.rawValue)
    value["message"] = .string(verdict.message)
    value["details"] = .array(verdict.details.map(Value.string))
    value["next"] = .array(verdict.next.map(Value.string))
    return value
  }
}

/// Several checks, and what came out.
public struct CheckReport: Sendable, Hashable {
  /// In the order of the catalogue; those of several clusters one cluster after the other.
  public let results: [CheckResult]

  /// Puts results together.
  public init(results: [CheckResult]) { self.results = results }

  /// How many came out so.
  public func count(_ level: CheckLevel) -> Int {
    results.lazy.filter { $0.verdict.level == level }.count
  }

  /// The worst of all; a pass when nothing was looked at.
  public var worst: CheckLevel { results.map(\.verdict.level).max() ?? .pass }

  /// The machine form: `{"kind": "CheckReport", "summary": {"pass", "warn", "fail", "skip"}, "items": […]}`.
  public var document: Value {
    [
      "kind": "CheckReport",
      "summary": [
        "pass": .integer(count(.pass)), "warn": .integer(count(.warn)),
        "fail": .integer(count(.fail)), "skip": .integer(count(.skip)),
      ],
      "items": .array(results.map(\.document)),
    ]
  }
}

/// Told while checks are made, so that somebody watching sees how far they are.
public enum CheckProgress: Sendable {
  /// These will be made.
  case planned([CheckArticle], subject: String?)
  /// One was begun.
  case started(CheckArticle, subject: String?)
  /// One came out.
  case finished(CheckResult)
}
