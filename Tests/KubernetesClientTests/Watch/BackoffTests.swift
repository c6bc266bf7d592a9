import Testing

@testable import KubernetesClient

@Suite struct BackoffTests {
  @Test func pausesDoubleUpToALimit() {
    var backoff = Backoff()
    let pauses = (0..<8).map { _ in backoff.pause(random: 0) }
    #expect(
      pauses.prefix(4) == [
        .milliseconds(800), .milliseconds(1600), .milliseconds(3200), .milliseconds(6400),
      ])
    #expect(pauses.last == .seconds(30))
    #expect(backoff.failures == 8)
    backoff.reset()
    #expect(backoff.pause(random: 0.5) == .milliseconds(1200))
  }

  @Test func aLongSeriesDoesNotOverflow() {
    var backoff = Backoff()
    for _ in 0..<200 { #expect(backoff.pause() <= .seconds(60)) }
  }
}
