import Documents
import Testing

@Suite struct DifferenceTests {
  private let before: Value = [
    "metadata": ["name": "a", "labels": ["a.b/c": "1", "gone": "x"]],
    "spec": [
      "accepts": false, "taints": [["key": "k1", "effect": "NoSelect"], ["key": "k2"]],
      "list": [1, 2, 3],
    ],
  ]

  private let after: Value = [
    "metadata": ["name": "a", "labels": ["a.b/c": "2"]],
    "spec": [
      "accepts": true, "taints": [["key": "k1", "effect": "PreferNoSelect"], ["key": "k2"]],
      "list": [0, 1, 2, 3], "new": ["x": [1]],
    ],
  ]

  @Test func listsChangesWithTheirPaths() {
    #expect(
      Difference.changes(from: before, to: after).map(\.description) == [
        #".metadata.labels.gone: removed "x""#,
        #".metadata.labels["a.b/c"]: "1" -> "2""#,
        ".spec.accepts: false -> true",
        #".spec.taints[0].effect: "NoSelect" -> "PreferNoSelect""#,
        ".spec.list[0]: added 0",
        #".spec.new: added {"x":[1]}"#,
      ])
  }

  @Test(arguments: [
    ("[1,2,3]", "[1,3]", ["[1]: removed 2"]),
    ("[1,2]", "[1,9,8,2]", ["[1]: added 9", "[2]: added 8"]),
    ("[1,2,3]", "[1,5,3]", ["[1]: 2 -> 5"]),
    ("[1,1]", "[1]", ["[1]: removed 1"]),
    ("[]", "[1]", ["[0]: added 1"]),
    ("1", "\"1\"", [#".: 1 -> "1""#]),
    (#"{"a":{}}"#, #"{"a":[]}"#, [".a: {} -> []"]),
    (#"{"a":1}"#, #"{"a":null}"#, [".a: 1 -> null"]),
    (#"{"a":1,"b":2}"#, #"{"b":2,"a":1}"#, []),
  ])
  func pairsElements(before: String, after: String, changes: [String]) throws {
    let found = Difference.changes(from: try JSON.decode(before), to: try JSON.decode(after))
    #expect(found.map(\.description) == changes)
  }

  @Test func writesMarkedLinesUnderTheirKeys() {
    let text = """
        metadata:
          labels:
      -     a.b/c: "1"
      +     a.b/c: "2"
      -     gone: x
        spec:
      -   accepts: false
      +   accepts: true
          taints:
          - key: k1
      -     effect: NoSelect
      +     effect: PreferNoSelect
          list:
      +   - 0
      +   new:
      +     x:
      +     - 1

      """
    #expect(Difference.text(from: before, to: after) == text)
  }

  @Test func writesNothingForEqualValues() {
    #expect(Difference.text(from: before, to: before) == "")
    #expect(Difference.changes(from: before, to: before).isEmpty)
  }

  @Test func writesOtherKindsOfElements() {
    let old: Value = ["l": [["x": 1], [1, 2], "t"]]
    let new: Value = ["l": [["x": 2], [1, 3], ["a": 1]]]
    let text = """
        l:
        - # [0]
      -   x: 1
      +   x: 2
        -
      -   - 2
      +   - 3
      - - t
      + - a: 1

      """
    #expect(Difference.text(from: old, to: new) == text)
  }

  @Test func writesWholeDocuments() {
    #expect(Difference.text(from: .null, to: ["a": [1]]) == "- null\n+ a:\n+ - 1\n")
    #expect(Difference.text(from: "x", to: "z") == "- x\n+ z\n")
    #expect(Difference.text(from: [:], to: ["a": 1]) == "- {}\n+ a: 1\n")
  }

  @Test func writesTextsLineByLine() {
    let old = (1...9).map { "line \($0)" }.joined(separator: "\n")
    let new = old.replacing("line 5", with: "line five") + "\nline 10"
    let text = """
        data:
          conf: |
            ...
            line 3
            line 4
      -     line 5
      +     line five
            line 6
            line 7
            line 8
            line 9
      +     line 10

      """
    #expect(
      Difference.text(from: ["data": ["conf": .string(old)]], to: ["data": ["conf": .string(new)]])
        == text)
  }

  @Test func writesNoControlCharacters() {
    let old: Value = ["conf": "a\n\u{1B}[2J\nb\n", "key\u{1B}": "\u{1B}"]
    let new: Value = ["conf": "a\n\u{1B}[3J\nb\n", "key\u{1B}": "x\r"]
    let text = Difference.text(from: old, to: new)
    #expect(text.contains(#"- conf: "a\n\x1B[2J\nb\n""#))
    #expect(!text.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\r" })
  }

  @Test func masksSecretsAndShowsThatTheyDiffer() {
    let old: Value = ["kind": "Secret", "data": ["a": "MQ==", "b": "Mg=="], "type": "Opaque"]
    let new: Value = ["kind": "Secret", "data": ["a": "Mw==", "b": "Mg=="], "type": "x"]
    let text = """
        data:
      -   a: '*** (before)'
      +   a: '*** (after)'
      - type: Opaque
      + type: x

      """
    #expect(Difference.text(from: old, to: new) == text)
    #expect(Difference.text(from: old, to: new, showsSecrets: true).contains("-   a: MQ=="))
    #expect(Difference.changes(from: old, to: new).first?.before == "*** (before)")
    #expect(Difference.changes(from: old, to: new, showsSecrets: true).first?.before == "MQ==")
  }

  @Test func standsLargeTexts() {
    let old = (0..<5000).map { "a\($0)" }.joined(separator: "\n")
    let new = (0..<5000).map { "b\($0)" }.joined(separator: "\n")
    let lines = Difference.lines(from: .string(old), to: .string(new))
    #expect(lines.count(where: { $0.kind == .removed }) == 5000)
    #expect(lines.count(where: { $0.kind == .added }) == 5000)
  }

  @Test func randomValuesDifferExactlyWhenTheyAreNotEqual() {
    var generator = SeededGenerator(seed: 22)
    for _ in 0..<1000 {
      let old = Value.random(using: &generator)
      let new = Value.random(using: &generator)
      #expect(Difference.changes(from: old, to: new).isEmpty == (old == new))
      #expect(Difference.text(from: old, to: new).isEmpty == (old == new))
      #expect(Difference.text(from: old, to: old).isEmpty)
    }
  }
}
