import Documents
import Testing

/// What goyaml.v2 (sigs.k8s.io/yaml, resolve.go) makes of scalars.
@Suite struct YAMLScalarTests {
  @Test(arguments: [
    "y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON",
  ])
  func readsTrue(text: String) throws {
    #expect(try YAML.decode("v: \(text)")["v"] == true)
  }

  @Test(arguments: [
    "n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF",
  ])
  func readsFalse(text: String) throws {
    #expect(try YAML.decode("v: \(text)")["v"] == false)
  }

  @Test(arguments: ["", "~", "null", "Null", "NULL", "# nothing", "!!null ''"])
  func readsNull(text: String) throws {
    #expect(try YAML.decode("v: \(text)")["v"] == .null)
  }

  @Test(arguments: [
    ("0", 0), ("12", 12), ("+12", 12), ("-12", -12), ("1_000", 1000), ("12_", 12), ("-1_0", -10),
    ("0x1F", 31), ("0X1f", 31), ("-0x10", -16), ("0b101", 5), ("-0b11", -3), ("0o17", 15),
    ("0O17", 15), ("017", 15), ("-017", -15), ("0644", 420), ("00", 0), ("09", 9), ("0899", 899),
    ("1.", 1), ("9223372036854775807", .max), ("-9223372036854775808", .min),
    ("0x7FFFFFFFFFFFFFFF", .max),
  ])
  func readsIntegers(text: String, number: Int) throws {
    #expect(try YAML.decode("v: \(text)")["v"] == .integer(number))
  }

  @Test(arguments: [
    ("1.50", "1.50"), ("+1.5", "1.5"), ("-1.5", "-1.5"), (".5", "0.5"), ("-.5", "-0.5"),
    ("1e3", "1e3"), ("1E+3", "1E+3"), ("1.e3", "1e3"), ("01.5", "1.5"), ("1_0.5", "10.5"),
    ("9223372036854775808", "9223372036854775808"),
    ("18446744073709551616", "18446744073709551616"),
    ("0xFFFFFFFFFFFFFFFF", "18446744073709551615"), ("-0", "-0"),
    ("-9223372036854775809", "-9223372036854775809"),
  ])
  func readsDecimalsAsTheyAreSpelled(text: String, source: String) throws {
    #expect(try YAML.decode("v: \(text)")["v"] == .decimal(source))
  }

  @Test(arguments: [
    "2001-01-01", "2001-12-14T21:59:43.10Z", "2001-12-14 21:59:43", "1:30", "190:20:30", "0x",
    "0xG",
    "0b2", "0o8", "1e", "e3", "1.2.3", "10.0.0.1", "v1.2", "+", "--1", "+-1", "_1", "tRUE",
    "yEs", "nuLL", "nULL", "~~", ".e3", "..", "1,000", "1 000", "1e999", "abc", "=", "10Mi",
  ])
  func leavesTextAlone(text: String) throws {
    #expect(try YAML.decode("v: \(text)")["v"] == .string(text))
  }

  @Test(arguments: [
    ("'yes'", "yes"), ("\"12\"", "12"), ("'it''s'", "it's"),
    (#""a\tb\x41\u00e9\U0001F600\/""#, "a\tbAé😀/"),
    (#""a\0b\e""#, "a\0b\u{1B}"), ("''", ""), ("\"\"", ""), ("!!str 12", "12"),
    ("!!str yes", "yes"),
    ("! 12", "12"), ("!custom 12", "12"), ("!!timestamp 2001-01-01", "2001-01-01"),
    ("!!binary aGVsbG8=", "hello"), ("\"a\\\n   b\"", "ab"), ("'a\n\n  b'", "a\nb"),
  ])
  func takesQuotedAndTaggedTextAsText(text: String, string: String) throws {
    #expect(try YAML.decode("v: \(text)")["v"] == .string(string))
  }

  @Test(
    arguments: [
      ("!!int \"12\"", 12), ("!!int 0x10", 16), ("!!float 1", 1), ("!!float 1.5", .decimal("1.5")),
      ("!!bool yes", true), ("!!bool 'off'", false),
      ("!!int 18446744073709551616", .decimal("18446744073709551616")),
    ] as [(String, Value)])
  func resolvesTags(text: String, value: Value) throws {
    #expect(try YAML.decode("v: \(text)")["v"] == value)
  }

  @Test(arguments: [
    (".inf", "f:1:4: .inf cannot be held by JSON; put it in quotes if it is text"),
    ("-.Inf", "f:1:4: -.Inf cannot be held by JSON; put it in quotes if it is text"),
    (".NaN", "f:1:4: .NaN cannot be held by JSON; put it in quotes if it is text"),
    ("!!int 1.5", "f:1:4: \"1.5\" does not fit its tag !!int"),
    ("!!int x", "f:1:4: \"x\" does not fit its tag !!int"),
    ("!!float x", "f:1:4: \"x\" does not fit its tag !!float"),
    ("!!bool 1", "f:1:4: \"1\" does not fit its tag !!bool"),
    ("!!null 1", "f:1:4: \"1\" does not fit its tag !!null"),
    ("!!binary '*'", "f:1:4: the !!binary value is not valid base64"),
    ("!!binary /w==", "f:1:4: the !!binary value is not text, which JSON cannot hold"),
    ("0x10000000000000000", "f:1:4: 0x10000000000000000 is too large a number"),
  ])
  func refuses(text: String, message: String) {
    let error = #expect(throws: DocumentError.self) {
      try YAML.decode("v: \(text)", source: "f")
    }
    #expect(error?.description == message)
  }
}
