/// What a failure means to the caller of a command; the command line maps it to an exit code.
public enum ExitCategory: String, Sendable, Hashable, CaseIterable {
  /// It was tried and did not work.
  case failed
  /// A comparison was asked for and found differences.
  case differences
  /// Nothing was tried: a check, a conflict or a missing confirmation stands against it.
  case refused
  /// The server does not know the caller, or does not let it do this.
  case authentication
  /// The deadline passed; what was started may go on in the cluster.
  case timedOut
  /// Some of it is done, some is not and needs attention.
  case partial
  /// The named object does not exist.
  case notFound
  /// The request itself makes no sense; no server was asked.
  case usage
  /// The caller stopped the operation (SIGINT, SIGTERM).
  case interrupted
}
