import Documents
import Testing

@Suite struct JSONEncodingTests {
  @Test(
    arguments: [
      (.null, "null"), (true, "true"), (-5, "-5"), (.decimal("1.50"), "1.50"),
      ("é/<&>", "\"é/<&>\""),
      ("\"\\\n\r\t\u{8}\u{1F}", #""\"\\\n\r\t\u0008\u001f""#), ([], "[]"), ([:], "{}"),
      (["b": [1, ["x": .null]], "a": ""], #"{"b":[1,{"x":null}],"a":""}"#),
      ("\u{2028}😀", "\"\u{2028}😀\""),
    ] as [(Value, String)])
  func writesCompactly(value: Value, text: String) {
    #expect(JSON.text(value) == text)
    #expect(JSON.encode(value) == Array(text.utf8))
  }

  @Test func writesPrettily() {
    let value: Value = ["b": [1, [:], []], "a": ["x": .null]]
    let text = """
      {
        "b": [
          1,
          {},
          []
        ],
        "a": {
          "x": null
        }
      }
      """
    #expect(JSON.text(value, pretty: true) == text)
  }

  @Test func sortsKeys() {
    let value: Value = ["b": ["z": 1, "y": 2], "a": 1]
    #expect(JSON.text(value, sortedKeys: true) == #"{"a":1,"b":{"y":2,"z":1}}"#)
  }

  @Test func whatComesInGoesOutUnchanged() throws {
    let text =
      #"{"z":1.10,"a":[18446744073709551615,-0,1E5],"unknown":{"deep":[{"k":"v\u0001"}]},"e":""}"#
    #expect(JSON.text(try JSON.decode(text)) == text)
  }
}
