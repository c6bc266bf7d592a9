import Testing

@testable import KubernetesClient

struct RetryPolicyTests {
  private let policy = RetryPolicy(
    maximumAttempts: 4, maximumConnectionAttempts: 3, firstDelay: .milliseconds(100),
    maximumRetryAfter: .seconds(10), deadline: .seconds(30))

  private func delay(
    _ attempt: Int, _ result: AttemptResult, isIdempotent: Bool = true, elapsed: Duration = .zero,
    jitter: Double = 0
  ) -> Duration? {
    policy.delay(
      after: attempt, result, isIdempotent: isIdempotent, elapsed: elapsed, jitter: jitter)
  }

  static let answers: [(status: Int, retryAfter: String?, delay: Duration?)] = [
    (429, "1", .seconds(1)), (429, "0", .zero), (503, "10", .seconds(10)), (503, "11", nil),
    (429, nil, nil), (503, nil, nil), (503, "Wed, 21 Oct 2026 07:28:00 GMT", nil), (503, "-1", nil),
    (200, "1", nil), (500, "1", nil), (502, "1", nil), (504, "1", nil), (404, "1", nil),
    (301, "1", nil),
  ]

  @Test(arguments: answers, [true, false])
  func followsTheServer(
    answer: (status: Int, retryAfter: String?, delay: Duration?), isIdempotent: Bool
  ) {
    let result = AttemptResult.answered(status: answer.status, retryAfter: answer.retryAfter)
    #expect(delay(1, result, isIdempotent: isIdempotent) == answer.delay)
    #expect(delay(4, result, isIdempotent: isIdempotent) == nil)
  }

  private static let place = (host: "hub", port: 6443)
  private static func proxy(_ reason: ProxyFailure.Reason) -> TransportError {
    .proxy(ProxyFailure(reason: reason, proxy: "http://proxy:80", target: "hub:6443"))
  }

  static let beforeSending: [TransportError] = [
    .dns(host: "hub"), .refused(host: "hub", port: 1),
    .unreachable(host: "hub", port: 1, detail: "No route to host"), proxy(.refused),
    proxy(.unresolvable), proxy(.unreachable(detail: "")),
  ]

  @Test(arguments: beforeSending, [true, false])
  func triesUnsentRequestsAFewTimes(error: TransportError, isIdempotent: Bool) {
    let result = AttemptResult.failed(error)
    #expect(delay(1, result, isIdempotent: isIdempotent) == .milliseconds(50))
    #expect(delay(2, result, isIdempotent: isIdempotent, jitter: 1) == .milliseconds(200))
    #expect(delay(3, result, isIdempotent: isIdempotent) == nil)
  }

  @Test func repeatsLostReadsOnly() {
    let loss = ConnectionLoss(host: "hub", port: 1, bytesReceived: 0, detail: "reset")
    let result = AttemptResult.failed(.connectionLost(loss))
    #expect(
      (1...4).map { delay($0, result) } == [
        .milliseconds(50), .milliseconds(100), .milliseconds(200), nil,
      ])
    #expect(delay(1, result, isIdempotent: false) == nil)
  }

  static let hopeless: [TransportError] = [
    .tls(TLSFailure(reason: .unknownAuthority, host: "hub", port: 1)), .tooLarge(limit: 1),
    .invalidURL("x", reason: "y"), .invalidHeader(name: "x"), .credentialsWithoutTLS(host: "hub"),
    .timedOut(phase: .firstByte, after: .seconds(1), host: "hub", port: 1),
    .timedOut(phase: .connecting, after: .seconds(1), host: "hub", port: 1),
    .malformedAnswer(host: "hub", port: 1, detail: ""), .system(detail: ""),
    proxy(.authenticationRequired), proxy(.rejected(status: 503)),
  ]

  @Test(arguments: hopeless)
  func leavesOtherFailuresAlone(error: TransportError) {
    #expect(delay(1, .failed(error)) == nil)
  }

  @Test func startsNothingAfterTheDeadline() {
    let result = AttemptResult.answered(status: 429, retryAfter: "5")
    #expect(delay(1, result, elapsed: .seconds(25)) == .seconds(5))
    #expect(delay(1, result, elapsed: .seconds(26)) == nil)
  }

  @Test func spreadsClients() {
    let result = AttemptResult.answered(status: 429, retryAfter: "5")
    #expect(delay(1, result, jitter: 0.5) == .milliseconds(5250))
    #expect(delay(1, .failed(.dns(host: "hub")), jitter: 0.5) == .milliseconds(75))
  }

  @Test func reportsDeadServersSoon() {
    let result = AttemptResult.failed(.refused(host: "hub", port: 1))
    let waits = (1...10).compactMap { attempt in
      RetryPolicy.standard.delay(
        after: attempt, result, isIdempotent: true, elapsed: .zero, jitter: 1)
    }
    #expect(waits.reduce(.zero, +) <= .seconds(1))
  }
}
