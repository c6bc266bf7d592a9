import Testing

@testable import KubernetesClient

struct TransferDeadlinesTests {
  private let start = ContinuousClock.now
  private let timeouts = Timeouts(connect: .seconds(10), total: .seconds(100), idle: .seconds(5))

  @Test func limitsConnecting() {
    let deadlines = TransferDeadlines(timeouts, started: start)
    #expect(deadlines.passedLimit(at: start + .seconds(9)) == nil)
    #expect(deadlines.passedLimit(at: start + .seconds(10)) == .seconds(10))
    #expect(deadlines.nextCheck(after: start) == start + .seconds(5))
    #expect(deadlines.nextCheck(after: start + .seconds(6)) == start + .seconds(10))
  }

  @Test func limitsSilenceOnceConnected() {
    var deadlines = TransferDeadlines(timeouts, started: start)
    deadlines.noteConnected(after: .seconds(8))
    #expect(deadlines.passedLimit(at: start + .seconds(12)) == nil)
    #expect(deadlines.passedLimit(at: start + .seconds(13)) == .seconds(5))
    deadlines.lastActivity = start + .seconds(12)
    #expect(deadlines.passedLimit(at: start + .seconds(16)) == nil)
    #expect(deadlines.nextCheck(after: start + .seconds(13)) == start + .seconds(17))
  }

  @Test func sparesBodiesHeldBack() {
    var deadlines = TransferDeadlines(timeouts, started: start)
    deadlines.noteConnected(after: .seconds(1))
    deadlines.isHeldBack = true
    #expect(deadlines.passedLimit(at: start + .seconds(90)) == nil)
    #expect(deadlines.nextCheck(after: start + .seconds(90)) == start + .seconds(95))
    #expect(deadlines.passedLimit(at: start + .seconds(100)) == .seconds(100))
  }

  @Test func checksNothingWithoutLimits() {
    var deadlines = TransferDeadlines(Timeouts(connect: .seconds(1)), started: start)
    deadlines.noteConnected(after: .zero)
    #expect(deadlines.nextCheck(after: start) == nil)
    #expect(deadlines.passedLimit(at: start + .seconds(1_000_000)) == nil)
  }
}
