import Documents
import Testing

@Suite struct YAMLErrorTests {
  @Test(arguments: [
    ("a: 1\nb: 2\na: 3\n", "f:3:1: duplicate key \"a\""),
    ("x:\n  {a: 1, 'a': 2}\n", "f:2:10: duplicate key \"a\""),
    ("1: a\n'1': b\n", "f:2:1: duplicate key \"1\""),
    ("null: a\n", "f:1:1: null cannot be a key"),
    ("? [a]\n: b\n", "f:1:3: a list cannot be a key"),
    ("{? {a: 1} : b}\n", "f:1:4: a mapping cannot be a key"),
    ("<<: 1\n", "f:1:5: \"<<\" takes a mapping or a list of mappings"),
    ("<<: [{a: 1}, 2]\n", "f:1:5: \"<<\" takes a mapping or a list of mappings"),
    ("a: *nowhere\n", "f:1:4: unknown anchor \"nowhere\""),
    ("---\na: &x 1\n---\nb: *x\n", "f:4:4: unknown anchor \"x\""),
    ("a: &x [*x]\n", "f:1:8: the anchor \"x\" contains itself"),
    ("a: &x\n  b: *x\n", "f:2:6: the anchor \"x\" contains itself"),
    (
      "é: [1, 2\nb: 3\n",
      "f:2:2: did not find expected ',' or ']' while parsing a flow sequence that begins on line 1"
    ),
    (
      "a: 'x\n",
      "f:2:1: found unexpected end of stream while scanning a quoted scalar that begins on line 1"
    ),
    (
      "a:\n\t- b\n",
      "f:2:1: found character that cannot start any token while scanning for the next token"
    ),
    ("a: b: c\n", "f:1:5: mapping values are not allowed in this context"),
    ("a: 1\n b: 2\n", "f:2:3: mapping values are not allowed in this context"),
    (
      "a: @x\n",
      "f:1:4: found character that cannot start any token while scanning for the next token"
    ),
    ("a: \"\\q\"\n", "f:1:5: found unknown escape character while parsing a quoted scalar"),
    (
      "a: 1\n- b\n",
      "f:2:1: did not find expected key while parsing a block mapping that begins on line 1"
    ),
    ("a: 1\nb: \u{1}\n", "f:2:4: control characters are not allowed"),
    (
      "{a: 1",
      "f:2:1: did not find expected ',' or '}' while parsing a flow mapping that begins on line 1"
    ),
    ("%YAML 3.0\n---\na: 1\n", "f:1:1: found incompatible YAML document"),
  ])
  func saysWhatIsWrongAndWhere(text: String, message: String) {
    let error = #expect(throws: DocumentError.self) { try YAML.decodeAll(text, source: "f") }
    #expect(error?.description == message)
  }

  @Test func saysWhereBytesAreNotUTF8() {
    let bytes: [UInt8] = Array("a: 1\né: ".utf8) + [0xFF]
    let error = #expect(throws: DocumentError.self) { try YAML.decodeAll(bytes, source: "f") }
    #expect(error?.line == 2)
    #expect(error?.column == 4)
  }

  @Test func refusesDuplicateKeysInJSONToo() {
    let error = #expect(throws: DocumentError.self) {
      try YAML.decode(#"{"a":1,"a":2}"#, source: "f")
    }
    #expect(error?.description == #"f:1:8: duplicate key "a""#)
  }
}
