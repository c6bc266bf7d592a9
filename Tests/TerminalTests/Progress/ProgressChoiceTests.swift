import Testing

@testable import Terminal

@Suite("Which progress is shown where")
struct ProgressChoiceTests {
  static func renderer(
    _ choice: ProgressChoice, terminal: Bool, term: String = "xterm"
  ) -> any ProgressRenderer {
    let capabilities = TerminalCapabilities(
      inputIsTerminal: terminal, outputIsTerminal: terminal, errorIsTerminal: terminal,
      environment: ["TERM": term], size: { nil })
    let streams = Streams(
      input: ScriptedInput([]), output: RecordingSink(), error: RecordingSink(),
      terminal: capabilities)
    return choice.renderer(streams: streams, color: .auto, now: { .zero })
  }

  @Test func selection() {
    #expect(Self.renderer(.auto, terminal: true) is LiveProgress)
    #expect(Self.renderer(.auto, terminal: true, term: "dumb") is PlainProgress)
    #expect(Self.renderer(.auto, terminal: false) is PlainProgress)
    #expect(Self.renderer(.plain, terminal: true) is PlainProgress)
    #expect(Self.renderer(.none, terminal: true) is SilentProgress)
  }

  @Test("ticking ends when the task is cancelled")
  func ticking() async {
    let renderer = Self.renderer(.auto, terminal: true)
    let ticking = Task { await keepTicking(renderer) }
    ticking.cancel()
    await ticking.value
    await keepTicking(Self.renderer(.none, terminal: true))
  }
}
