import Documents
import Testing

@Suite struct JSONDecodingTests {
  @Test(
    arguments: [
      ("null", .null), (" true\n", true), ("false", false), ("0", 0), ("-7", -7),
      ("9223372036854775807", .integer(.max)), ("-9223372036854775808", .integer(.min)),
      ("9223372036854775808", .decimal("9223372036854775808")),
      ("1.50", .decimal("1.50")), ("-0", .decimal("-0")), ("-0.0", .decimal("-0.0")),
      ("1E+9", .decimal("1E+9")), ("1e9", .decimal("1e9")), ("0.1", .decimal("0.1")),
      (#""""#, ""), (#""a""#, "a"), ("[]", []), ("{}", [:]), ("[1,[2,[]]]", [1, [2, []]]),
      (#"{"a":{"b":[{}]}}"#, ["a": ["b": [[:]]]]),
      ("\u{FEFF}1", 1),
      ("\t\r\n [ 1 , 2 ] ", [1, 2]),
    ] as [(String, Value)])
  func reads(text: String, value: Value) throws {
    #expect(try JSON.decode(text) == value)
  }

  @Test(arguments: [
    (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"),
    (#""\u00e9\u65E5""#, "é日"), (#""\ud83d\ude00""#, "😀"), (#""x\u0000y""#, "x\0y"),
    (#""\ud83d""#, "\u{FFFD}"), (#""\ude00x""#, "\u{FFFD}x"), (#""\ud83d\u0041""#, "\u{FFFD}A"),
    (#""\ud83d\ud83d\ude00""#, "\u{FFFD}😀"), (#""\ud83dx""#, "\u{FFFD}x"),
    ("\"é日本😀\"", "é日本😀"), (#""é\n日""#, "é\n日"), ("\"\u{7F}\"", "\u{7F}"),
  ])
  func readsStrings(text: String, string: String) throws {
    let value = try JSON.decode(text)
    #expect(value.string.map { Array($0.utf8) } == Array(string.utf8))
  }

  @Test(arguments: [
    ("", "line 1, column 1: the JSON text ends too early"),
    ("{\"a\":1", "line 1, column 7: the JSON text ends too early"),
    ("{\n  \"a\": tru\n}", "line 2, column 11: found the end of the line where \"true\" should be"),
    ("{\"a\":1,}", "line 1, column 8: found \"}\" where a key in quotes should be"),
    ("[1 2]", "line 1, column 4: found \"2\" where \",\" or \"]\" should be"),
    ("{\"é\" 1}", "line 1, column 6: found \"1\" where \":\" should be"),
    ("[1]x", "line 1, column 4: text after the end of the JSON value"),
    ("01", "line 1, column 1: not a valid JSON number"),
    ("1.", "line 1, column 3: the JSON text ends too early"),
    ("[1.x]", "line 1, column 4: not a valid JSON number"),
    ("-", "line 1, column 2: the JSON text ends too early"),
    ("1e+", "line 1, column 4: the JSON text ends too early"),
    ("+1", "line 1, column 1: found \"+\" where a value should be"),
    (".5", "line 1, column 1: found \".\" where a value should be"),
    ("'a'", "line 1, column 1: found \"'\" where a value should be"),
    ("NaN", "line 1, column 1: found \"N\" where a value should be"),
    ("\"a\nb\"", "line 1, column 3: the end of the line must be escaped in a string"),
    ("\"\u{1}\"", "line 1, column 2: the byte 0x1 must be escaped in a string"),
    ("\"\\x\"", "line 1, column 2: not a valid escape sequence in a string"),
    ("\"\\u12g4\"", "line 1, column 2: not a valid escape sequence in a string"),
    ("\"\\u12", "line 1, column 2: the JSON text ends too early"),
    ("\"a", "line 1, column 3: the JSON text ends too early"),
    ("\"a\\", "line 1, column 3: the JSON text ends too early"),
  ])
  func refuses(text: String, message: String) {
    let error = #expect(throws: DocumentError.self) { try JSON.decode(text) }
    #expect(error?.description == message)
  }

  @Test(
    arguments: [
      [0xFF], [0xC3], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x80],
    ] as [[UInt8]])
  func refusesWhatIsNotUTF8(bytes: [UInt8]) {
    for text in [[0x22] + bytes + [0x22], [0x22, 0x5C, 0x6E] + bytes + [0x22]] {
      let error = #expect(throws: DocumentError.self) { try JSON.decode(text, source: "answer") }
      #expect(error?.description == "answer:1:2: not valid UTF-8")
    }
  }

  @Test func ofDuplicateKeysTheLastCountsUnlessRefused() throws {
    let text = #"{"a":1,"b":2,"a":3}"#
    #expect(JSON.text(try JSON.decode(text)) == #"{"a":3,"b":2}"#)
    let error = #expect(throws: DocumentError.self) {
      try JSON.decode(text, duplicateKeys: .refused)
    }
    #expect(error?.description == #"line 1, column 14: duplicate key "a""#)
  }

  @Test func findsDuplicatesAmongManyKeys() throws {
    let members = (0..<100).map { "\"key-\($0)\":\($0)" } + ["\"key-7\":\"again\""]
    let text = "{\(members.joined(separator: ","))}"
    let value = try JSON.decode(text)
    #expect(value.object?.count == 100)
    #expect(value["key-7"] == "again")
    let error = #expect(throws: DocumentError.self) {
      try JSON.decode(text, duplicateKeys: .refused)
    }
    #expect(error?.message == #"duplicate key "key-7""#)
  }

  @Test func keepsLongKeysApart() throws {
    // Keys of equal length with equal beginnings and ends meet in the parser's cache.
    let text = #"[{"abcdefgh1ijklmnop":1},{"abcdefgh2ijklmnop":2},{"abcdefgh1ijklmnop":3}]"#
    let keys = try JSON.decode(text).array?.compactMap { $0.object?.keys.first }
    #expect(keys == ["abcdefgh1ijklmnop", "abcdefgh2ijklmnop", "abcdefgh1ijklmnop"])
  }

  @Test func keepsToItsLimits() {
    let limits = Limits(maxBytes: 100, maxDepth: 3, maxNodes: 5)
    let cases = [
      (String(repeating: " ", count: 101), "larger than 100 bytes"),
      ("[[[[]]]]", "line 1, column 4: nested deeper than 3 levels"),
      (#"{"a":{"a":{"a":{}}}}"#, "line 1, column 16: nested deeper than 3 levels"),
      ("[1,2,3,4,5]", "line 1, column 10: more than 5 values"),
    ]
    for (text, message) in cases {
      let error = #expect(throws: DocumentError.self) { try JSON.decode(text, limits: limits) }
      #expect(error?.description == message)
    }
    #expect(throws: Never.self) { try JSON.decode("[[[1]]]", limits: limits) }
  }

  @Test func standsVeryDeepNesting() {
    let text = String(repeating: "[", count: 1_000_000)
    #expect(throws: DocumentError.self) { try JSON.decode(text) }
  }
}
