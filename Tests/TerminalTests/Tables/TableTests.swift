import Terminal
import Testing

@Suite("Tables")
struct TableTests {
  static let clusters = Table(
    columns: ["NAME", "REGISTERED", Column("MESSAGE", minimumWidth: 12)],
    rows: [
      ["edge-7", "True", ""],
      [
        "factory-shanghai", Cell("False", style: .bad),
        "the agent has not renewed its lease for 5m, contact to it is lost",
      ],
    ])

  @Test("columns are as wide as their content, and nothing stands at the end of a line")
  func piped() {
    #expect(
      Self.clusters.text() == """
        NAME               REGISTERED   MESSAGE
        edge-7             True
        factory-shanghai   False        the agent has not renewed its lease for 5m, contact to it is lost

        """)
  }

  @Test("on a terminal the columns that may give way are cut to fit")
  func fitted() {
    let text = Self.clusters.text(width: 60)
    #expect(
      text == """
        NAME               REGISTERED   MESSAGE
        edge-7             True
        factory-shanghai   False        the agent has not renewed...

        """)
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 60 })
  }

  @Test("a name is never cut, however narrow the terminal")
  func narrow() {
    let text = Self.clusters.text(width: 20, ellipsis: "…")
    #expect(text.contains("factory-shanghai   False        the agent h…\n"))
  }

  @Test("the widest column gives way first")
  func fairness() {
    let table = Table(
      columns: [Column("A", minimumWidth: 4), Column("B", minimumWidth: 4)],
      rows: [[Cell(String(repeating: "a", count: 10)), Cell(String(repeating: "b", count: 30))]])
    #expect(table.text(width: 23, showsHeader: false) == "aaaaaaaaaa   bbbbbbb...\n")
    #expect(table.text(width: 11, showsHeader: false) == "a...   b...\n")
  }

  @Test("the header can be left out, and there is none without rows, as with kubectl")
  func header() {
    let table = Table(columns: ["NAME"], rows: [["a"]])
    #expect(table.text() == "NAME\na\n")
    #expect(table.text(showsHeader: false) == "a\n")
    #expect(Table(columns: ["NAME"]).text() == "")
  }

  @Test("wide characters keep columns aligned")
  func wideCharacters() {
    let table = Table(titles: ["NAME", "SET"], rows: [["上海", "a"], ["bj", "b"]])
    #expect(table.text() == "NAME   SET\n上海   a\nbj     b\n")
  }

  @Test("colour surrounds the text of a cell, not its padding")
  func color() {
    let table = Table(columns: ["A", "B"], rows: [[Cell("x", style: .good), "y"]])
    let text = table.text(showsHeader: false, palette: Palette(isColored: true))
    #expect(text == "\u{1B}[32mx\u{1B}[0m   y\n")
  }

  @Test("what a server sent cannot break lines or move the cursor")
  func hostileContent() {
    let table = Table(titles: ["A"], rows: [["one\ntwo\u{1B}[2J"]])
    #expect(table.text(showsHeader: false) == "one two^[[2J\n")
  }

  @Test("rows may be shorter or longer than the header")
  func raggedRows() {
    let table = Table(titles: ["A", "B"], rows: [["1"], ["1", "2", "3"], []])
    #expect(table.text() == "A   B\n1\n1   2\n\n")
  }
}
