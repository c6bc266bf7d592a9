import Testing

@testable import Workflows

@Suite struct DurationTests {
  @Test(arguments: [(0, "0s"), (45, "45s"), (600, "10m"), (5400, "1h30m"), (3661, "1h1m1s")])
  func spoken(seconds: Int, text: String) {
    #expect(Duration.seconds(seconds).spoken == text)
  }
}
