import Testing

@testable import Terminal

@Suite("The checklist on a terminal")
struct LiveProgressTests {
  let sink = RecordingSink()
  let clock = ProgressClock()
  let window = Window(80, 24)

  static let begin = "\u{1B}[?2026h\u{1B}[?25l"
  static let end = "\u{1B}[J\u{1B}[?25h\u{1B}[?2026l"

  func progress(colored: Bool = false) -> LiveProgress {
    LiveProgress(
      sink: sink,
      drawing: ChecklistDrawing(symbols: .ascii, palette: Palette(isColored: colored)),
      size: { [window] in window.current }, now: { [clock] in clock.now })
  }

  @Test("a frame overwrites the one before it, line by line")
  func frames() {
    let progress = progress()
    progress.apply(.started(id: "a", group: nil, title: "install"))
    clock.advance(.seconds(1))
    progress.tick()
    #expect(
      sink.text == Self.begin + "| install  0.0s\u{1B}[K\n" + Self.end
        + Self.begin + "\r\u{1B}[1A" + "/ install  1.0s\u{1B}[K\n" + Self.end)
  }

  @Test("nothing is written when nothing changed")
  func quiet() {
    let progress = progress()
    progress.apply(.started(id: "a", group: nil, title: "install"))
    let before = sink.text
    progress.apply(.started(id: "a", group: nil, title: "install"))
    #expect(sink.text == before)
  }

  @Test("a plan is one frame, however many steps it has")
  func plan() {
    let progress = progress()
    for id in ["a", "b", "c"] { progress.apply(.planned(id: id, group: nil, title: id)) }
    #expect(sink.text.isEmpty)
    progress.apply(.started(id: "a", group: nil, title: "a"))
    #expect(
      sink.text == Self.begin + "| a  0.0s\u{1B}[K\n. b\u{1B}[K\n. c\u{1B}[K\n" + Self.end)
  }

  @Test("the cursor is visible after every write")
  func cursor() {
    let progress = progress(colored: true)
    progress.apply(.started(id: "a", group: nil, title: "install"))
    progress.line("warning: old API")
    progress.tick()
    progress.finish()
    let hidden = sink.text.split(separator: "\u{1B}[?25l").count - 1
    let shown = sink.text.split(separator: "\u{1B}[?25h").count - 1
    #expect(hidden > 0)
    #expect(hidden == shown)
    #expect(sink.text.hasSuffix(Self.end))
  }

  @Test("after the window became narrower, the rows that old lines take now are overwritten")
  func resize() {
    let progress = progress()
    progress.apply(
      .started(id: "a", group: nil, title: String(repeating: "x", count: 60)))
    window.current = TerminalSize(columns: 30, rows: 24)
    progress.tick()
    // 2 + 60 + 6 cells were drawn: three rows of 30.
    #expect(sink.text.contains("\r\u{1B}[3A"))
  }

  @Test("lines are printed above the checklist")
  func lines() {
    let progress = progress()
    progress.apply(.started(id: "a", group: nil, title: "install"))
    progress.line("warning: old API")
    #expect(
      sink.text.hasSuffix(
        "\r\u{1B}[1A\u{1B}[Jwarning: old API\n" + Self.begin + "| install  0.0s\u{1B}[K\n"
          + Self.end))
  }

  @Test("while it is paused the checklist is away, and afterwards it is back below")
  func paused() {
    let progress = progress()
    progress.apply(.planned(id: "a", group: nil, title: "install"))
    progress.tick()
    let before = sink.text
    progress.pause()
    progress.tick()
    progress.line("Type the name:")
    #expect(sink.text == before + "\r\u{1B}[1A\u{1B}[JType the name:\n")
    let during = sink.text
    progress.resume()
    #expect(sink.text == during + Self.begin + ". install\u{1B}[K\n" + Self.end)
  }

  @Test("a checklist that was taken away for a question does not come back in the end")
  func pausedEnd() {
    let progress = progress()
    progress.apply(.started(id: "a", group: nil, title: "install"))
    progress.pause()
    let before = sink.text
    progress.finish()
    #expect(sink.text == before)
  }

  @Test("after the end, steps are not drawn any more, and lines are")
  func finished() {
    let progress = progress()
    progress.apply(.started(id: "a", group: nil, title: "install"))
    progress.finish()
    let before = sink.text
    progress.tick()
    progress.finish()
    progress.apply(.finished(id: "a", outcome: .done, note: nil))
    #expect(sink.text == before)
    progress.line("error: no rights")
    #expect(sink.text == before + "error: no rights\n")
  }

  @Test("colour does not count as width when rows are counted")
  func coloredWidth() {
    let progress = progress(colored: true)
    progress.apply(.started(id: "a", group: nil, title: String(repeating: "x", count: 70)))
    progress.tick()
    #expect(sink.text.contains("\r\u{1B}[1A"))
  }
}
