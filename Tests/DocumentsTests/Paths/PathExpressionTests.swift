import Documents
import Testing

@Suite struct PathExpressionTests {
  private let cluster: Value = [
    "metadata": ["name": "a", "labels": ["x.io/y": "z"]],
    "status": [
      "conditions": [["type": "A", "status": "True"], ["type": "B", "status": "False"]]
    ],
    "none": .null,
  ]

  @Test(arguments: [
    ".metadata.name", "metadata.name", "{.metadata.name}", "{metadata.name}", "$.metadata.name",
    " .metadata.name ", "{ .metadata.name }",
  ])
  func takesEverySpellingOfKubectl(text: String) throws {
    #expect(try PathExpression(text).columnText(in: cluster) == "a")
    #expect(try PathExpression(text).values(in: cluster) == ["a"])
  }

  @Test(
    arguments: [
      (".status.conditions[*].type", "A,B"), (".missing", "<none>"), (".none", "<none>"),
      (#".metadata.labels.x\.io/y"#, "z"), (".metadata.labels['x.io/y']", "z"),
      (".metadata.labels", #"{"x.io/y":"z"}"#),
      (
        "..status",
        #"{"conditions":[{"status":"True","type":"A"},{"status":"False","type":"B"}]},True,False"#
      ),
      (#".status.conditions[?(@.type=="B")].status"#, "False"),
    ])
  func showsColumns(text: String, column: String) throws {
    #expect(try PathExpression(text).columnText(in: cluster) == column)
  }

  @Test(arguments: ["", "{}", "{.a", ".a}", "{.a}{.b}", "a b {", ".a["])
  func refuses(text: String) {
    #expect(throws: DocumentError.self) { try PathExpression(text) }
  }
}
