import Documents
import Terminal
import Testing

@testable import McctlCommands

@Suite("Results in every format")
struct ResultPrinterTests {
  static let outcome = CommandOutcome(
    document: ListDocument.of([
      ["name": "edge-7", "registered": true, "gates": [["type": "a", "true": true]]],
      ["name": "edge-8", "registered": false, "gates": []],
    ]),
    human: .table(
      Table(titles: ["NAME"], rows: [["edge-7"], ["edge-8"]]),
      wide: Table(
        titles: ["NAME", "REGISTERED"], rows: [["edge-7", "True"], ["edge-8", "False"]])),
    names: ["managedcluster/edge-7", "managedcluster/edge-8"])

  static func text(_ format: String, showsHeader: Bool = true) throws -> String {
    let trial = Trial()
    let printer = ResultPrinter(
      streams: trial.invocation().streams, format: try OutputFormat.parse(format),
      showsHeader: showsHeader, color: .auto)
    return try printer.text(Self.outcome)
  }

  @Test(arguments: [
    ("table", "NAME\nedge-7\nedge-8\n"),
    ("wide", "NAME     REGISTERED\nedge-7   True\nedge-8   False\n"),
    ("name", "managedcluster/edge-7\nmanagedcluster/edge-8\n"),
    ("jsonpath={.items[*].name}", "edge-7 edge-8"),
    ("custom-columns=N:.name,G:.gates[*].type", "N        G\nedge-7   a\nedge-8   <none>\n"),
    (
      #"custom-columns=N:.name,X:.gates[?(@.type=="a,b")].type"#,
      "N        X\nedge-7   <none>\nedge-8   <none>\n"
    ),
  ])
  func formats(format: String, expected: String) throws {
    #expect(try Self.text(format) == expected)
  }

  @Test("json and yaml hold the same document")
  func documents() throws {
    #expect(try JSON.decode(Self.text("json")) == Self.outcome.document)
    #expect(try YAML.decode(Self.text("yaml")) == Self.outcome.document)
  }

  @Test("headers can be left out")
  func headers() throws {
    #expect(try Self.text("table", showsHeader: false) == "edge-7\nedge-8\n")
    #expect(try Self.text("custom-columns=N:.name", showsHeader: false) == "edge-7\nedge-8\n")
  }

  @Test("a list is wrapped as kubectl wraps lists, a single object is not")
  func lists() {
    let one: Value = ["name": "a"]
    #expect(ListDocument.of([one]) == ["apiVersion": "v1", "kind": "List", "items": [one]])
    #expect(ListDocument.of([one], isSingle: true) == one)
    #expect(ListDocument.of([], isSingle: true)["items"] == .array([]))
  }

  @Test("rows that come one by one stay aligned, and fit the terminal")
  func stream() {
    var rows = TableStream(columns: ["NAME", Column("MESSAGE", minimumWidth: 5)], widths: [6])
    #expect(rows.header() == "NAME     MESSAGE\n")
    #expect(rows.row(["a", "short"]) == "a        short\n")
    #expect(rows.row(["a-longer-name", "x"]) == "a-longer-name   x\n")
    #expect(
      rows.row(["b", "a rather long message"], width: 30) == "b               a rather lo...\n")
  }
}
