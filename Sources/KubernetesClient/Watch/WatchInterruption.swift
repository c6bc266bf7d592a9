/// A watch that broke and is being re-established.
public struct WatchInterruption: Sendable {
  /// What broke it.
  public let error: KubernetesError
  /// How many attempts have failed in a row, this one included.
  public let failures: Int
  /// How long until the next attempt.
  public let retryDelay: Duration

  /// Describes an interruption.
  public init(error: KubernetesError, failures: Int, retryDelay: Duration) {
    self.error = error
    self.failures = failures
    self.retryDelay = retryDelay
  }
}
