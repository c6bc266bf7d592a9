import Documents
import Testing

@Suite struct JSONFuzzTests {
  @Test func randomValuesSurviveARoundTrip() throws {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<3000 {
      let value = Value.random(using: &generator)
      #expect(try JSON.decode(JSON.encode(value), duplicateKeys: .refused) == value)
      #expect(try JSON.decode(JSON.text(value, pretty: true)) == value)
    }
  }

  @Test func damagedTextIsReadOrRefusedAndNeverCrashes() {
    var generator = SeededGenerator(seed: 2)
    var refused = 0
    for _ in 0..<5000 {
      let bytes = JSON.encode(.random(using: &generator)).mutated(using: &generator)
      guard let value = try? JSON.decode(bytes) else {
        refused += 1
        continue
      }
      #expect((try? JSON.decode(JSON.encode(value))) == value)
    }
    #expect(refused > 500)
  }
}
