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
