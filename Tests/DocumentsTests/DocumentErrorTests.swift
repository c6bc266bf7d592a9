import Documents
import Testing

@Suite struct DocumentErrorTests {
  @Test(arguments: [
    (DocumentError("bad", source: "fleet.yaml", line: 3, column: 7), "fleet.yaml:3:7: bad"),
    (DocumentError("bad", source: "fleet.yaml"), "fleet.yaml: bad"),
    (DocumentError("bad", line: 3, column: 7), "line 3, column 7: bad"),
    (DocumentError("bad"), "bad"),
  ])
  func saysWhere(error: DocumentError, text: String) {
    #expect(error.description == text)
  }
}
