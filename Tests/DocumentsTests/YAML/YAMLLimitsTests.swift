import Documents
import Testing

@Suite struct YAMLLimitsTests {
  @Test func refusesLargeTexts() {
    let error = #expect(throws: DocumentError.self) {
      try YAML.decode("a: 12345", source: "f", limits: Limits(maxBytes: 7))
    }
    #expect(error?.description == "f: larger than 7 bytes")
  }

  @Test(arguments: ["[[[[1]]]]", "- - - - 1", "{a: {a: {a: {a: 1}}}}", "a:\n b:\n  c:\n   d: 1"])
  func refusesDeepNesting(text: String) throws {
    let error = #expect(throws: DocumentError.self) {
      try YAML.decode(text, limits: Limits(maxDepth: 3))
    }
    #expect(error?.message == "nested deeper than 3 levels")
    #expect(throws: Never.self) { try YAML.decode(text, limits: Limits(maxDepth: 4)) }
  }

  @Test func countsTheDepthThatAliasesAdd() {
    // Each line nests the one before one level deeper, without a deep text.
    var text = "- &a0 [x]\n"
    for level in 1...300 { text += "- &a\(level) [*a\(level - 1)]\n" }
    let error = #expect(throws: DocumentError.self) {
      try YAML.decode(text, limits: Limits(maxDepth: 100))
    }
    #expect(error?.message == "nested deeper than 100 levels")
  }

  @Test func refusesManyValues() {
    let error = #expect(throws: DocumentError.self) {
      try YAML.decode("[1, 2, 3, 4]", limits: Limits(maxNodes: 4))
    }
    #expect(error?.description == "line 1, column 11: more than 4 values")
  }

  @Test func refusesABillionLaughs() {
    var text = "a0: &a0 [lol,lol,lol,lol,lol,lol,lol,lol,lol]\n"
    for level in 1...9 {
      let alias = "*a\(level - 1)"
      text +=
        "a\(level): &a\(level) [\(Array(repeating: alias, count: 9).joined(separator: ","))]\n"
    }
    let error = #expect(throws: DocumentError.self) { try YAML.decode(text) }
    #expect(error?.message == "aliases add more than 100000 values")
  }

  @Test func countsWhatMergeKeysAdd() {
    let members = (0..<100).map { "k\($0): 1" }.joined(separator: ", ")
    let merges = (0..<100).map { "- <<: *base\n  own: \($0)\n" }.joined()
    let text = "- &base {\(members)}\n\(merges)"
    #expect(throws: Never.self) { try YAML.decode(text, limits: Limits(maxAliasExpansion: 20_000)) }
    let error = #expect(throws: DocumentError.self) {
      try YAML.decode(text, limits: Limits(maxAliasExpansion: 5_000))
    }
    #expect(error?.message == "aliases add more than 5000 values")
  }

  @Test(arguments: ["[", "- ", "{a: ", "? ", "&a [", "!!seq ["])
  func standsEndlessNesting(opening: String) {
    let text = String(repeating: opening, count: 100_000)
    #expect(throws: DocumentError.self) { try YAML.decodeAll(text) }
  }
}
