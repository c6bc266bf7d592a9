/// How a step ended.
public enum ProgressOutcome: Sendable, Hashable {
  /// It did what it was to do, or found it done already.
  case done
  /// It was left out on purpose.
  case skipped
  /// It did not succeed.
  case failed
}

/// One thing that happened to one step of a command, as far as a person watching needs to know.
public enum ProgressChange: Sendable, Hashable {
  /// The step will come; shown as pending where there is room. `group` is what the step acts on, such as a cluster.
  case planned(id: String, group: String?, title: String)
  /// The step began (it need not have been planned).
  case started(id: String, group: String?, title: String)
  /// The running step has something new to tell, such as "14 of 20 objects".
  case noted(id: String, note: String)
  /// The running step waits; `fact` is what holds it up, in one sentence.
  case waiting(id: String, fact: String)
  /// The step ended; `note` says with what.
  case finished(id: String, outcome: ProgressOutcome, note: String?)

  /// The step it is about.
  public var id: String {
    switch self {
    case .planned(let id, _, _), .started(let id, _, _), .noted(let id, _), .waiting(let id, _),
      .finished(let id, _, _):
      id
    }
  }
}
