public import RemoteHosts

/// What goes wrong on hosts, in the words of workflows.
extension RemoteHostError: WorkflowFailure {
  /// Stable name of the kind of failure.
  public var id: ErrorID {
    switch self {
    case .nameNotResolved: .sshNameNotResolved
    case .unreachable: .sshUnreachable
    case .refused: .sshRefused
    case .timedOut(_, .connecting, _): .sshTimedOut
    case .timedOut: .hostCommandTimedOut
    case .sshFailed: .sshFailed
    case .sshMissing: .sshMissing
    case .authenticationFailed: .sshAuthentication
    case .hostKeyUnknown: .sshHostKeyUnknown
    case .hostKeyChanged: .sshHostKeyChanged
    case .connectionLost: .sshConnectionLost
    case .sudo: .sshSudo
    case .commandFailed, .outputTooLong: .hostCommandFailed
    case .file: .hostFile
    case .noSpace: .hostNoSpace
    case .checksum: .hostChecksum
    case .locked: .hostLocked
    case .jobConflict: .hostJobConflict
    case .localFile: .localFile
    case .invalid: .invalidRequest
    }
  }

  /// What it means to the caller.
  public var category: ExitCategory {
    switch self {
    case .timedOut: .timedOut
    case .authenticationFailed, .sudo: .authentication
    case .hostKeyUnknown, .hostKeyChanged, .noSpace, .locked, .jobConflict: .refused
    case .invalid: .usage
    default: .failed
    }
  }

  /// What could not be done.
  public var what: String {
    switch self {
    case .nameNotResolved(let host, _): "the name of \(host) does not resolve"
    case .unreachable(let host, _): "\(host) cannot be reached"
    case .refused(let host, _): "\(host) refuses the connection"
    case .timedOut(let host, .connecting, let limit):
      "\(host) does not let mcctl in within \(limit.inWords)"
    case .timedOut(let host, .idle, let limit):
      "a command on \(host) has written nothing for \(limit.inWords)"
    case .timedOut(let host, .total, let limit):
      "a command on \(host) takes longer than \(limit.inWords)"
    case .sshFailed(let host, _):
      host.isEmpty ? "ssh cannot be run" : "no connection to \(host) came about"
    case .sshMissing: "the program ssh is not installed here"
    case .authenticationFailed(let host, _): "\(host) does not accept the login"
    case .hostKeyUnknown(let host, _, _): "the key of \(host) is not known"
    case .hostKeyChanged(let host, _, _, _): "\(host) shows another key than the known one"
    case .connectionLost(let host, _): "the connection to \(host) was lost"
    case .sudo(let host, _): "the user on \(host) may not become root"
    default: whatOfWork
    }
  }

  private var whatOfWork: String {
    switch self {
    case .commandFailed(let host, let what, let exitCode, _):
      "cannot \(what) on \(host): exit status \(exitCode)"
    case .outputTooLong(let host, let limit):
      "a command on \(host) writes more than \(limit) bytes"
    case .file(let host, let path, _): "the file \(path) on \(host) cannot be used"
    case .noSpace(let host, let path, _, _): "there is no room on \(host) for \(path)"
    case .checksum(let host, let path, _, _): "\(path) did not arrive unharmed on \(host)"
    case .locked(let host, let name, _): "\(host) is being worked on already (lock \(name))"
    case .jobConflict(let host, let id, _): "the job \(id) on \(host) is not as expected"
    case .localFile(let path, _): "the file \(path) cannot be used"
    case .invalid(let reason): reason
    default: "something went wrong on \(host ?? "a host")"
    }
  }

  /// The cause, in the words of `ssh` or of the host where there are any.
  public var why: String? {
    switch self {
    case .nameNotResolved(_, let reason), .unreachable(_, let reason), .refused(_, let reason),
      .sshFailed(_, let reason), .authenticationFailed(_, let reason),
      .connectionLost(_, let reason), .sudo(_, let reason), .file(_, _, let reason),
      .jobConflict(_, _, let reason), .localFile(_, let reason):
      reason.isEmpty ? nil : reason
    case .hostKeyUnknown(_, let type, let fingerprint): "its \(type) key is \(fingerprint)"
    case .hostKeyChanged(_, let type, let fingerprint, let place):
      "its \(type) key is \(fingerprint); another one is in \(place)"
    case .commandFailed(_, _, _, let tail): tail.isEmpty ? nil : tail
    case .noSpace(_, _, let needed, let free):
      "\(needed >> 20) MiB are needed and \(free >> 20) MiB are free"
    case .checksum(_, _, let expected, let actual):
      "its SHA-256 is \(actual), and should be \(expected)"
    case .locked(_, _, let owner): owner.isEmpty ? nil : "by \(owner)"
    default: nil
    }
  }

  /// What to do about it.
  public var next: [String] {
    switch self {
    case .nameNotResolved: ["correct the address, or write the IP address"]
    case .unreachable, .timedOut(_, .connecting, _):
      ["check the address, the network on the way, and any jump host"]
    case .refused: ["check the port, and that sshd runs there"]
    case .sshMissing: ["install the OpenSSH client"]
    case .authenticationFailed: ["name the right user, and a key or password that the host takes"]
    case .hostKeyUnknown:
      [
        "compare the fingerprint with the host's own: ssh-keygen -l -f /etc/ssh/ssh_host_ed25519_key.pub",
        "then name a file that has the key with --known-hosts, or agree on a terminal",
      ]
    case .hostKeyChanged(_, _, _, let place):
      [
        "find out why: the host was installed anew, or somebody stands in between",
        "only then take the old key out of \(place)",
      ]
    case .connectionLost: ["run the same command again: it goes on where it stopped"]
    case .sudo: ["log in as root, or have the user allowed to sudo"]
    case .noSpace: ["make room there, or use another path"]
    case .locked: ["wait until that run is done"]
    default: []
    }
  }
}

extension Duration {
  /// Seconds, without what nobody needs.
  fileprivate var inWords: String {
    let seconds = Double(components.seconds) + Double(components.attoseconds) / 1e18
    return seconds == seconds.rounded() ? "\(Int(seconds)) s" : "\(seconds) s"
  }
}
