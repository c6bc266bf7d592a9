/// Why something did not work on a host. `host` is its ``RemoteHost/label``; reasons are in the words of `ssh` or of
/// the host.
public enum RemoteHostError: Error, Sendable, Hashable {
  // MARK: Getting there
  /// The name has no address.
  case nameNotResolved(host: String, reason: String)
  /// There is no way to the address.
  case unreachable(host: String, reason: String)
  /// Nothing listens on the port.
  case refused(host: String, reason: String)
  /// It took longer than it may.
  case timedOut(host: String, phase: TimeoutPhase, after: Duration)
  /// `ssh` failed in a way that has no case of its own.
  case sshFailed(host: String, reason: String)
  /// The program `ssh` is not installed here.
  case sshMissing

  // MARK: Trust
  /// The host did not take what was offered.
  case authenticationFailed(host: String, reason: String)
  /// The key is in no file of known hosts, and there was nobody to ask, or the answer was no.
  case hostKeyUnknown(host: String, keyType: String, fingerprint: String)
  /// The host shows another key than the known one: a new installation, or somebody in between.
  case hostKeyChanged(host: String, keyType: String, fingerprint: String, knownIn: String)

  // MARK: Working there
  /// The connection ended while it was needed.
  case connectionLost(host: String, reason: String)
  /// The user is not root, and may not become root.
  case sudo(host: String, reason: String)
  /// A command ended with another status than 0.
  case commandFailed(host: String, what: String, exitCode: Int, stderrTail: String)
  /// A command wrote more than is taken.
  case outputTooLong(host: String, limit: Int)
  /// A file on the host cannot be read or written.
  case file(host: String, path: String, reason: String)
  /// There is too little room. Both numbers are bytes.
  case noSpace(host: String, path: String, needed: Int, free: Int)
  /// What arrived is not what was sent.
  case checksum(host: String, path: String, expected: String, actual: String)
  /// Somebody else holds the lock.
  case locked(host: String, name: String, owner: String)
  /// A detached job is not in the state that this needs.
  case jobConflict(host: String, id: String, reason: String)

  // MARK: Here
  /// A file of this machine cannot be read.
  case localFile(path: String, reason: String)
  /// What was asked for makes no sense.
  case invalid(String)

  /// What was being waited for.
  public enum TimeoutPhase: String, Sendable, Hashable {
    /// For the connection and the login.
    case connecting
    /// For any output of a command.
    case idle
    /// For a command's end.
    case total
  }

  /// The host it is about; nil for what concerns this machine only.
  public var host: String? {
    switch self {
    case .nameNotResolved(let host, _), .unreachable(let host, _), .refused(let host, _),
      .timedOut(let host, _, _), .sshFailed(let host, _), .authenticationFailed(let host, _),
      .hostKeyUnknown(let host, _, _), .hostKeyChanged(let host, _, _, _),
      .connectionLost(let host, _), .sudo(let host, _), .commandFailed(let host, _, _, _),
      .outputTooLong(let host, _), .file(let host, _, _), .noSpace(let host, _, _, _),
      .checksum(let host, _, _, _), .locked(let host, _, _), .jobConflict(let host, _, _):
      host
    case .sshMissing, .localFile, .invalid: nil
    }
  }

  /// Whether the same may work when it is tried again a little later: the way to the host was in trouble, not what was
  /// asked of it.
  public var isTransient: Bool {
    switch self {
    case .unreachable, .refused, .connectionLost, .nameNotResolved: true
    case .timedOut(_, .connecting, _): true
    default: false
    }
  }
}
