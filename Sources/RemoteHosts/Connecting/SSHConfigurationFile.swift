/// The file of settings that `ssh -F` gets for one host: what the host says, what mcctl needs, then the operator's own, then
/// what mcctl would like. The first value that is found counts.
struct SSHConfigurationFile {
  let host: RemoteHost
  let settings: SSHSettings
  /// The socket of the shared connection.
  let controlPath: String
  /// The command that leads to the host through the one before it; nil for a direct connection.
  let proxyCommand: String?

  /// The file's text.
  var text: String {
    var lines = hostLines + keyLines + Self.fixedLines
    lines += [
      "ControlPath \(quoted(controlPath))", "ControlPersist \(settings.persistence.wholeSeconds)",
      "ConnectTimeout \(max(1, settings.connectTimeout.wholeSeconds))",
    ]
    if let proxyCommand {
      lines.append("ProxyCommand \(proxyCommand)")
    }
    switch settings.configuration {
    case .operators:
      if let home = settings.environment["HOME"] {
        lines.append("Include \(quoted("\(home)/.ssh/config"))")
      }
      lines.append("Include /etc/ssh/ssh_config")
    case .file(let path): lines.append("Include \(quoted(path))")
    case .none: break
    }
    // Last, so that what the operator or the system decides about ciphers counts.
    lines.append("Ciphers \(Self.ciphers.joined(separator: ","))")
    return lines.map { $0 + "\n" }.joined()
  }

  private var hostLines: [String] {
    var lines: [String] = []
    if let user = host.user { lines.append("User \(user)") }
    if let port = host.port { lines.append("Port \(port)") }
    if let file = host.identityFile {
      lines += ["IdentityFile \(quoted(file))", "IdentitiesOnly yes"]
    }
    if host.password == nil {
      lines += ["PasswordAuthentication no", "KbdInteractiveAuthentication no"]
    } else {
      lines.append("PreferredAuthentications publickey,keyboard-interactive,password")
    }
    return lines
  }

  private var keyLines: [String] {
    var lines = ["StrictHostKeyChecking ask"]
    if !host.fingerprints.isEmpty {
      lines += ["UserKnownHostsFile /dev/null", "GlobalKnownHostsFile /dev/null"]
    } else if let file = host.knownHosts {
      lines += ["UserKnownHostsFile \(quoted(file))", "GlobalKnownHostsFile /dev/null"]
    }
    return lines
  }

  private static let fixedLines = [
    "BatchMode no", "NumberOfPasswordPrompts 1", "ControlMaster no", "LogLevel ERROR",
    "ServerAliveInterval 10", "ServerAliveCountMax 3", "RequestTTY no", "RemoteCommand none",
    "PermitLocalCommand no", "ForwardAgent no", "ForwardX11 no", "ClearAllForwardings yes",
    "UpdateHostKeys no", "AddKeysToAgent no", "VisualHostKey no", "EscapeChar none",
    "SendEnv -*",
  ]

  /// OpenSSH's own, all of them; only that those come first which processors compute by themselves. They take a third of
  /// the time, which tells when an image is copied.
  private static let ciphers = [
    "aes128-gcm@openssh.com", "aes256-gcm@openssh.com", "chacha20-poly1305@openssh.com",
    "aes128-ctr", "aes192-ctr", "aes256-ctr",
  ]

  /// A value that is a path: `%` would begin a token.
  private func quoted(_ path: String) -> String {
    "\"" + path.split(separator: "%", omittingEmptySubsequences: false).joined(separator: "%%")
      + "\""
  }
}

extension Duration {
  /// Seconds, rounded up.
  var wholeSeconds: Int {
    Int(components.seconds) + (components.attoseconds > 0 ? 1 : 0)
  }
}
