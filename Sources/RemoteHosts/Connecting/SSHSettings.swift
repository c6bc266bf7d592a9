/// How `ssh` is used, for all hosts.
public struct SSHSettings: Sendable {
  /// The files of settings that count beside what a ``RemoteHost`` says.
  public enum Configuration: Sendable, Hashable {
    /// `~/.ssh/config` and `/etc/ssh/ssh_config`, as for a person at the keyboard.
    case operators
    /// One file.
    case file(String)
    /// None.
    case none
  }

  /// The path of the program that `ssh` asks for passwords: mcctl itself, which then runs as ``Askpass``.
  public var askpassProgram: String
  /// What to do when a host's key is unknown.
  public var firstContact: FirstContact = .refuse
  /// The files of settings.
  public var configuration: Configuration = .operators
  /// How long a connection and its login may take, without the time in which the operator is asked.
  public var connectTimeout: Duration = .seconds(15)
  /// How long a command may write nothing, unless it says otherwise; nil for as long as it likes.
  public var idleTimeout: Duration?
  /// How many hosts are worked on at a time.
  public var parallel = 16
  /// How long a connection outlives its last use when mcctl is killed.
  public var persistence: Duration = .seconds(30)
  /// The folder in which the private one is made; sockets allow no long paths.
  public var temporaryFolder = "/tmp"
  /// The environment of `ssh`: `HOME`, `PATH`, `SSH_AUTH_SOCK`.
  public var environment: [String: String]

  /// Settings as they are usually right.
  public init(askpassProgram: String, environment: [String: String]) {
    self.askpassProgram = askpassProgram
    self.environment = environment
  }
}
