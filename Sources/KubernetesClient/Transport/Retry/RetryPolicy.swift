/// Which requests are repeated, how often and when.
///
/// What may be repeated is fixed: everything when the server itself asks for it (429 and 503 with `Retry-After`) or
/// when nothing of the request was sent; a broken connection only for idempotent requests, since a write may have
/// been carried out before the answer was lost. What is left to choose is how often and how long.
public struct RetryPolicy: Sendable, Hashable {
  /// Most attempts in all.
  public var maximumAttempts: Int
  /// Most attempts when no connection can be made. Few, so that a dead server is reported within a second or two.
  public var maximumConnectionAttempts: Int
  /// The wait before the second attempt; doubled for each one after it.
  public var firstDelay: Duration
  /// The longest wait that a server's `Retry-After` is followed for; an answer that asks for more is handed on.
  public var maximumRetryAfter: Duration
  /// No attempt begins later than this after the first one did.
  public var deadline: Duration

  /// A policy of these parts.
  public init(
    maximumAttempts: Int = 5, maximumConnectionAttempts: Int = 3,
    firstDelay: Duration = .milliseconds(200), maximumRetryAfter: Duration = .seconds(30),
    deadline: Duration = .seconds(60)
  ) {
    self.maximumAttempts = maximumAttempts
    self.maximumConnectionAttempts = maximumConnectionAttempts
    self.firstDelay = firstDelay
    self.maximumRetryAfter = maximumRetryAfter
    self.deadline = deadline
  }

  /// Five attempts within a minute, three when there is no connection.
  public static let standard = RetryPolicy()
}

/// How one attempt ended.
enum AttemptResult: Sendable, Hashable {
  case answered(status: Int, retryAfter: String?)
  case failed(TransportError)
}

extension RetryPolicy {
  /// How long to wait before the attempt after number `attempt` (from 1); nil to leave it at that.
  ///
  /// - Parameters:
  ///   - elapsed: The time since the first attempt began.
  ///   - jitter: From 0 up to 1, so that many clients do not come back at the same moment.
  func delay(
    after attempt: Int, _ result: AttemptResult, isIdempotent: Bool, elapsed: Duration,
    jitter: Double
  ) -> Duration? {
    let delay: Duration?
    switch result {
    case .answered(let status, let retryAfter):
      delay = attempt < maximumAttempts ? asked(status: status, retryAfter, jitter) : nil
    case .failed(let error) where error.isWorthAnotherConnection:
      delay = attempt < maximumConnectionAttempts ? backoff(attempt, jitter) : nil
    case .failed(.connectionLost):
      delay = isIdempotent && attempt < maximumAttempts ? backoff(attempt, jitter) : nil
    case .failed:
      delay = nil
    }
    return delay.flatMap { elapsed + $0 <= deadline ? $0 : nil }
  }

  /// Half of the doubled delay for sure, the other half by chance.
  private func backoff(_ attempt: Int, _ jitter: Double) -> Duration {
    firstDelay * (1 << min(attempt - 1, 16)) * (0.5 + jitter / 2)
  }

  /// What a server asks for, in whole seconds as Kubernetes has it, and up to a tenth more.
  private func asked(status: Int, _ retryAfter: String?, _ jitter: Double) -> Duration? {
    guard status == 429 || status == 503, let seconds = retryAfter.flatMap({ Int($0) }),
      seconds >= 0, .seconds(seconds) <= maximumRetryAfter
    else { return nil }
    return .seconds(seconds) * (1 + jitter / 10)
  }
}

extension TransportError {
  /// Whether no connection came about for a reason that may pass within a second.
  fileprivate var isWorthAnotherConnection: Bool {
    switch self {
    case .dns, .refused, .unreachable:
      true
    case .proxy(let failure):
      switch failure.reason {
      case .unresolvable, .refused, .unreachable: true
      case .authenticationRequired, .rejected, .targetUnreachable, .tls: false
      }
    default:
      false
    }
  }
}
