/// A script on its way to a host.
///
/// Everything travels in standard input: first the password of `sudo` when it is needed, then the script with its
/// arguments and environment, then the input of the script. The command that `sshd` starts is always the same, so
/// nothing is seen in any list of processes, no length is too long, and any login shell can start it.
struct RemoteScript {
  let script: String
  let arguments: [String]
  let environment: [String: String]

  /// The text that the host's shell evaluates. The braces make a text that was cut off an error of syntax: half a script
  /// is never run.
  var blob: [UInt8] {
    var text = "{\n"
    for (name, value) in environment.sorted(by: { $0.key < $1.key }) {
      text += "export \(name)=\(value.shellQuoted)\n"
    }
    text += "set -- " + arguments.map(\.shellQuoted).joined(separator: " ") + "\n"
    return Array((text + script + "\n}\n").utf8)
  }

  /// The command line for `sshd`.
  ///
  /// The number of its process comes first on both streams, so that the job can be ended, and whatever the login
  /// shell's own files or `sudo` wrote before can be told apart. 255 is what `ssh` itself ends with when the connection
  /// is lost.
  static func command(length: Int, privilege: RemotePrivilege, asRoot: Bool) -> String {
    let shell = """
      sh -c 'PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin:/usr/local/bin LC_ALL=C; export PATH LC_ALL; \
      printf "\\036mcctl %s\\036" "$$"; printf "\\036mcctl %s\\036" "$$" >&2; \
      (eval "$(head -c \(length))"); s=$?; [ "$s" -eq 255 ] && s=254; exit "$s"'
      """
    guard asRoot else { return "exec " + shell }
    return switch privilege {
    case .sudo: "exec sudo -n -- " + shell
    case .sudoWithPassword: "exec sudo -S -k -p mcctl: -- " + shell
    case .root, .none: "exec " + shell
    }
  }
}

/// How a session becomes root.
public enum RemotePrivilege: Sendable, Hashable {
  /// It is root.
  case root
  /// By `sudo`, which asks for nothing.
  case sudo
  /// By `sudo`, with a password.
  case sudoWithPassword
  /// It cannot; the reason is in `sudo`'s words.
  case none(reason: String)
}
