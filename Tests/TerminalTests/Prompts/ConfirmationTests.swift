import Terminal
import Testing

@Suite("Confirmation by typing a name")
struct ConfirmationTests {
  static func streams(
    answers: [String], input: Bool = true, error: Bool = true, sink: RecordingSink = RecordingSink()
  ) -> Streams {
    Streams(
      input: ScriptedInput(answers), output: RecordingSink(), error: sink,
      terminal: TerminalCapabilities(
        inputIsTerminal: input, outputIsTerminal: false, errorIsTerminal: error,
        environment: [:], size: { nil }))
  }

  @Test(arguments: [
    (["edge-7"], true), (["  edge-7 \r"], true), (["Edge-7"], false), (["y"], false), ([""], false),
    ([], false), (["edge-8", "edge-7"], false),
  ])
  func answers(_ answers: [String], agrees: Bool) async throws {
    let confirmation = Confirmation(streams: Self.streams(answers: answers))
    let answer = try await confirmation.asks("type the name:", for: "edge-7")
    #expect(answer == agrees)
  }

  @Test("the question goes to standard error")
  func question() async throws {
    let sink = RecordingSink()
    let confirmation = Confirmation(streams: Self.streams(answers: ["x"], sink: sink))
    _ = try await confirmation.asks("type the name:", for: "x")
    #expect(sink.text == "type the name: ")
  }

  @Test(
    "nothing is asked, and nothing read, unless both ends are terminals",
    arguments: [(true, false), (false, true), (false, false)])
  func noTerminal(input: Bool, error: Bool) async {
    let streams = Self.streams(answers: ["x"], input: input, error: error)
    await #expect(throws: TerminalError.cannotAsk(question: "type the name:")) {
      try await Confirmation(streams: streams).asks("type the name:", for: "x")
    }
  }
}
