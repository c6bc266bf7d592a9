/// Why a cluster on its machines is not changed at all: nothing has been.
enum ChangeRefusal: WorkflowFailure {
  /// mcctl has not made that cluster, or not to the end.
  case notCreated(name: String, why: String, next: String)
  /// Another change has been begun and is not through.
  case underWay(name: String, change: ClusterChange)
  /// sealer runs for something else.
  case sealerRuns(host: String, runs: [String], command: String)
  /// A file differs from what the cluster was made of in more than may be changed so.
  case changed(name: String, places: [String], kind: ClusterChange.Kind, next: [String])
  /// Somebody has changed on the hub what the change was worked out from.
  case stale(name: String, change: ClusterChange)

  var id: ErrorID {
    switch self {
    case .notCreated: .changeNotCreated
    case .underWay, .sealerRuns, .stale: .changeUnderWay
    case .changed: .changeOther
    }
  }

  var category: ExitCategory { .refused }

  var what: String {
    switch self {
    case .notCreated(let name, _, _): "\(name) is no cluster that mcctl has made of machines"
    case .underWay(let name, let change):
      "a change of \(name) is under way, to \(change.kind.rawValue) it"
    case .sealerRuns(let host, let runs, _):
      "sealer runs on \(host) already: \(runs.joined(separator: ", "))"
    case .stale(let name, _):
      "what the hub keeps of \(name) has been changed since this command has read it"
    case .changed(let name, let places, let kind, _):
      switch kind {
      case .scale:
        "more than the machines of \(name) is different: \(places.joined(separator: ", "))"
      case .upgrade:
        "more than the image of \(name) is different: \(places.joined(separator: ", "))"
      }
    }
  }

  var why: String? {
    if case .notCreated(_, let why, _) = self { why } else { nil }
  }

  var next: [String] {
    switch self {
    case .notCreated(_, _, let next): [next]
    case .underWay(let name, let change): ["go on with it: \(change.command(name))"]
    case .sealerRuns(_, _, let command): ["go on with it, or wait for its end: \(command)"]
    case .changed(_, _, _, let next): next
    case .stale(let name, let change): ["run the same command again: \(change.command(name)) …"]
    }
  }
}
