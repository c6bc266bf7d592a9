import Documents
import Workflows

/// An error as an operator reads it: the one form that every failure is turned into before it is printed.
struct UserFacingError: Error, Sendable, Hashable {
  /// Stable name of the kind of failure; `mcctl explain ID` says more.
  var id: String
  /// The exit status.
  var status: ExitStatus
  /// What could not be done, one sentence without a full stop.
  var what: String
  /// The cluster, or the file, it happened at.
  var location: Location?
  /// The cause, in the server's or the system's words where there are any.
  var why: String?
  /// What had been changed by then.
  var done: [String]
  /// What to do about it: sentences, or commands that can be copied.
  var next: [String]
  /// The title of the step that it happened in; nil outside of steps.
  var step: String?
  /// Which of several it happened to; nil where there is only one thing the command is about.
  var subject: String?

  /// Where something failed.
  enum Location: Sendable, Hashable {
    case cluster(ClusterLocation)
    /// A file, with line and column where they are known: `fleet.yaml:3:7`.
    case file(String)
  }

  init(
    id: String, status: ExitStatus, what: String, location: Location? = nil, why: String? = nil,
    done: [String] = [], next: [String] = []
  ) {
    self.id = id
    self.status = status
    self.what = what
    self.location = location
    self.why = why
    self.done = done
    self.next = next
  }

  init(
    _ id: CommandErrorID, status: ExitStatus, what: String, location: Location? = nil,
    why: String? = nil, next: [String] = []
  ) {
    self.init(
      id: id.rawValue, status: status, what: what, location: location, why: why, next: next)
  }

  /// In few words, for a row of several: of a request that failed and of a wait that was too long only why.
  var gist: String {
    guard let why else { return what }
    if id == ErrorID.timedOut.rawValue { return "timed out: \(why)" }
    return what.hasPrefix("cannot ") ? why : what
  }

  /// The machine form, with the fields of the printed one:
  /// `{"id", "exitCode", "subject", "what", "where", "why", "done", "next"}`.
  var document: Value {
    var value: Value = [
      "id": .string(id), "exitCode": .integer(Int(status.rawValue)),
    ]
    value["subject"] = subject.map(Value.string)
    value["what"] = .string(what)
    switch location {
    case .cluster(let cluster): value["where"] = cluster.document
    case .file(let path): value["where"] = ["file": .string(path)]
    case nil: break
    }
    value["why"] = why.map(Value.string)
    value["done"] = .array(done.map(Value.string))
    value["next"] = .array(next.map(Value.string))
    return value
  }
}

extension UserFacingError {
  /// A command was stopped by a signal; `failure` is what its ending looked like from inside.
  static func stopped(
    by interruption: Interruption, during failure: UserFacingError
  ) -> UserFacingError {
    UserFacingError(
      id: ErrorID.interrupted.rawValue, status: interruption.status,
      what: "stopped by \(interruption.name)", location: failure.location,
      why: failure.step.map { "it was at the step \"\($0)\"" }, done: failure.done,
      next: ["run the same command again: it goes on where it stopped"])
  }
}

extension UserFacingError.Location {
  /// The hub.
  static func hub(_ access: ClusterAccess) -> UserFacingError.Location {
    .cluster(ClusterLocation(side: .hub, connection: access.connection))
  }
}
