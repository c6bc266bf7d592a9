import Workflows

/// The exit statuses of mcctl, a contract with scripts.
enum ExitStatus: Int32, Sendable, Hashable, CaseIterable {
  case done = 0
  case failed = 1
  case differences = 2
  case refused = 3
  case authentication = 4
  case timedOut = 5
  case partial = 6
  case notFound = 8
  case usage = 64
  case hungUp = 129
  case interrupted = 130
  case terminated = 143

  /// The status for a kind of failure; a caller that knows the signal replaces `interrupted`.
  init(_ category: ExitCategory) {
    switch category {
    case .failed: self = .failed
    case .differences: self = .differences
    case .refused: self = .refused
    case .authentication: self = .authentication
    case .timedOut: self = .timedOut
    case .partial: self = .partial
    case .notFound: self = .notFound
    case .usage: self = .usage
    case .interrupted: self = .interrupted
    }
  }

  /// What the status says, without a full stop.
  var meaning: String {
    switch self {
    case .done: "done, or nothing had to be done"
    case .failed: "failed; what had been done before stays, and running the command again goes on"
    case .differences: "`diff` or `--dry-run=diff` found differences"
    case .refused:
      "refused: a conflict, a failed check, or a question that could not be asked; nothing was changed"
    case .authentication: "the server does not know the caller, or does not allow it"
    case .timedOut:
      "the time given with --timeout passed; what was started may go on in the cluster"
    case .partial: "some of it is done, some of it is not"
    case .notFound: "a named object does not exist"
    case .usage: "the command line makes no sense; no server was asked"
    case .hungUp: "stopped by SIGHUP: the terminal was closed"
    case .interrupted: "stopped by SIGINT (Ctrl-C)"
    case .terminated: "stopped by SIGTERM"
    }
  }
}
