import Documents
import Testing

@Suite struct YAMLEmissionTests {
  @Test func writesInKubectlsStyle() {
    let value: Value = [
      "apiVersion": "v1", "kind": "Pod",
      "metadata": ["name": "a", "labels": ["app.kubernetes.io/name": "x"], "annotations": [:]],
      "spec": [
        "containers": [
          ["name": "c", "args": ["--v=2", "-x", ["nested", []]], "ports": []],
          [:],
        ],
        "replicas": 3, "ratio": 0.5, "on": true, "none": .null,
      ],
    ]
    let text = """
      apiVersion: v1
      kind: Pod
      metadata:
        name: a
        labels:
          app.kubernetes.io/name: x
        annotations: {}
      spec:
        containers:
        - name: c
          args:
          - --v=2
          - -x
          - - nested
            - []
          ports: []
        - {}
        replicas: 3
        ratio: 0.5
        "on": true
        none: null

      """
    #expect(YAML.text(value) == text)
  }

  @Test(arguments: [
    ("plain", "plain"), ("two words", "two words"), ("a:b", "a:b"), ("a#b", "a#b"), ("-x", "-x"),
    ("?x", "?x"), (":x", ":x"), ("a'b\"c", "a'b\"c"), ("日本 é😀", "日本 é😀"),
    ("10.0.0.1", "\"10.0.0.1\""),
    ("v1.2.3", "v1.2.3"), ("http://x:80/?a=b", "http://x:80/?a=b"), ("10Mi", "10Mi"),
    ("a, b", "a, b"),
    ("x]", "x]"), ("1h30m", "1h30m"), ("e3", "e3"), ("nope", "nope"), ("yesterday", "yesterday"),
  ])
  func leavesQuotesOutWhereItCan(string: String, text: String) {
    #expect(YAML.text(["k": .string(string)]) == "k: \(text)\n")
  }

  @Test(arguments: [
    "", "y", "N", "yes", "No", "on", "OFF", "true", "False", "null", "~", "Null", "0", "12", "-1",
    "+1",
    "0x1F", "0o17", "017", "0b1", "1_000", "1.5", ".5", "5.", "1e3", "1E5", "-0", ".inf", "-.Inf",
    ".nan",
    "2001-01-01", "2001-12-14T21:59:43Z", "2001-12-14 21:59:43", "1:30", "190:20:30", "<<", "=",
    "9223372036854775808", "0xFFFFFFFFFFFFFFFFFF", "12e03", "1__",
  ])
  func quotesWhatWouldReadAsAnotherType(string: String) throws {
    let text = YAML.text(["k": .string(string)])
    #expect(text == "k: \"\(string)\"\n")
    #expect(YAML.text([string: 1]) == "\"\(string)\": 1\n")
    #expect(try YAML.decode(text) == ["k": .string(string)])
  }

  @Test(arguments: [
    ("a: b", "'a: b'"), ("a #b", "'a #b'"), ("# a", "'# a'"), ("- a", "'- a'"), ("-", #""-""#),
    ("a:", "'a:'"),
    (" a", "' a'"), ("a ", "'a '"), ("*", "'*'"), ("&a", "'&a'"), ("!a", "'!a'"), ("%a", "'%a'"),
    ("@a", "'@a'"), ("`a", "'`a'"), ("[a", "'[a'"), ("{a}", "'{a}'"), ("|", "'|'"), (">a", "'>a'"),
    ("'a'", "'''a'''"), ("\"a\"", "'\"a\"'"), ("? a", "'? a'"), (",a", "',a'"), ("---", #""---""#),
    ("--- a", "'--- a'"),
    ("...x", "'...x'"), ("a\tb", #""a\tb""#), ("\u{7F}", #""\x7F""#), ("a\rb", #""a\rb""#),
    ("\u{1}\u{85}", #""\x01\x85""#), ("\u{2028}", #""\u2028""#), ("\u{FEFF}a", #""\uFEFFa""#),
    ("\0", #""\0""#), ("\u{10FFFF}", "\u{10FFFF}"), ("\t\"\\", #""\t\"\\""#),
  ])
  func quotesWhatIsNoPlainText(string: String, text: String) throws {
    #expect(YAML.text(["k": .string(string)]) == "k: \(text)\n")
    #expect(try YAML.decode("k: \(text)\n") == ["k": .string(string)])
  }

  @Test(arguments: [
    ("a\nb\n", "|\n  a\n  b\n"), ("a\nb", "|-\n  a\n  b\n"), ("a\n\n", "|+\n  a\n\n"),
    ("a\n\n\n", "|+\n  a\n\n\n"), ("a\n", "|\n  a\n"), ("a\n\nb\n", "|\n  a\n\n  b\n"),
    (" a\nb\n", "|2\n   a\n  b\n"), ("\na\n", "|2\n\n  a\n"), ("\ta\nb", "|2-\n  \ta\n  b\n"),
    ("a\n  b\n", "|\n  a\n    b\n"), ("a \n b\t\n", "|\n  a \n   b\t\n"),
    ("# a\nb: c\n", "|\n  # a\n  b: c\n"),
    ("a\n   \nb", "|-\n  a\n     \n  b\n"), ("\n", "\"\\n\"\n"), (" \n \n", "\" \\n \\n\"\n"),
    ("a\r\nb", "\"a\\r\\nb\"\n"), ("a\u{2028}\nb", "\"a\\u2028\\nb\"\n"),
    ("a\u{1}\nb", "\"a\\x01\\nb\"\n"),
    ("---\na\n", "|\n  ---\n  a\n"), ("%a\n", "|\n  %a\n"),
  ])
  func writesSeveralLinesAsABlockWhereFaithful(string: String, text: String) throws {
    #expect(YAML.text(["k": .string(string)]) == "k: \(text)")
    for value in [["k": .string(string), "z": 1], [[.string(string)], 1], .string(string)]
      as [Value]
    {
      #expect(try YAML.decode(YAML.text(value)) == value)
    }
  }

  @Test func writesLongAndMultilineKeys() throws {
    let long = String(repeating: "k", count: 2000)
    let value: Value = [long: ["a": 1], "two\nlines": [1], "x": [[long: "v"]]]
    let text = YAML.text(value)
    #expect(text.hasPrefix("? \(long)\n:\n  a: 1\n\"two\\nlines\":\n- 1\n"))
    #expect(try YAML.decode(text) == value)
  }

  @Test func doesNotFoldLongLines() {
    let long = String(repeating: "word ", count: 100) + "end"
    #expect(YAML.text(["k": .string(long)]) == "k: \(long)\n")
  }

  @Test(
    arguments: [
      ("text", "text\n"), (12, "12\n"), ([], "[]\n"), ([:], "{}\n"), (.null, "null\n"),
      ("12", "\"12\"\n"),
      ([1, ["a": 2]], "- 1\n- a: 2\n"), ("a\nb\n", "|\n  a\n  b\n"),
    ] as [(Value, String)])
  func writesAnyValueAsADocument(value: Value, text: String) {
    #expect(YAML.text(value) == text)
  }

  @Test func partsDocuments() throws {
    let documents: [Value] = [["a": 1], [2], "x\n\n"]
    #expect(YAML.text(all: documents) == "a: 1\n---\n- 2\n---\n|+\n  x\n\n")
    #expect(try YAML.decodeAll(YAML.text(all: documents)) == documents)
    #expect(YAML.text(all: []) == "")
  }

  @Test func whatComesInGoesOutWithItsLiterals() throws {
    let text = "a: 1.50\nb: 18446744073709551616\nc: \"007\"\nunknown:\n- x: 1e9\n  \"y\": null\n"
    #expect(YAML.text(try YAML.decode(text)) == text)
  }
}
