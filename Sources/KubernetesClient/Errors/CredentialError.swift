/// Why credentials could not be obtained.
public enum CredentialError: Error, Sendable, Hashable {
  /// The token file cannot be read.
  case unreadableTokenFile(path: String, reason: String)
  /// The token file holds nothing.
  case emptyTokenFile(path: String)
  /// The plugin's program is not there; `installHint` is the kubeconfig's advice.
  case pluginNotFound(command: String, installHint: String?)
  /// The plugin's program could not be started.
  case pluginNotStarted(command: String, reason: String)
  /// The plugin ended with a failure; `output` is the end of its standard error, secrets masked.
  case pluginFailed(command: String, status: String, output: String)
  /// The plugin's answer cannot be used.
  case pluginAnswer(command: String, reason: String)
  /// The plugin needs a terminal (`interactiveMode: Always`) and there is none.
  case pluginNeedsTerminal(command: String)
  /// The plugin did not end in time.
  case pluginTimedOut(command: String, after: Duration)
}

extension CredentialError: CustomStringConvertible {
  /// One sentence without a full stop. Holds nothing secret.
  public var description: String {
    switch self {
    case .unreadableTokenFile(let path, let reason):
      "the token file \(path) is unreadable: \(reason)"
    case .emptyTokenFile(let path): "the token file \(path) is empty"
    case .pluginNotFound(let command, let hint):
      "the credential plugin \(command) was not found" + (hint.map { "\n\($0)" } ?? "")
    case .pluginNotStarted(let command, let reason):
      "the credential plugin \(command) could not be started: \(reason)"
    case .pluginFailed(let command, let status, let output):
      "the credential plugin \(command) failed with \(status)"
        + (output.isEmpty ? "" : ": \(output)")
    case .pluginAnswer(let command, let reason):
      "the answer of the credential plugin \(command) cannot be used: \(reason)"
    case .pluginNeedsTerminal(let command):
      "the credential plugin \(command) needs a terminal to talk with an operator"
    case .pluginTimedOut(let command, let limit):
      "the credential plugin \(command) did not end within \(limit.components.seconds) s"
    }
  }
}
