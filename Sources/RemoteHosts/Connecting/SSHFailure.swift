/// What `ssh` wrote into its log, understood. Its words have been the same for many releases (`sshconnect.c`, `ssh.c`).
struct SSHFailure {
  let host: String
  let log: String
  /// The question about the host's key that was answered with no.
  let declined: AskpassPrompt?
  let connectTimeout: Duration

  /// The error.
  var error: RemoteHostError {
    trust ?? way ?? .sshFailed(host: host, reason: reason)
  }

  private var trust: RemoteHostError? {
    if log.contains("REMOTE HOST IDENTIFICATION HAS CHANGED") {
      return .hostKeyChanged(
        host: host, keyType: word(after: "The fingerprint for the ") ?? "unknown",
        fingerprint: word(containing: "SHA256:") ?? "unknown",
        knownIn: word(after: " key in ") ?? "the file of known hosts")
    }
    if case .hostKey(let keyType, let fingerprint) = declined {
      return .hostKeyUnknown(host: host, keyType: keyType, fingerprint: fingerprint)
    }
    if log.contains("Permission denied (") || log.contains("Too many authentication failures") {
      return .authenticationFailed(host: host, reason: reason)
    }
    return nil
  }

  private var way: RemoteHostError? {
    if log.contains("Could not resolve hostname") {
      return .nameNotResolved(host: host, reason: reason)
    }
    if log.contains("Connection refused") { return .refused(host: host, reason: reason) }
    if log.contains("timed out") {
      return .timedOut(host: host, phase: .connecting, after: connectTimeout)
    }
    let unreachable = [
      "No route to host", "Network is unreachable", "Connection reset by", "Connection closed by",
      "Host is down", "stdio forwarding failed", "administratively prohibited",
    ]
    guard unreachable.contains(where: log.contains) else { return nil }
    return .unreachable(host: host, reason: reason)
  }

  /// The log without decoration and without empty lines.
  var reason: String {
    let lines = log.split(whereSeparator: \.isNewline)
      .map { $0.trimming(while: { $0.isWhitespace || $0 == "@" }) }
      .filter { !$0.isEmpty }
    return lines.isEmpty ? "ssh ended without a word" : lines.suffix(6).joined(separator: "; ")
  }

  private func word(after label: String) -> String? {
    guard let range = log.firstRange(of: label) else { return nil }
    return String(log[range.upperBound...].prefix { !$0.isWhitespace })
  }

  private func word(containing text: String) -> String? {
    log.split(whereSeparator: \.isWhitespace).first { $0.contains(text) }
      .map { $0.hasSuffix(".") ? String($0.dropLast()) : String($0) }
  }
}

extension Substring {
  fileprivate func trimming(while holds: (Character) -> Bool) -> Substring {
    var rest = drop(while: holds)
    while let last = rest.last, holds(last) { rest.removeLast() }
    return rest
  }
}
