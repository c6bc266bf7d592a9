import Documents
import Testing

@Suite struct YAMLStructureTests {
  @Test(arguments: [
    ("a: 1\nb:\n  c: 2\n", #"{"a":1,"b":{"c":2}}"#),
    ("- a\n- - b\n  - c\n-\n  d: 1\n", #"["a",["b","c"],{"d":1}]"#),
    ("a:\n- 1\n- 2\nb:\n  - 3\n", #"{"a":[1,2],"b":[3]}"#),
    ("{a: [1, {b: c}], d: , \"e\":1}", #"{"a":[1,{"b":"c"}],"d":null,"e":1}"#),
    ("[a, b: c, 'd', ]", #"["a",{"b":"c"},"d"]"#),
    ("? a\n: 1\n? b\n", #"{"a":1,"b":null}"#),
    ("a: one\n  two\n\n  three\n", #"{"a":"one two\nthree"}"#),
    (
      "a: |\n  x\n   y\n\nb: |-\n  x\n\nc: |+\n  x\n\nd: >\n  x\n  y\n\n  z\n",
      #"{"a":"x\n y\n","b":"x","c":"x\n\n","d":"x y\nz\n"}"#
    ),
    ("a: |2\n    x\n", #"{"a":"  x\n"}"#),
    ("a: # comment\n  b # not: this\n", #"{"a":"b"}"#),
    ("a: b#c\nurl: http://x:80/#y\n", #"{"a":"b#c","url":"http://x:80/#y"}"#),
    ("\"quoted key\": 1\n'other': 2\n", #"{"quoted key":1,"other":2}"#),
    ("%YAML 1.1\n---\na: 1\n", #"{"a":1}"#),
    ("%TAG !e! tag:yaml.org,2002:\n---\na: !e!str 1\n", #"{"a":"1"}"#),
    ("\u{FEFF}a: 1", #"{"a":1}"#),
    ("a: 1\r\nb: |\r\n  x\r\n  y\r\n", #"{"a":1,"b":"x\ny\n"}"#),
    ("text", #""text""#), ("--- |\n  x\n...\n", #""x\n""#), ("[]", "[]"), ("{}", "{}"),
    ("a: {}\nb: []\nc: ''\n", #"{"a":{},"b":[],"c":""}"#),
    ("!!map {a: !!seq [1]}", #"{"a":[1]}"#),
  ])
  func reads(text: String, json: String) throws {
    #expect(JSON.text(try YAML.decode(text)) == json)
  }

  @Test func convertsKeysAsKubernetesDoes() throws {
    let text = "1: a\n0x10: b\nyes: c\n1.50: d\n'2': e\n2001-01-01: f\n-0: g\n"
    #expect(
      try YAML.decode(text).object?.keys == ["1", "16", "true", "1.50", "2", "2001-01-01", "-0"])
  }

  @Test func partsDocumentsAndLeavesOutEmptyOnes() throws {
    let text = "# head\n---\na: 1\n---\n---\n# nothing\n---\nnull\n---\n- 2\n...\n---\nb: 3\n"
    #expect(try YAML.decodeAll(text) == [["a": 1], [2], ["b": 3]])
    #expect(try YAML.decodeAll("") == [])
    #expect(try YAML.decodeAll("---\n# only a comment\n") == [])
  }

  @Test func wantsExactlyOneDocument() {
    let none = #expect(throws: DocumentError.self) { try YAML.decode("# x\n", source: "f") }
    #expect(none?.description == "f: there is no document")
    let two = #expect(throws: DocumentError.self) {
      try YAML.decode("a: 1\n---\nb: 2\n", source: "f")
    }
    #expect(two?.description == "f:3:1: one document is wanted, and here a second one begins")
  }

  @Test func repeatsWhatAliasesName() throws {
    let text = "a: &x {k: 1}\nb: *x\nc: [*x, &t text, *t]\n*t : key\n"
    #expect(
      JSON.text(try YAML.decode(text))
        == #"{"a":{"k":1},"b":{"k":1},"c":[{"k":1},"text","text"],"text":"key"}"#)
    #expect(try YAML.decode("- &a 1\n- &a 2\n- *a\n") == [1, 2, 2])
  }

  @Test(arguments: [
    ("b: &b {p: 1, q: 2}\nm:\n  <<: *b\n  q: 3\n", #"{"q":3,"p":1}"#),
    ("b: &b {p: 1, q: 2}\nm:\n  q: 3\n  <<: *b\n", #"{"q":3,"p":1}"#),
    ("b: [&a {p: 1}, &b {p: 2, q: 2}]\nm: {<<: [*a, *b], z: 3}\n", #"{"z":3,"p":1,"q":2}"#),
    ("m: {<<: {p: 1}, <<: {p: 2, q: 2}}\n", #"{"p":1,"q":2}"#),
    ("m: {'<<': {p: 1}}\n", #"{"<<":{"p":1}}"#),
    ("m: {!!merge <<: {p: 1}}\n", #"{"p":1}"#),
    ("m: {<<: &b {p: &c [1]}, q: *c}\n", #"{"q":[1],"p":[1]}"#),
  ])
  func mergesMappings(text: String, json: String) throws {
    #expect(try YAML.decode(text)["m"].map { JSON.text($0) } == json)
  }

  @Test func readsJSONWithWhatYAMLDoesNotKnow() throws {
    #expect(try YAML.decode(#"{"a":"\ud83d\ude00","b":1}"#) == ["a": "😀", "b": 1])
    #expect(try YAML.decode("\t{\"a\"\t:\t1}") == ["a": 1])
    // To YAML 1.1 this is a line break, which folds.
    #expect(try YAML.decode("{\"a\": \"x\u{2028}y\"}") == ["a": "x\u{2028}y"])
  }

  @Test func readsBytesInUTF16() throws {
    let units = Array("\u{FEFF}a: é".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(try YAML.decode(units) == ["a": "é"])
  }
}
