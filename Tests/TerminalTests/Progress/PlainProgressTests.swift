import Testing

@testable import Terminal

@Suite("Progress as plain lines")
struct PlainProgressTests {
  let sink = RecordingSink()
  let clock = ProgressClock()

  func progress() -> PlainProgress {
    PlainProgress(sink: sink, now: { [clock] in clock.now })
  }

  @Test("a quick step prints its end only")
  func quickStep() {
    let progress = progress()
    progress.apply(.planned(id: "a", group: "edge-7", title: "install the agent"))
    progress.apply(.started(id: "a", group: "edge-7", title: "install the agent"))
    progress.tick()
    clock.advance(.milliseconds(500))
    progress.apply(.finished(id: "a", outcome: .done, note: "20 objects"))
    #expect(sink.text == "[0s] edge-7: install the agent: done (0.5s): 20 objects\n")
  }

  @Test("a step that takes longer says so after a second, then every ten seconds")
  func slowStep() {
    let progress = progress()
    progress.apply(.started(id: "a", group: nil, title: "install"))
    for _ in 0..<50 {
      clock.advance(.milliseconds(500))
      progress.tick()
    }
    #expect(
      sink.text == """
        [1s] install: running (1.0s)
        [11s] install: running (11s)
        [21s] install: running (21s)

        """)
  }

  @Test("what a step waits for is printed at once, then at most every ten seconds, with its age")
  func waiting() {
    let progress = progress()
    progress.apply(.started(id: "a", group: "edge-7", title: "wait"))
    progress.apply(.waiting(id: "a", fact: "no request yet"))
    for second in 1...12 {
      clock.advance(.seconds(1))
      progress.apply(.waiting(id: "a", fact: second < 5 ? "no request yet" : "ImagePullBackOff"))
      progress.tick()
    }
    progress.apply(.finished(id: "a", outcome: .failed, note: "timed out"))
    #expect(
      sink.text == """
        [0s] edge-7: wait: waiting (0s): no request yet
        [10s] edge-7: wait: waiting (5s): ImagePullBackOff
        [12s] edge-7: wait: failed (12s): timed out

        """)
  }

  @Test("no escape sequence, whatever a server says")
  func noEscapes() {
    let progress = progress()
    progress.apply(.started(id: "a", group: "\u{1B}[31m", title: "x"))
    progress.apply(.finished(id: "a", outcome: .skipped, note: "\u{1B}[0m\nforged"))
    #expect(sink.text == "[0s] ^[[31m: x: skipped: ^[[0m forged\n")
  }

  @Test("a full disk under standard error stops nothing")
  func unwritable() {
    let full = RecordingSink(capacity: 0)
    let progress = PlainProgress(sink: full, now: { .zero })
    progress.apply(.started(id: "a", group: nil, title: "x"))
    progress.apply(.finished(id: "a", outcome: .done, note: nil))
    progress.line("text")
    #expect(full.text == "")
  }
}
