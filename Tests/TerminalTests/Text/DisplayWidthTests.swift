import Terminal
import Testing

@Suite("Cells that text takes on a terminal")
struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("edge-7", 6), ("管控集群", 8), ("カタカナ", 8), ("한국어", 6), ("ｆｕｌｌ", 8),
    ("é", 1), ("e\u{301}", 1), ("a\u{200D}b", 2), ("✔", 1), ("✔\u{FE0F}", 2), ("✅", 2),
    ("👍🏽", 2), ("👩‍👩‍👧‍👦", 2), ("🇨🇳", 2), ("⠋", 1), ("…", 1), ("\u{1B}", 0), ("\t", 0), ("ก็", 1),
  ])
  func width(text: String, cells: Int) {
    #expect(text.displayWidth == cells)
  }

  @Test(arguments: [
    ("cluster", 7, "cluster"), ("cluster", 6, "clu..."), ("cluster", 3, "..."),
    ("cluster", 2, "cl"), ("cluster", 0, ""), ("管控集群", 7, "管控..."), ("管控集群", 6, "管..."),
  ])
  func truncation(text: String, width: Int, expected: String) {
    #expect(text.truncated(to: width) == expected)
    #expect(text.truncated(to: width).displayWidth <= width)
  }

  @Test("padding counts cells, not characters")
  func padding() {
    #expect("管控".padded(to: 6) == "管控  ")
    #expect("longer".padded(to: 3) == "longer")
  }
}

@Suite("Text from servers on a terminal")
struct SafeTextTests {
  @Test(arguments: [
    ("plain", "plain"), ("two\nlines\tand a tab", "two lines and a tab"),
    ("\u{1B}[31mred", "^[[31mred"), ("bell\u{07}", "bell^G"), ("del\u{7F}", "del^?"),
    ("c1\u{9B}2J", "c12J"), ("abc\u{202E}cba", "abccba"), ("cr\r\n", "cr "),
  ])
  func singleLine(text: String, expected: String) {
    #expect(text.singleLine == expected)
  }

  @Test("line feeds stay where lines are wanted")
  func multiLine() {
    #expect("a\n\u{1B}b".multiLine == "a\n^[b")
  }
}

@Suite("Wrapping")
struct WrappingTests {
  @Test(arguments: [
    ("the agent cannot reach the hub", 12, ["the agent", "cannot reach", "the hub"]),
    ("a-word-that-is-longer than", 10, ["a-word-that-is-longer", "than"]),
    ("first\n  indented text here", 14, ["first", "  indented", "  text here"]),
    ("", 10, [""]),
  ])
  func wrapping(text: String, width: Int, lines: [String]) {
    #expect(text.wrapped(to: width) == lines)
  }
}

@Suite("Elapsed times")
struct ElapsedTimeTests {
  @Test(arguments: [
    (Duration.milliseconds(0), "0.0s"), (.milliseconds(349), "0.3s"), (.milliseconds(9999), "9.9s"),
    (.seconds(10), "10s"), (.seconds(65), "1m05s"), (.seconds(3720), "1h02m"),
    (.seconds(3 * 86400 + 4 * 3600), "3d4h"),
  ])
  func text(duration: Duration, expected: String) {
    #expect(ElapsedTime.text(duration) == expected)
  }

  @Test("an age is never negative, as clocks of servers differ")
  func negativeAge() {
    #expect(ElapsedTime.age(.seconds(-5)) == "0s")
  }
}
