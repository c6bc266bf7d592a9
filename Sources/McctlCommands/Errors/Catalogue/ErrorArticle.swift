import Documents
import Workflows

/// What there is to know about a kind of failure: the source of `mcctl explain ID` and of `docs/errors/ID.md`.
struct ErrorArticle: Sendable, Hashable {
  /// The stable name.
  let id: String
  /// The exit status it usually ends with.
  let status: ExitStatus
  /// What it is, in a few words without a full stop.
  let title: String
  /// What it means, in sentences.
  let meaning: String
  /// What it usually comes from.
  let causes: [String]
  /// What to do, the likeliest first.
  let remedies: [String]

  /// A failure of workflows.
  init(
    _ id: ErrorID, _ status: ExitStatus, _ title: String, meaning: String, causes: [String] = [],
    remedies: [String]
  ) {
    self.init(id.rawValue, status, title, meaning, causes, remedies)
  }

  /// A failure of the command line.
  init(
    _ id: CommandErrorID, _ status: ExitStatus, _ title: String, meaning: String,
    causes: [String] = [], remedies: [String]
  ) {
    self.init(id.rawValue, status, title, meaning, causes, remedies)
  }

  private init(
    _ id: String, _ status: ExitStatus, _ title: String, _ meaning: String, _ causes: [String],
    _ remedies: [String]
  ) {
    self.id = id
    self.status = status
    self.title = title
    self.meaning = meaning
    self.causes = causes
    self.remedies = remedies
  }

  /// The machine form: `{"id", "exitCode", "title", "meaning", "causes", "next"}`.
  var document: Value {
    [
      "id": .string(id), "exitCode": .integer(Int(status.rawValue)), "title": .string(title),
      "meaning": .string(meaning), "causes": .array(causes.map(Value.string)),
      "next": .array(remedies.map(Value.string)),
    ]
  }
}
