import Documents
import Testing

@Suite struct YAMLFuzzTests {
  @Test func randomValuesSurviveARoundTrip() throws {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<4000 {
      let value = Value.random(using: &generator)
      guard !value.isNull else { continue }
      let text = YAML.text(value)
      #expect(try YAML.decode(text) == value, "written as \(JSON.text(.string(text)))")
      #expect(YAML.text(try YAML.decode(text)) == text)
    }
  }

  @Test func jsonIsReadAsJSON() throws {
    var generator = SeededGenerator(seed: 12)
    for _ in 0..<1000 {
      let value: Value = ["root": .random(using: &generator)]
      let text = JSON.text(value)
      let read = try YAML.decode(text)
      #expect(read == value, "\(text.debugDescription) as \(JSON.text(read).debugDescription)")
    }
  }

  @Test func damagedTextIsReadOrRefusedAndNeverCrashes() {
    var generator = SeededGenerator(seed: 13)
    var refused = 0
    for _ in 0..<4000 {
      let text = YAML.text(.random(using: &generator))
      let bytes = Array(text.utf8).mutated(using: &generator)
      guard let values = try? YAML.decodeAll(bytes) else {
        refused += 1
        continue
      }
      #expect((try? YAML.decodeAll(YAML.text(all: values))) == values)
    }
    #expect(refused > 300)
  }
}
